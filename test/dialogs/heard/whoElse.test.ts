import { plain } from '../../../dialogs/heard/plain';
import { ASKS_WHO_ELSE, asksWhoElse } from '../../../dialogs/heard/whoElse';

test.each([
  'are you going to tell my mum?',
  'Are you gonna tell my dad',
  'r u gna tell my mum',
  'u gonna tell school',
  'will you tell the police?',
  'will u ring my foster mum',
  'do you have to tell my social worker',
  'are you telling my carer',
  'have you told my mum yet',
  'did you tell the school',
  'are they going to tell my mum?',
  'can you not tell my mum please',
  'will my mum find out',
  'can my mum see this',
  'does my mum have to know',
  'is my dad gonna be told about this',
  'will school know',
  'will you tell anyone else',
  'my dad hits me but please dont tell my mum',
  'who are you going to tell',
  'who else will know',
  'please dont tell my mum',
  "don't tell my foster carer",
  'pls dont ring my nan',
  'you cant tell my mum',
  'i dont want my mum to know',
  'i dont want you to tell my step dad',
  'my mum cant find out',
  'so are you going to tell my mum and dad about this?',
  'are you going to tell my social worker or the police',
  'are you going to tell anyone at home or my mum',
  'wyt ti am ddweud wrth mam?',
  "ydych chi'n mynd i ddweud wrth fy mam",
  'paid dweud wrth dad',
  "fyddwch chi'n ffonio'r heddlu",
  'wyt ti am ddeud wrth yr ysgol',
])('"%s" asks who else will know', (words) => {
  expect(asksWhoElse(words)).toBe(true);
});

test.each([
  'my mum told the police',
  'i told my mum about it',
  'tell my mum i love her',
  'did my mum ring',
  'did he tell school',
  'did mum get home ok',
  'who did you tell',
  'did mum tell my dad',
  'should i tell my mum',
  'my mum will ring school',
  'are you going to school',
  'will you be at school',
  'i cant tell my mum',
  'i dont tell my mum stuff',
  'i want to tell my mum but im scared',
  'do you know my mum',
  'can you ring me',
  'can you ring my mum please',
  'will sam be in',
  'he said dont tell my mum',
  'dywedodd mam wrth yr ysgol',
])('"%s" does not', (words) => {
  expect(asksWhoElse(words)).toBe(false);
});

test.each([
  ['are you going to tell my mum?', true],
  ['please dont tell my mum', true],
  ['will you tell my mum he hits me every night', false],
  ['he hit me again and are you going to tell my mum', false],
])('"%s" says nothing beside it: %s', (words, alone) => {
  expect(ASKS_WHO_ELSE.test(plain(words))).toBe(alone);
});
