import { join } from 'node:path';
import { readClassifier } from '../../../src/authored/classifier';
import { createAssessor } from '../../../src/safeguarding';
import { compareLevels, type Assessment } from '../../../src/vocabulary/concerns';
import { houseRules } from '../support/houseRules';
import { labelledMessages } from '../support/labelledMessages';

const rules = houseRules();
const read = readClassifier(join(__dirname, '../../../escalation-rules/classifier/weights.json'));
if (!read.ok || read.weights === null) throw new Error('the house ships no weights that can be read');
const { weights } = read;
const byRules = createAssessor(rules);
const byBoth = createAssessor(rules, weights);
const reasonOf = ({ because }: Assessment) => because.find(({ rule }) => rule === 'classifier');

const judged = labelledMessages()
  .labelled.filter((_, index) => index % 33 === 0)
  .map((message) => ({ message, alone: byRules(message), both: byBoth(message) }));
const raised = judged.filter(({ alone, both }) => compareLevels(both.level, alone.level) > 0);

describe('over labelled messages, rules and classifier together', () => {
  it('say more than the rules of some, and less of none', () => {
    expect(raised.length).toBeGreaterThan(30);
    expect(judged.filter(({ alone, both }) => compareLevels(both.level, alone.level) < 0)).toEqual([]);
  });

  it('never take away a reason or a kind of the rules', () => {
    const lost = judged.filter(
      ({ alone, both }) =>
        !alone.because.every((reason) => both.because.some((kept) => kept.rule === reason.rule)) ||
        !alone.kinds.every((kind) => both.kinds.includes(kind)),
    );
    expect(lost).toEqual([]);
  });

  it('change nothing at all where they agree', () => {
    const agreed = judged.filter(({ alone, both }) => both.level === alone.level);
    const version = byBoth({ text: '', before: [], staff: [] }).rulesVersion;
    const changed = agreed.filter(
      ({ alone, both }) => JSON.stringify(both) !== JSON.stringify({ ...alone, rulesVersion: version }),
    );
    expect(changed).toEqual([]);
  });

  it('say immediate of nothing in which no rule heard a risk', () =>
    expect(raised.filter(({ alone, both }) => alone.level === 'none' && both.level === 'immediate')).toEqual([]));
});

describe('a level above what the rules said', () => {
  it('has the classifier as its first reason, and a kind', () => {
    for (const { both } of raised) {
      expect(both.because[0]).toMatchObject({ rule: 'classifier', level: both.level });
      expect(both.kinds).not.toEqual([]);
      expect(both.weak).toBe(true);
    }
  });

  it('points at the words as written, and says which spoke most', () => {
    for (const { message, both } of raised) {
      const reason = reasonOf(both);
      expect(reason?.where).toBe('message');
      expect(message.text.slice(reason?.span.start, reason?.span.end)).toBe(reason?.evidence);
      expect(reason?.evidence).not.toBe('');
      expect(reason?.steps.at(-1)).toMatch(/^what spoke most: "/);
    }
  });

  it('accuses an adult of the service only where one is spoken of', () => {
    const accused = raised.filter(({ alone, both }) => both.about === 'practitioner' && alone.about !== 'practitioner');
    for (const { message, both } of accused) {
      expect(both.kinds).toContain('allegation-against-staff');
      expect(both.meant.names.length + both.meant.roleWords.length + Number(both.meant.unnamed)).toBeGreaterThan(0);
      expect(message.text).not.toBe('');
    }
  });
});

describe('what it has learnt', () => {
  const about = (name: string) =>
    byBoth({ text: `${name} said he will pick me up at four`, before: [], staff: [name] });

  it('is no name: the same words about another mentor are the same words', () =>
    expect(['Gareth', 'Priya', 'Oluwaseun'].map((name) => about(name).level)).toEqual(['none', 'none', 'none']));

  it.each(['see you at 4', 'ok thanks', 'had chips for tea lol'])('is not that who told once tells again: %s', (text) =>
    expect(byBoth({ text, before: ['my dad hit me again'], staff: ['Sam'] }).level).toBe('none'),
  );
});
