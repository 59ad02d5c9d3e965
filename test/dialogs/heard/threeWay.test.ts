import { hearThreeWay, type ThreeWay } from '../../../dialogs/heard/threeWay';

test.each<[string, ThreeWay | null]>([
  ['1', 'yes'],
  ['yes', 'yes'],
  ['yh', 'yes'],
  ["Yeah I'm safe", 'yes'],
  ['yes at my nans', 'yes'],
  ['Ydw', 'yes'],
  ['2', 'no'],
  ['no', 'no'],
  ['nah', 'no'],
  ["I'm not safe", 'no'],
  ['dont feel safe', 'no'],
  ["no he's here", 'no'],
  ['nac ydw', 'no'],
  ['3', 'not-sure'],
  ['idk', 'not-sure'],
  ['kind of', 'not-sure'],
  ['for now', 'not-sure'],
  ['yes but he comes back later', 'not-sure'],
  ['no im fine', 'not-sure'],
  ['yes i think so', 'not-sure'],
  ['ok', null],
  ['thanks', null],
  ['7', null],
  ['what do you mean', null],
  ['yes she came home and then we all went out to get some chips from town', null],
])('"%s" means %s', (text, answer) => {
  expect(hearThreeWay(text)).toBe(answer);
});
