import { readEmail } from '../../../src/practice/mail/readEmail';

const email = (...lines: readonly string[]) => Buffer.from(lines.join('\r\n'), 'utf8');

test.each([
  ['plainly', '7bit', 'Read it: https://texts.example.org/a=b', 'Read it: https://texts.example.org/a=b'],
  ['as quoted-printable', 'quoted-printable', 'Ll=C5=B7n =3D a long =\r\nline', 'Llŷn = a long line'],
  ['as base64', 'base64', Buffer.from('Diolch, Siân').toString('base64'), 'Diolch, Siân'],
])('reads words encoded %s', (_, encoding, body, text) => {
  const raw = email('From: a@example.org', `Content-Transfer-Encoding: ${encoding}`, '', body, '');
  expect(readEmail(raw).text).toBe(text);
});

test('reads headers that are folded and encoded', () => {
  const raw = email(
    'From: =?UTF-8?Q?Canolfan_Ll=C5=B7n?= <a@example.org>',
    'Subject: =?UTF-8?B?TmVnZXMg?=',
    ' =?UTF-8?Q?i_chi?=',
    '',
    '',
  );
  expect(readEmail(raw)).toEqual({ from: 'Canolfan Llŷn <a@example.org>', subject: 'Neges i chi', text: '' });
});
