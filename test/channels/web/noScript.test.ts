import { eventually } from './eventually';
import { describeOnAPhone } from './inChromium';

describeOnAPhone('the page without JavaScript', { javaScriptEnabled: false }, (visit) => {
  it('holds a conversation: written, answered while the page loads, answered back by button', async () => {
    const { house, page, open, write, sees } = visit();
    await open('jade');
    await page.getByRole('textbox').fill('hiya');
    const sent = page.getByRole('button', { name: 'Send' }).click();
    await eventually(() => house.received.length, 1);
    house.say('jade', 'Are you safe right now? Text 1 yes, 2 no, 3 not sure.');
    await sent;
    await sees('Are you safe right now?');
    house.say('jade', 'This is an automatic service.');
    const answered = page.getByRole('button', { name: 'Not sure' }).click();
    await eventually(() => house.received.at(-1)?.text, '3');
    house.say('jade', 'Thank you.');
    await answered;
    await sees('Thank you.');
    house.say('jade', 'Sam has read it.');
    await page.getByRole('link', { name: 'Show new messages' }).click();
    await sees('Sam has read it.');
    await write('ok thanks');
    expect(house.received.map((message) => message.text)).toContain('ok thanks');
  });

  it('keeps words that did not send in the box', async () => {
    const { house, page, open, write } = visit();
    await open('jade');
    house.faults.receive = true;
    await write('please read this');
    await page.getByRole('alert').getByText('That did not send').waitFor();
    expect(await page.getByRole('textbox').inputValue()).toBe('please read this');
  });

  it('is left by the button, and Back shows nothing', async () => {
    const { house, page, open } = visit();
    await open('jade');
    house.say('jade', 'our secret');
    await page.reload();
    await page.getByRole('button', { name: 'Exit this page' }).click();
    await page.waitForURL('https://www.bbc.co.uk/weather');
    await page.goBack();
    expect(await page.locator('body').innerText()).not.toContain('our secret');
    expect(await page.locator('body').innerText()).toContain('This page is closed');
  });
});
