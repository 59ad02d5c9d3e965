import { join } from 'node:path';
import { readClassifier } from '../../../src/authored/classifier';
import { createClassifier } from '../../../src/safeguarding/classifier/classify';
import { compile } from '../../../src/safeguarding/reading/compile';
import { createNearMissFinder } from '../../../src/safeguarding/review/nearMisses';
import { read } from '../../../src/safeguarding/reading/reading';
import type { KindRule } from '../../../src/safeguarding/rules';
import { houseRules } from '../support/houseRules';

const house = houseRules();

function rule(id: string, over: Partial<KindRule>): KindRule {
  const examples = { catches: ['a', 'b', 'c'], leavesAlone: ['a', 'b', 'c'] };
  return { id, why: 'made up for a test', level: 'urgent', of: ['physical-abuse'], ...examples, ...over };
}

/** The house's concepts, frames and negations under rules of this test's own. */
const rules = {
  ...house,
  rules: [
    rule('struck', { patterns: ['dad ..1 hit me'], unless: ['blindfold'] }),
    rule('in-pieces', { together: [['my uncle', 'comes in my room', 'dont tell']] }),
    rule('only-a-worry', { level: 'worry', patterns: ['(feels|feel) strange'], unless: ['pudding'] }),
  ],
};
const nearly = createNearMissFinder(rules, null);
const of = (text: string, before: readonly string[] = []) => nearly({ text, before, staff: ['Sam'] });

describe('a near miss', () => {
  test.each([
    ['dad never hit me', 'it was taken as denied', 'my dad never hit me'],
    ['dad hit me', 'a frame excused it', 'dad hit me in fortnite'],
    ['dad hit me', 'its "unless" heard "blindfold"', 'dad hit me blindfold'],
  ])('names what held a rule back, and its words (%s; %s)', (found, because, text) => {
    expect(of(text)).toMatchObject([{ rule: 'struck', level: 'urgent', found: [found], because }]);
  });

  test('names the one part of a set that was not said, and the words of the others, earlier ones too', () => {
    const told = { rule: 'in-pieces', found: ['my uncle', 'comes in my room'], because: /lacked: dont tell$/ };
    const expected = [{ ...told, because: expect.stringMatching(told.because) }];
    expect(of('my uncle comes in my room')).toMatchObject(expected);
    expect(of('he comes in my room', ['its my uncle'])).toMatchObject(expected);
  });

  test.each([
    ['a set whose parts were all said before', 'ok', ['my uncle', 'he comes in my room']],
    ['one part alone', 'my uncle', []],
    ['a rule that did speak', 'my dad hit me', []],
    ['a rule no graver than what the others said', 'my dad hit me. pudding feels strange', []],
    ['a message of every day', 'see you at 4', []],
  ])('is not %s', (_what, text, before) => expect(of(text, before)).toEqual([]));
});

test('the classifier nearly spoke when its score was just under its gate, and only then', () => {
  const classifier = readClassifier(join(__dirname, '../../../escalation-rules/classifier/weights.json'));
  if (!classifier.ok || classifier.weights === null) throw new Error('the house ships a classifier');
  const { weights } = classifier;
  const text = 'theres something about home i dont know how to say';
  const compiled = compile(rules);
  const { score } = createClassifier(weights, compiled).hearLevels({
    reading: read(text, [], { staff: [] }, compiled),
    hits: [],
  }).urgent;
  const withGate = (threshold: number | null) => {
    const gate = (of: number | null) => ({ ...weights.gates.urgent.unheard, threshold: of });
    const shut = { unheard: gate(null), heard: gate(null) };
    const urgent = { unheard: gate(threshold), heard: gate(null) };
    const gates = { ...weights.gates, worry: shut, immediate: shut, urgent };
    return createNearMissFinder(rules, { ...weights, gates })({ text, before: [], staff: [] });
  };
  expect(withGate(score + 0.5)).toMatchObject([{ rule: 'classifier', level: 'urgent', found: [] }]);
  expect([withGate(score + 1.5), withGate(score - 0.1), withGate(null)]).toEqual([[], [], []]);
});
