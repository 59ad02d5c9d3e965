import { shippedJudge } from './support/houseRules';

const judge = shippedJudge();

/** What stands in so many disclosures ("idk i just cant") was weighed as one where it stood alone. */
describe('a whole message that only says they do not know, or did not understand', () => {
  it.each([
    'idk',
    'Idk lol',
    'i dunno',
    'i dont know',
    "I don't know.",
    "i don't know what to say",
    "I don't understand.",
    'hi idk',
    'dwi ddim yn deall',
    'ddim yn gwybod',
    'dim syniad',
  ])('tells nothing: %s', (text) => expect(judge(text).level).toBe('none'));

  it.each([
    'idk i just want to disappear',
    'i dont know how to say this but dad hits me',
    'idk how to tell u but i cut myself',
  ])('is heard whole with anything beside it: %s', (text) => expect(judge(text).level).not.toBe('none'));

  it('takes nothing from what is told after it', () => {
    expect(judge('my dad hit me last night', { before: ['idk'] }).level).toBe('urgent');
  });
});
