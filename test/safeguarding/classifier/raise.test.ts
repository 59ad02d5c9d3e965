import { createAssessor } from '../../../src/safeguarding';
import { certainOf } from '../../../src/safeguarding/classifier/raise';
import { compile } from '../../../src/safeguarding/reading/compile';
import { excusedHitsOf } from '../../../src/safeguarding/weighing/excusedHits';
import { hitsOf } from '../../../src/safeguarding/weighing/hits';
import { read } from '../../../src/safeguarding/reading/reading';
import { READ_AS_ONE } from '../../../src/safeguarding/earlier/saidInParts';
import { compareLevels, type Assessment, type ToAssess } from '../../../src/vocabulary/concerns';
import { houseRules, houseWeights } from '../support/houseRules';
import { labelledMessages } from '../support/labelledMessages';

const rules = houseRules();
const weights = houseWeights();
const byRules = createAssessor(rules);
const byBoth = createAssessor(rules, weights);
const reasonOf = ({ because }: Assessment) => because.find(({ rule }) => rule === 'classifier');

const compiled = compile(rules);
const certainly = ({ text, before, staff }: ToAssess) => {
  const reading = read(text, before, { staff }, compiled);
  const hits = hitsOf(reading, compiled, null);
  /** What stands beside a frame in its sentence is as certain as elsewhere. */
  const beside = excusedHitsOf(reading, compiled, null, false, hits);
  return certainOf({ reading, hits: [...hits, ...beside] }, compiled);
};

/** What is read as one with the texts before it has reasons in each of them: `saidInParts.test.ts` promises those. */
const isReadAsOne = ({ because }: Assessment) => because.some(({ steps }) => steps.includes(READ_AS_ONE));

const { labelled } = labelledMessages();
const judged = labelled
  .filter((_, index) => index % 50 === 0)
  .map((message) => ({
    message,
    certain: certainly(message),
    alone: byRules(message),
    both: byBoth(message),
  }))
  .filter(({ alone, both }) => !isReadAsOne(alone) && !isReadAsOne(both));
const raised = judged.filter(({ certain, both }) => compareLevels(both.level, certain.level) > 0 && both.readable);

describe('over labelled messages, rules and classifier together', () => {
  it('say more than the rules are certain of, and never less', () => {
    expect(raised.length).toBeGreaterThan(100);
    expect(judged.filter(({ certain, both }) => compareLevels(both.level, certain.level) < 0)).toEqual([]);
  });

  it('never take away a reason or a kind that is certain', () => {
    const lost = judged.filter(
      ({ certain, both }) =>
        !certain.because.every((reason) => both.because.some((kept) => kept.rule === reason.rule)) ||
        !certain.kinds.every((kind) => both.kinds.includes(kind)),
    );
    expect(lost).toEqual([]);
  });

  it('name every rule that was heard, wherever they raise', () => {
    const unnamed = raised.filter(
      ({ alone, both }) => !alone.because.every((reason) => both.because.some((kept) => kept.rule === reason.rule)),
    );
    expect(unnamed).toEqual([]);
  });

  it('give no reason graver than the verdict', () => {
    const graver = judged.filter(({ both }) => both.because.some(({ level }) => compareLevels(level, both.level) > 0));
    expect(graver).toEqual([]);
  });
});

describe('a level above what the rules were certain of', () => {
  it('has the classifier among its reasons, first where it goes further than any rule', () => {
    for (const { alone, both } of raised) {
      expect(reasonOf(both)).toMatchObject({ level: both.level });
      expect(both.kinds).not.toEqual([]);
      if (compareLevels(both.level, alone.level) > 0)
        expect([both.because[0]?.rule, both.weak]).toEqual(['classifier', true]);
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

  it('names little beside an allegation: lesser hints stay among the reasons', () => {
    const accused = raised.filter(({ both }) => both.about === 'practitioner');
    const named = accused.reduce((sum, { both }) => sum + both.kinds.length, 0);
    expect(accused.length).toBeGreaterThan(10);
    expect(named / accused.length).toBeLessThan(2);
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

describe('what only the classifier heard', () => {
  const onlyHeard = raised.filter(({ message, alone }) => alone.level === 'none' && message.before.length === 0);
  const behind = (retraction: string, { message: { text, staff } }: (typeof raised)[number], ...more: string[]) =>
    byBoth({ text: retraction, before: [text, ...more], staff });

  it.each(['i made that up', 'dont worry about it im fine', 'nah im only messing', 'jk', 'ignore me'])(
    'is not unsaid by %j',
    (retraction) => {
      expect(onlyHeard.length).toBeGreaterThan(30);
      for (const each of onlyHeard.slice(0, 30))
        expect([each.message.text, behind(retraction, each).level]).not.toEqual([each.message.text, 'none']);
    },
  );

  it('is not unsaid by taking it back twice, and is shown where it was said', () => {
    for (const each of onlyHeard.slice(0, 10)) {
      const { because } = behind('i take it back', each, 'jk');
      expect(because.map(({ where }) => where)).toContainEqual({ before: 0 });
    }
  });

  it('is not carried on by words of their own', () => {
    for (const each of onlyHeard.slice(0, 10))
      expect([behind('see you at 4', each).level, behind('nvm my key was upside down, im in now', each).level]).toEqual(
        ['none', 'none'],
      );
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

it('hears nothing else since somebody wrote a concept it has not learnt', () => {
  const written = {
    ...rules,
    concepts: { ...rules.concepts, 'written-since': ['mum', 'dad', 'hit', 'school', 'home', 'want', 'feel', 'night'] },
  };
  const since = createAssessor(written, weights);
  const told = labelled.filter((_, index) => index % 200 === 0);
  expect(told.map((one) => since(one).because)).toEqual(told.map((one) => byBoth(one).because));
});

describe('what a rule is certain of, beside an allegation another rule heard', () => {
  const about = (text: string) => byBoth({ text, before: [], staff: ['Martin', 'Priya'] }).about;

  it.each([
    'martin grabd my bum at the gym he sed it woz a accident but its 4 tims',
    'i dont feel right when martins on can i have someone else',
  ])('does not drop whom it accuses: %s', (text) => expect(about(text)).toBe('practitioner'));

  it.each([
    'my dad hits me and martin said i should tell you',
    'i told martin about my dad hitting me',
    'im going to kill myself tonight tell martin thanks',
    'my mum hits me so martin took me for a mcdonalds',
  ])('accuses nobody who only stands beside it: %s', (text) => expect(about(text)).toBe('self'));
});
