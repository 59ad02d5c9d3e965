import { createAssessor, type DisclosureRules } from '../../../src/safeguarding';
import type { ClassifierWeights } from '../../../src/safeguarding/classifier/weights';
import { houseRules, houseWeights } from '../support/houseRules';

const house = houseRules();
const [example] = house.rules;
const weights = houseWeights();
if (example === undefined) throw new Error('the house has no rules');

/** One rule beside the concepts of the house: certain of the belt, not of the bruise. */
const rules: DisclosureRules = {
  ...house,
  version: 'certainly',
  frames: [],
  rules: [
    {
      ...example,
      id: 'belt-or-bruise',
      level: 'urgent',
      certainly: ['took his belt to me'],
      patterns: ['(a|this) bruise'],
      together: undefined,
      unless: ['netball'],
      raise: [{ with: ['right now'], to: 'immediate', because: 'it is happening' }],
    },
  ],
};
const BELT = 'he took his belt to me';
const BRUISE = 'i have a bruise';

/** A classifier that grants everything from a score on, or nothing at all. */
function weightsGranting(threshold: number | null): ClassifierWeights {
  const { gates } = weights;
  const gate = { ...gates.urgent.heard, threshold };
  const same = { heard: gate, unheard: gate };
  const none = { ...gate, threshold: null };
  const level = { worry: same, urgent: same, immediate: { heard: none, unheard: none } };
  return { ...weights, gates: { ...gates, ...level, practitioner: none, other: none } };
}

const judgeWith = (weights: ClassifierWeights | null) => {
  const assess = createAssessor(rules, weights);
  return (text: string) => assess({ text, before: [], staff: ['Sam'] });
};
const alone = judgeWith(null);
const silent = judgeWith(weightsGranting(null));
const granting = judgeWith(weightsGranting(-1000));

describe('what a rule is certain of', () => {
  it('stands, whatever the classifier says', () =>
    expect(silent(BELT)).toMatchObject({ level: 'urgent', because: [{ rule: 'belt-or-bruise' }] }));

  it('rises by what raises the rule', () => expect(silent(`${BELT} right now`).level).toBe('immediate'));

  it('is silent where the rule is', () => expect(silent(`${BELT} at netball`).level).toBe('none'));
});

describe('what a rule hears without being certain', () => {
  it('is enough where no classifier listens', () => expect(alone(BRUISE).level).toBe('urgent'));

  it('is nothing where one listens and does not agree', () =>
    expect(silent(BRUISE)).toMatchObject({ level: 'none', kinds: [], because: [] }));

  it.each(['lol only joking', 'haha jk just kidding', 'forget it doesnt matter'])(
    'stands when it is taken back: %s',
    (text) => {
      const judge = createAssessor(houseRules(), weights);
      expect(judge({ text, before: ['my dad hits me every night'], staff: ['Sam'] }).level).toBe('urgent');
    },
  );

  it('takes nothing from what the rule is certain of', () => expect(silent(`${BRUISE}, ${BELT}`).level).toBe('urgent'));

  it('is the first reason where the classifier agrees', () => {
    const { level, because, weak } = granting(BRUISE);
    expect([level, because.map(({ rule }) => rule), weak]).toEqual(['urgent', ['belt-or-bruise', 'classifier'], false]);
  });

  it('is held at the level the classifier goes to', () => {
    const { level, because } = granting('i have a bruise, it is right now');
    expect([level, because[0]?.level]).toEqual(['urgent', 'urgent']);
  });
});
