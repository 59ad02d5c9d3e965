import { shippedJudge } from '../support/houseRules';

const judge = shippedJudge();

describe('an adult of the service who is not named but meant by what they are', () => {
  it.each([
    'the lady on the front desk at yours keeps putting her hand up my top',
    'someone on ur team sent my nudes to the olders',
    'is it right that the helper locks us in a room when were naughty',
    'somebody who works there has been writing me love letters. he puts them in my coat',
    'the voluntear kep puting his hand bak evry time i muved it',
  ])('is accused where something grave is heard and nobody else does it: %s', (text) => {
    const { level, about, kinds, meant } = judge(text);
    expect([level, about, meant.unnamed]).toEqual(['urgent', 'practitioner', true]);
    expect(kinds[0]).toBe('allegation-against-staff');
  });

  it.each([
    'i told the helper my dad hits me with his belt',
    'my stepdad hits me and the volunteer noticed',
    'the helper asked why i take the leftover sandwiches. theres never anything to eat at home',
    'its the driver of the school bus, he keeps touching my leg',
    'our school bus driver keeps touching my leg',
    'mr dunne locks the door and touches me. hes not one of yours hes school',
    'my worker knows i cut myself again last night',
  ])('is not where they were only told, or somebody else does it: %s', (text) =>
    expect(judge(text).about).not.toBe('practitioner'),
  );

  it('leaves the level as it was heard', () =>
    expect(judge('the volunteer gave us all cake and i ate three').level).toBe('none'));

  it.each([
    ['one of your mentors touched my leg', true],
    ['my old mentor touched my leg', true],
    ['my mentor touched my leg', false],
    ['i told sam that one of your volunteers touched my leg', true],
  ])('is anybody of them, unless it is their own mentor: %s', (text, unnamed) =>
    expect(judge(text, { staff: ['Sam', 'Priya'] }).meant.unnamed).toBe(unnamed),
  );
});
