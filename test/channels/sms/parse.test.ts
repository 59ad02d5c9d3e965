import { parseIncomingText } from '../../../src/channels/sms/parse';
import { WITHHELD_NUMBER } from '../../../src/channels/sms/phone';

const AT = '2026-11-22T23:40:00.000Z';

const FORM = {
  MessageSid: `SM${'1f'.repeat(16)}`,
  SmsSid: `SM${'1f'.repeat(16)}`,
  AccountSid: `AC${'0a'.repeat(16)}`,
  From: '+447700900123',
  To: '+447700900000',
  Body: 'can i tell you something',
  NumMedia: '0',
  NumSegments: '1',
  FromCity: 'NOWHERE',
};

function read(changed: Record<string, string | undefined>, set: 'default' | 'advanced' = 'advanced') {
  const parsed = parseIncomingText({ ...FORM, ...changed }, set, AT);
  if (!parsed.ok) throw new Error(`unreadable: ${parsed.fields.join(', ')}`);
  return parsed.message;
}

test('a text becomes a message in our own words and keeps nothing else of the form', () => {
  expect(read({})).toEqual({
    provider: 'twilio-sms',
    providerId: FORM.MessageSid,
    channel: 'sms',
    sender: { by: 'phone', phone: '+447700900123' },
    kind: 'text',
    text: 'can i tell you something',
    to: '+447700900000',
    optOut: null,
    receivedAt: AT,
  });
});

test.each([
  ['a picture', { NumMedia: '1', MediaContentType0: 'image/jpeg' }, 'picture'],
  ['a film', { NumMedia: '1', MediaContentType0: 'video/mp4' }, 'picture'],
  ['a voice note', { NumMedia: '1', MediaContentType0: 'audio/amr' }, 'voice-note'],
  ['a contact card', { NumMedia: '1', MediaContentType0: 'text/vcard' }, 'unknown'],
  ['something without a type', { NumMedia: '1' }, 'unknown'],
  [
    'a card and a picture',
    { NumMedia: '2', MediaContentType0: 'text/vcard', MediaContentType1: 'image/png' },
    'picture',
  ],
])('%s is told by its announced type and never fetched', (_, media, kind) => {
  expect(read({ ...media, MediaUrl0: 'https://media.example.org/never' })).toMatchObject({
    kind,
    text: FORM.Body,
  });
});

test.each([
  ['1,600 characters', 'ə'.repeat(1_600)],
  ['emoji', '😭😭 pls 👩‍👧'],
  ['line breaks and spaces as they were typed', ' a\n\n b '],
  ['no words', ''],
])('keeps %s as they came', (_, text) => {
  expect(read({ Body: text }).text).toBe(text);
});

test.each([
  ['advanced', 'STOP', 'STOP', 'stop'],
  ['advanced', 'stopiwch', 'STOP', 'stop'],
  ['advanced', 'START', 'START', 'start'],
  ['advanced', 'help', 'HELP', 'help'],
  ['advanced', 'end', undefined, null],
  ['advanced', 'stop', undefined, null],
  ['advanced', 'stop', 'SOMETHING NEW', null],
  ['default', ' Stop ', undefined, 'stop'],
  ['default', 'end', undefined, 'stop'],
  ['default', 'unstop', undefined, 'start'],
  ['default', 'HELP', undefined, 'help'],
  ['default', 'help me', undefined, null],
  ['default', 'yes', undefined, null],
  ['default', 'stop he is hitting me', undefined, null],
] as const)('in the %s set the carrier did the right thing with "%s" (declared: %s)', (set, Body, OptOutType, did) => {
  expect(read({ Body, OptOutType }, set).optOut).toBe(did);
});

test.each(['60006', 'BANK', 'anonymous', '', 'whatsapp:+447700900123'])(
  'a text from %j, which no one can answer, stands under the withheld number',
  (From) => {
    if (From === '') {
      expect(parseIncomingText({ ...FORM, From }, 'advanced', AT)).toEqual({ ok: false, fields: ['From'] });
    } else {
      expect(read({ From }).sender).toEqual({ by: 'phone', phone: WITHHELD_NUMBER });
    }
  },
);

test('what cannot be read names the fields and none of the words', () => {
  const parsed = parseIncomingText({ ...FORM, MessageSid: 'x', To: 'secret' }, 'advanced', AT);
  expect(parsed).toEqual({ ok: false, fields: ['MessageSid', 'To'] });
});
