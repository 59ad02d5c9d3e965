import { twiml } from 'twilio';
import { readTwiml, UnreadableTwiml } from '../../../src/practice/network/twiml';

test('what the real library writes is read back, nesting, attributes and difficult letters and all', () => {
  const document = new twiml.VoiceResponse();
  const gather = document.gather({ numDigits: 1, action: 'https://texts.example.org/a?b=1&c=2' });
  gather.say({ language: 'cy-GB' }, 'Llŷn & "Môn" <3 ’n wir');
  document.pause({ length: 2 });
  document.redirect('https://texts.example.org/again?x=1&y=2');
  const [first, pause, redirect] = readTwiml('text/xml; charset=utf-8', document.toString());
  expect(first).toMatchObject({
    name: 'Gather',
    attributes: { numDigits: '1', action: 'https://texts.example.org/a?b=1&c=2' },
    children: [{ name: 'Say', attributes: { language: 'cy-GB' }, text: 'Llŷn & "Môn" <3 ’n wir' }],
  });
  expect(pause).toMatchObject({ name: 'Pause', attributes: { length: '2' } });
  expect(redirect).toMatchObject({ name: 'Redirect', text: 'https://texts.example.org/again?x=1&y=2' });
});

test.each([
  ['<Response/>', []],
  ['<?xml version="1.0" encoding="UTF-8"?><Response></Response>', []],
  ['<Response><!-- nothing --><Hangup/></Response>\n', ['Hangup']],
  ['<Response><Say>&#x4c;&#76;</Say></Response>', ['Say']],
])('reads %s', (xml, names) => {
  expect(readTwiml('text/xml', xml).map(({ name }) => name)).toEqual(names);
});

test.each([
  ['another type', 'text/html', '<Response/>'],
  ['no document', 'text/xml', ''],
  ['another root', 'text/xml', '<Reply/>'],
  ['two roots', 'text/xml', '<Response/><Response/>'],
  ['words outside', 'text/xml', 'hello <Response/>'],
  ['an open verb', 'text/xml', '<Response><Say>hi</Response>'],
  ['a verb nobody opened', 'text/xml', '<Response></Say></Response>'],
  ['a bare ampersand attribute', 'text/xml', '<Response><Say voice=Amy>hi</Say></Response>'],
  ['an unknown entity', 'text/xml', '<Response><Say>&nbsp;</Say></Response>'],
])('refuses %s, as the carrier would', (_, type, xml) => {
  expect(() => readTwiml(type, xml)).toThrow(UnreadableTwiml);
});
