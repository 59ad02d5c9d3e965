import express from 'express';
import { eventually } from './eventually';
import { describeOnAPhone } from './inChromium';

const CLIENT = require.resolve('botframework-directlinejs/dist/directline.js');

/** A page of our own origin with nothing on it but the official client. */
const BLANK = '<!doctype html><title>Chat</title><script src="/official/directline.js"></script>';

/** What the page does with the official client: every text it is told goes to `window.heard`. */
const START = (webSocket: boolean) => `(async () => {
  const generated = await fetch('/v3/directline/tokens/generate', { method: 'POST' });
  const { token } = await generated.json();
  const domain = location.origin + '/v3/directline';
  window.client = new DirectLine.DirectLine({ token, domain, webSocket: ${webSocket}, pollingInterval: 300 });
  window.heard = [];
  client.activity$.filter((activity) => activity.type === 'message')
    .subscribe((activity) => heard.push(activity.from.role + ': ' + activity.text));
})()`;
const SAY = (text: string) => `new Promise((resolve, reject) =>
  client.postActivity({ type: 'message', from: { id: 'young-person' }, text: ${JSON.stringify(text)} })
    .subscribe(resolve, reject))`;

describe.each([
  ['over a WebSocket', true],
  ['by polling', false],
])('the official botframework-directlinejs client, %s', (_how, webSocket) => {
  describeOnAPhone('in Chromium', {}, (visit) => {
    beforeEach(async () => {
      const { house, page, open } = visit();
      await house.stop();
      await house.start((app) => {
        app.get('/official', (_request, response) => void response.send(BLANK));
        app.use('/official', express.static(CLIENT.replace(/[^/]+$/, '')));
      });
      await open('jade');
      await page.goto(`${house.url}/official`);
      await page.evaluate(START(webSocket));
    });

    const heard = () => visit().page.evaluate('heard') as Promise<string[]>;

    it('holds a conversation: each thing said comes once, in order', async () => {
      const { house, page } = visit();
      const id = await page.evaluate(SAY('hiya'));
      expect(id).toContain('|');
      await eventually(heard, ['user: hiya']);
      house.say('jade', 'Hi. How are you?');
      await eventually(heard, ['user: hiya', 'bot: Hi. How are you?']);
      await page.evaluate(SAY('not great'));
      await eventually(heard, ['user: hiya', 'bot: Hi. How are you?', 'user: not great']);
      expect(house.received.map((message) => message.text)).toEqual(['hiya', 'not great']);
    });

    it('is given what it missed while the server was away', async () => {
      const { house, page } = visit();
      await page.evaluate(SAY('hiya'));
      await eventually(heard, ['user: hiya']);
      await house.stop();
      house.say('jade', 'missed');
      await house.start();
      await eventually(heard, ['user: hiya', 'bot: missed']);
    });
  });
});
