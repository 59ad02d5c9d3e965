import { hearTellingAnswer } from '../../../dialogs/heard/tellingAnswer';
import type { Style, TellingKind } from '../../../src/vocabulary';

test.each<readonly [string, TellingKind, Style, string | null]>([
  ['1', 'will-ring', 'ordinary', 'yes'],
  ['ok', 'will-ring', 'ordinary', 'yes'],
  ['2', 'will-ring', 'ordinary', 'no'],
  ['no thanks', 'will-ring', 'ordinary', 'no'],
  ['3', 'will-ring', 'ordinary', 'text-me'],
  ['no just text me', 'will-ring', 'ordinary', 'text-me'],
  ['1', 'goes-further', 'ordinary', 'be-there'],
  ["I'll be there", 'goes-further', 'ordinary', 'be-there'],
  ['on the phone pls', 'goes-further', 'ordinary', 'by-phone'],
  ['you do it', 'goes-further', 'ordinary', 'you-do-it'],
  ['3', 'goes-further', 'discreet', 'another-time'],
  ['another time', 'goes-further', 'discreet', 'another-time'],
  ['ydw', 'will-ring', 'ordinary', 'yes'],
  ['4', 'will-ring', 'ordinary', null],
  ['10', 'will-ring', 'ordinary', null],
  ['1', 'gone-further', 'ordinary', null],
  ['yes', 'goes-further', 'ordinary', null],
  ['no he took my phone and he is outside', 'will-ring', 'ordinary', null],
])('"%s" to %s (%s) is %s', (text, what, style, answer) => {
  expect(hearTellingAnswer(text, what, style)).toBe(answer);
});
