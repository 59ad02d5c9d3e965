import { saidInParts } from '../../../src/safeguarding/earlier/saidInParts';
import type { Assess, Assessment, Level } from '../../../src/vocabulary/concerns';
import { shippedJudge } from '../support/houseRules';

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

/** A judge that hears these words, each at its level, where they stand in one text, and nothing else. */
const hears =
  (words: Readonly<Record<string, Level>>): Assess =>
  ({ text }) => {
    const heard = Object.entries(words).find(([sentence]) => text.includes(sentence));
    if (heard === undefined) return NOTHING;
    const [evidence, level] = heard;
    const start = text.indexOf(evidence);
    const span = { start, end: start + evidence.length };
    return {
      ...NOTHING,
      level,
      because: [{ rule: 'heard', evidence, where: 'message', span, level, kinds: [], steps: [] }],
    };
  };

function lastOf(judge: Assess, ...sent: string[]): Assessment {
  const input = { text: sent.at(-1) ?? '', before: sent.slice(0, -1), staff: [] };
  return saidInParts(input, judge(input), judge);
}

describe('a sentence sent in parts', () => {
  const belt = hears({ 'he hit me with his belt': 'urgent' });

  it.each([
    ['in two', ['hi', 'he hit me', 'with his belt']],
    ['in three', ['hi', 'he hit', 'me with', 'his belt']],
  ])('is heard once it is whole: %s', (_, sent) => {
    expect(lastOf(belt, ...sent).level).toBe('urgent');
    expect(lastOf(belt, ...sent.slice(0, -1)).level).toBe('none');
  });

  it('is not heard again by what comes behind it', () => {
    expect(lastOf(belt, 'he hit me with his belt', 'ok thanks').level).toBe('none');
    expect(lastOf(belt, 'he hit me', 'with his belt', 'ok thanks').level).toBe('none');
  });

  it('is not heard where one of its parts was, at whatever level', () => {
    const pills = hears({ 'took all the pills': 'immediate', 'the pills': 'urgent' });
    expect(lastOf(pills, 'i took all', 'the pills').level).toBe('urgent');
    expect(lastOf(pills, 'i took all', 'the pills', 'ok thanks').level).toBe('none');
  });

  it('is not read as one while it goes on, and is heard once it ends', () => {
    const kills = hears({ 'hes going to kill my': 'urgent' });
    expect(lastOf(kills, 'hes going to', 'kill my').level).toBe('none');
    expect(lastOf(kills, 'hes going to', 'kill my', 'mum').level).toBe('urgent');
  });

  it('is not made of what is harmless when more is read with it', () => {
    const judge: Assess = (input) => (input.text.startsWith('in the film ') ? NOTHING : belt(input));
    expect(lastOf(judge, 'in the film', 'he hit me', 'with his belt').level).toBe('none');
  });

  it('is left where it is no more than a worry, which each part may tell by itself', () => {
    expect(lastOf(hears({ 'i am so tired': 'worry' }), 'i am', 'so tired').level).toBe('none');
  });

  it('adds to what its last part says by itself, and takes nothing away', () => {
    const accused = { about: 'practitioner', meant: { names: ['Sam'], roleWords: [], unnamed: false } } as const;
    const judge: Assess = (input) => {
      const heard = hears({ 'forced me now': 'immediate' })(input);
      return /^sam .*forced/.test(input.text) ? { ...heard, level: 'urgent', kinds: ['suicide'], ...accused } : heard;
    };
    const told = lastOf(judge, 'sam', 'forced me now');
    expect([told.level, told.about, told.kinds]).toEqual(['immediate', 'practitioner', ['suicide']]);
    expect(told.because.map(({ where }) => where)).toContain('message');
  });

  it('has each piece of its evidence where that was written', () => {
    const sent = ['well', 'um he hit me', 'with his belt again'];
    const { because } = lastOf(belt, ...sent);
    expect(because.map(({ where, evidence }) => [where, evidence])).toEqual([
      [{ before: 1 }, 'he hit me'],
      ['message', 'with his belt'],
    ]);
    for (const { where, span, evidence } of because)
      expect((where === 'message' ? sent[2] : sent[where.before])?.slice(span.start, span.end)).toBe(evidence);
  });

  it('is read as one only where the parts together are as short as a text', () => {
    expect(lastOf(belt, `${'and so on '.repeat(30)}he hit me`, 'with his belt').level).toBe('none');
  });

  it('stays with a person where the last part cannot be read', () => {
    const unread: Assessment = { ...NOTHING, level: 'worry', readable: false, unreadableBecause: 'script' };
    const input = { text: 'with his belt', before: ['he hit me'], staff: [] };
    expect(saidInParts(input, unread, belt)).toBe(unread);
  });
});

describe('the judge as it is shipped', () => {
  it.each([
    ['sam keeps putting his hand', 'on my leg in the car'],
    ['ive just taken', 'a whole packet', 'of paracetamol'],
  ])('hears a sentence sent in parts as the sentence it is', (...sent) => {
    const judge = shippedJudge();
    const whole = judge(sent.join(' '), { staff: ['Sam'] });
    const told = judge(sent.at(-1) ?? '', { before: sent.slice(0, -1), staff: ['Sam'] });
    expect([told.level, told.about]).toEqual([whole.level, whole.about]);
    expect(whole.level).not.toBe('none');
  });

  it.each([
    ['i got raped', 'by sam'],
    ['i got raped', 'by', 'my mentor'],
    ['ok so sam', 'forced me to have sex'],
    ['he hurt me', 'garath did'],
    ['someone touched me', 'it was sam'],
  ])('hears that an adult of the service is accused, though a part was urgent already: %s / %s', (...sent) => {
    const judge = shippedJudge();
    const { level, about } = judge(sent.at(-1) ?? '', { before: sent.slice(0, -1), staff: ['Sam', 'Gareth'] });
    expect([level, about]).toEqual(['urgent', 'practitioner']);
  });

  it.each([
    ['my dad hit me last night', 'is sam in'],
    ['can i talk to sam', 'i got raped'],
    ['he raped me', 'tell sam please'],
    ['my uncle raped me', 'hi sam'],
    ['our lodger touched me', 'sam does all the voices when she reads to us'],
    ['i got raped', 'sam knows'],
  ])('accuses nobody who is only named beside a disclosure: %s / %s', (...sent) => {
    const told = shippedJudge()(sent.at(-1) ?? '', { before: sent.slice(0, -1), staff: ['Sam'] });
    expect(told.about).toBe('self');
  });
});
