import { heardByItself } from '../../../src/safeguarding/earlier/byItself';
import { atLeast, type Assess, type Assessment } from '../../../src/vocabulary/concerns';
import { createAssessor } from '../../../src/safeguarding';
import { houseRules, houseWeights } from '../support/houseRules';
import { labelledMessages } from '../support/labelledMessages';

const judge = createAssessor(houseRules(), houseWeights());

/** What people text all day; any of it may stand before a disclosure. */
const EVERYDAY = [
  ['ok im at the bus stop now see u in 5', 'can u get milk on the way home pls'],
  ['lol did u watch it last night', 'haha yeah it was so funny'],
  ['Sorry in a meeting, call you later', 'no worries talk tonite'],
  ['what time is training', 'ill bring my boots'],
] as const;

/** Every hundred and ninetieth message of the labelled ones that stand alone and are grave. */
const grave = labelledMessages()
  .labelled.filter(({ before, level }) => before.length === 0 && atLeast(level, 'urgent'))
  .filter((_, index) => index % 240 === 0);

describe('a text behind others', () => {
  it.each(EVERYDAY)('is as grave behind "%s" and "%s" as it is by itself', (...before) => {
    const heard = grave.filter(({ text, staff }) => atLeast(judge({ text, before: [], staff }).level, 'urgent'));
    expect(heard.length).toBeGreaterThan(150);
    const lost = heard.filter(({ text, staff }) => !atLeast(judge({ text, before, staff }).level, 'urgent'));
    expect(lost).toEqual([]);
  });
});

const NOTHING: Assessment = {
  level: 'none',
  kinds: [],
  about: 'self',
  because: [],
  readable: true,
  unreadableBecause: null,
  weak: false,
  meant: { names: [], roleWords: [], unnamed: false },
  notThem: [],
  rulesVersion: 'r',
};

/** A judge to whom these texts are urgent, and everything else is nothing. */
const alarmedBy =
  (...texts: string[]): Assess =>
  ({ text }) =>
    texts.includes(text)
      ? {
          ...NOTHING,
          level: 'urgent',
          because: [
            {
              rule: 'heard',
              evidence: text,
              where: 'message',
              span: { start: 0, end: text.length },
              level: 'urgent',
              kinds: [],
              steps: [],
            },
          ],
        }
      : NOTHING;

it('accuses behind others whom it accuses there, and is as grave as by itself', () => {
  const input = { text: 'he hit me', before: ['sam drove me home'], staff: ['Sam'] };
  const meant = { names: ['Sam'], roleWords: [], unnamed: false };
  const inPlace: Assessment = { ...NOTHING, level: 'worry', about: 'practitioner', meant, notThem: ['Priya'] };
  const heard = heardByItself(input, inPlace, alarmedBy('he hit me'));
  expect(heard).toMatchObject({ level: 'urgent', about: 'practitioner', meant, notThem: ['Priya'] });
});

describe('a text that goes on in the middle of a sentence', () => {
  const last = (hears: Assess, sent: readonly string[], asked: 'safe-now' | null = null): Assessment => {
    const input = { text: sent.at(-1) ?? '', before: sent.slice(0, -1), staff: [], asked };
    return heardByItself(input, hears(input), hears);
  };

  it.each([
    ['how it begins', ['i keep a bag', 'for my cousin under']],
    ['how the one before it ended', ['marcus drops me first cos', 'i live nearest then the']],
  ])('is a worry, shown by %s, where its sentence as far as it goes is harmless', (_, sent) => {
    const heard = last(alarmedBy(sent[1] as string), sent);
    expect(heard.level).toBe('worry');
    expect(heard.because[0]?.steps.at(-1)).toContain('read as one');
  });

  it.each([
    ['its sentence is as grave', ['i keep a bag', 'for when he hits me'], ['i keep a bag for when he hits me']],
    ['the sentence before it had ended', ['i keep a bag.', 'for when he hits me'], []],
    ['nothing shows that it goes on', ['hiya', 'he hits me'], []],
  ])('is as grave as it was where %s', (_, sent, graveToo) => {
    expect(last(alarmedBy(sent[1] as string, ...graveToo), sent).level).toBe('urgent');
  });

  it('is as grave as it was where it answers whether they are safe', () => {
    expect(last(alarmedBy('in the house'), ['im', 'in the house'], 'safe-now').level).toBe('urgent');
  });
});
