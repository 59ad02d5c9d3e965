import { eventually } from './eventually';
import { MINUTE, WebHouse } from './house';
import { Visitor } from './visitor';

let house: WebHouse;
let jade: Visitor;
beforeEach(async () => {
  house = await new WebHouse().start();
  jade = await new Visitor(house).open('jade');
});
afterEach(() => house.stop());

const page = async (visitor: Visitor, path = '/chat'): Promise<string> => (await visitor.get(path)).text();

describe('a form posted without JavaScript', () => {
  it('is answered with a redirect, but not before the message is kept', async () => {
    let keep = (): void => {};
    house.hold = new Promise((resolve) => (keep = resolve));
    let answered = false;
    const posted = jade.post('/chat', { text: 'hiya', clientId: 'a' }).finally(() => (answered = true));
    await eventually(() => house.received.length, 1);
    await page(jade);
    expect(answered).toBe(false);
    keep();
    const response = await posted;
    expect([response.status, response.headers.get('location')]).toEqual([303, '/chat?sent#end']);
    expect(house.received).toMatchObject([
      { provider: 'web', channel: 'web', kind: 'text', text: 'hiya', sender: { by: 'web', youngPerson: 'jade' } },
    ]);
  });

  it('shows the thread, with our answer when it came while the page was loading', async () => {
    await jade.post('/chat', { text: 'hiya', clientId: 'a' });
    const loading = page(jade, '/chat?sent');
    house.say('jade', 'Hi. How are you today?');
    expect(await loading).toMatch(/hiya<\/p>.*How are you today\?<\/p>/s);
  });

  it('sent twice is one message', async () => {
    await jade.post('/chat', { text: 'hiya', clientId: 'a' });
    await jade.post('/chat', { text: 'hiya', clientId: 'a' });
    expect(house.received).toHaveLength(1);
  });

  it('sends the number of a button that was pressed, whatever stands in the box', async () => {
    house.say('jade', 'Are you safe right now? Text 1 yes, 2 no, 3 not sure.');
    expect(await page(jade)).toContain('<button name="quick" value="2">No</button>');
    await jade.post('/chat', { quick: '2', text: '', clientId: 'a' });
    expect(house.received[0]?.text).toBe('2');
  });

  it('keeps line ends as they were written and nothing can break out of the page', async () => {
    const nasty = 'one\r\ntwo </p><script>alert(1)</script> "&';
    await jade.post('/chat', { text: nasty, clientId: 'a' });
    expect(house.received[0]?.text).toBe('one\ntwo </p><script>alert(1)</script> "&');
    expect(await page(jade)).not.toContain('<script>alert');
  });
});

describe('words that could not be sent', () => {
  it.each([
    ['neither record nor spool takes them', { receive: true }, 503, 'That did not send'],
    ['it was a lot at once', { tooOften: true }, 429, 'Wait a minute'],
  ])('when %s, stay in the box, with what to do', async (_why, fault, status, say) => {
    Object.assign(house.faults, fault);
    const response = await jade.post('/chat', { text: 'please read this', clientId: 'a' });
    expect(response.status).toBe(status);
    const shown = await response.text();
    expect(shown).toMatch(/<textarea[^>]*>please read this<\/textarea>/);
    expect(shown).toContain(say);
    expect(shown).toContain('Call 999');
  });

  it('because they are too long stay in the box too', async () => {
    const response = await jade.post('/chat', { text: 'a'.repeat(10_001), clientId: 'a' });
    expect(response.status).toBe(413);
    expect(await response.text()).toContain('smaller parts');
    expect(house.received).toEqual([]);
  });

  it('because nothing was written get a plain answer', async () => {
    const response = await jade.post('/chat', { text: ' \r\n ', clientId: 'a' });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('Nothing was written yet');
  });
});

describe('while the record is away', () => {
  beforeEach(() => {
    house.faults.record = true;
    house.faults.spooled = true;
  });

  it('the page still opens, and says that it cannot show messages', async () => {
    const response = await jade.get('/chat');
    expect(response.status).toBe(503);
    expect(await response.text()).toMatch(/can&#39;t be shown right now.*<textarea/s);
  });

  it('words are received on the cookie alone, and the page says the answer may be late', async () => {
    const response = await jade.post('/chat', { text: 'help me', clientId: 'a' });
    expect(house.received).toMatchObject([{ text: 'help me', sender: { by: 'web', youngPerson: 'jade' } }]);
    expect(await response.text()).toContain('the answer may be late');
  });
});

describe('what a page shows', () => {
  it('is nothing said before the link was opened', async () => {
    house.say('jade', 'from another day');
    house.pass(MINUTE);
    expect(await page(await new Visitor(house).open('jade'))).not.toContain('from another day');
  });

  it('goes blank after fifteen idle minutes, and not before', async () => {
    await jade.post('/chat', { text: 'our secret', clientId: 'a' });
    house.pass(14 * MINUTE);
    expect(await page(jade)).toContain('our secret');
    house.pass(15 * MINUTE);
    expect(await page(jade)).not.toContain('our secret');
  });

  it('is never of somebody else', async () => {
    house.say('owen', 'for Owen');
    expect(await page(jade)).not.toContain('for Owen');
  });

  it('offers what came while away, and shows it only when asked to', async () => {
    await page(jade);
    house.pass(20 * MINUTE);
    house.say('jade', 'Sam read your message');
    house.pass(20 * MINUTE);
    const opened = await page(jade);
    expect(opened).toContain('Something came while you were away');
    expect(opened).not.toContain('Sam read your message');
    await jade.post('/chat/waiting');
    expect(await page(jade)).toContain('Sam read your message');
  });
});

describe('a check word', () => {
  let kai: Visitor;
  beforeEach(async () => {
    kai = await new Visitor(house).open('kai');
  });

  it('is asked for before anything is shown or taken, without saying what is behind it', async () => {
    house.say('kai', 'hello Kai');
    expect(await page(kai)).toContain('Your word');
    await kai.post('/chat', { text: 'hiya', clientId: 'a' });
    expect(house.received).toEqual([]);
    await kai.post('/chat/word', { word: ' blue  KETTLE' });
    expect(await page(kai)).toContain('Write a message');
  });

  it('is asked for again after fifteen idle minutes, and the words just written are kept for after it', async () => {
    await kai.post('/chat/word', { word: 'Blue Kettle' });
    house.pass(16 * MINUTE);
    const asked = await (await kai.post('/chat', { text: 'long thought', clientId: 'a' })).text();
    expect(asked).toMatch(/name="draft" value="long thought"/);
    const opened = await (await kai.post('/chat/word', { word: 'Blue Kettle', draft: 'long thought' })).text();
    expect(opened).toMatch(/<textarea[^>]*>long thought<\/textarea>/);
  });

  it('keeps more words than one message holds, since several may have waited for it', async () => {
    const draft = 'a'.repeat(12_000);
    const asked = await (await kai.post('/chat', { text: draft, clientId: 'a' })).text();
    expect(asked).toContain(`value="${draft}"`);
    expect(await (await kai.post('/chat/word', { word: 'Blue Kettle', draft })).text()).toContain(`>${draft}<`);
  });

  it('that is wrong lets nobody in; too many tries have to wait', async () => {
    expect((await kai.post('/chat/word', { word: 'red kettle' })).status).toBe(403);
    expect(await page(kai)).toContain('Your word');
    house.faults.tooOften = true;
    expect((await kai.post('/chat/word', { word: 'Blue Kettle' })).status).toBe(429);
  });
});

describe('another site', () => {
  it.each([
    ['says so', { 'sec-fetch-site': 'cross-site' }],
    ['is an older browser’s origin', { origin: 'https://elsewhere.example' }],
  ])('cannot write in a young person’s name when it %s', async (_how, headers) => {
    expect((await jade.post('/chat', { text: 'not me', clientId: 'a' }, headers)).status).toBe(403);
    expect((await jade.post('/v3/directline/tokens/generate', {}, headers)).status).toBe(403);
    expect(house.received).toEqual([]);
  });
});
