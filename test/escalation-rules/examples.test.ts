import type { Example } from '../../src/safeguarding/rules';
import { createAssessor } from '../../src/safeguarding';
import { houseRules } from '../safeguarding/support/houseRules';

const rules = houseRules();
const assess = createAssessor(rules);

function judged(example: Example) {
  const message = typeof example === 'string' ? { text: example, before: [], staff: ['Sam', 'Priya'] } : example;
  return { message, verdict: assess(message) };
}

describe.each(rules.rules.map((rule) => [rule.id, rule] as const))('the rule %s', (id, rule) => {
  it('catches its own examples, at the level and about whom they say', () => {
    for (const example of rule.catches) {
      const { message, verdict } = judged(example);
      expect([message.text, verdict.because.map((reason) => reason.rule)]).toEqual([
        message.text,
        expect.arrayContaining([id]),
      ]);
      expect(verdict).toMatchObject({
        ...('level' in message && { level: message.level }),
        ...('about' in message && { about: message.about }),
      });
    }
  });

  it('leaves its harmless twins alone, and so does every other rule', () => {
    for (const example of rule.leavesAlone) {
      const { message, verdict } = judged(example);
      expect([message.text, verdict.level]).toEqual([message.text, 'none']);
    }
  });
});

describe.each(rules.frames.map((frame) => [frame.id, frame] as const))('the frame %s', (_id, frame) => {
  it('excuses what only sounds alarming', () => {
    for (const example of frame.leavesAlone)
      expect([example, judged(example).verdict.level]).toEqual([example, 'none']);
  });

  it('excuses nothing that stands beside it', () => {
    for (const example of frame.catches)
      expect([example, judged(example).verdict.level]).not.toEqual([example, 'none']);
  });
});

describe('the rules as a whole', () => {
  it('have a pack for each kind of concern', () => {
    const kinds = new Set(rules.rules.flatMap((rule) => rule.of));
    expect(kinds.size).toBe(18);
  });
});
