import { plain } from '../../../dialogs/heard/plain';
import { STOP_ASKING } from '../../../dialogs/heard/stopAsking';

const hears = (text: string) => STOP_ASKING.test(plain(text));

test.each([
  'stop asking',
  'Stop asking me that!!',
  'pls stop asking me questions',
  'can you stop asking',
  'omg stop asking me stuff',
  'dont ask me',
  "don't ask me that again",
  'dont ask',
  'leave it',
  'just leave it',
  'leave it please',
  'leave me alone',
  'drop it',
  'can we not',
  'can we just not',
  'can we not do this today',
  'no more questions',
  'too many questions',
  'enough questions now',
  'why do you keep asking',
  'you keep asking me that',
  'i dont want to talk',
  'I really dont wanna answer any more questions',
  'paid â gofyn',
  'dim mwy o gwestiynau',
  'gad lonydd i fi',
])('"%s" wants no more questions', (text) => {
  expect(hears(text)).toBe(true);
});

test.each([
  'stop',
  'STOP',
  'he wont stop asking me for pics',
  'they keep asking me for money',
  'my dad wont leave it',
  'he wont leave me alone',
  'dont ask me how but i passed',
  'i dont want to talk about it',
  'i dont want to talk to my dad',
  'can we not go to court',
  'leave it to me',
  'he told me to stop asking',
  'i have a question',
  'why do they keep asking me to carry it',
])('"%s" is something else', (text) => {
  expect(hears(text)).toBe(false);
});
