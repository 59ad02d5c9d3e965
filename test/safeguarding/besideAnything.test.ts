import { shippedJudge } from './support/houseRules';

const judge = shippedJudge();

/** What stands before a disclosure in the same text, and has nothing to do with it. */
const BEFORE = [
  'had chips for tea.',
  'feeling rubbish today',
  'school is shit',
  'football was good.',
  'we went to the shop and',
  'my nan came round today.',
];

describe('a disclosure in plain words', () => {
  it.each([
    ...['i want to die', 'i want to kill myself', 'i wish i was dead', 'i want to end it all'],
    ...['i cut myself', 'ive been cutting', 'he says hell kill me', 'my dad hit me', 'my uncle raped me'],
    ...['they make me carry drugs', 'there is no food at home'],
  ])('is no less behind anything else in the same text: %s', (told) => {
    for (const before of BEFORE)
      expect([before, judge(`${before} ${told}`).level]).toEqual([before, expect.stringMatching(/urgent|immediate/)]);
  });

  it.each(['i ran away', 'im scared to go home'])('nor is what somebody must ask about: %s', (told) => {
    for (const before of BEFORE) expect([before, judge(`${before} ${told}`).level]).not.toEqual([before, 'none']);
  });
});
