import { shippedJudge } from '../support/houseRules';

const judge = shippedJudge();

describe('a message that takes back what was said before', () => {
  it.each(['nvm sam hit me', 'jk sam touched me', 'just kidding sam kissed me'])(
    'is heard itself, and what it takes back with it: %s',
    (text) => {
      const verdict = judge(text, { before: ['my dad hit me last night'], staff: ['Sam'] });
      expect(verdict.about).toBe('practitioner');
      expect(verdict.meant.names).toEqual(['Sam']);
      expect(verdict.kinds).toEqual(expect.arrayContaining(['allegation-against-staff', 'physical-abuse']));
      expect(verdict.because.map(({ where }) => where)).toEqual(expect.arrayContaining(['message', { before: 0 }]));
    },
  );

  it('does not unsay that an adult of the service was meant', () => {
    const verdict = judge('jk my dad hit me', { before: ['sam touched me'], staff: ['Sam'] });
    expect([verdict.about, verdict.meant.names]).toEqual(['practitioner', ['Sam']]);
  });

  it('is as fast as the faster of both', () => {
    const before = ['im being followed'];
    expect(judge('jk my dad hit me', { before }).level).toBe('immediate');
  });

  it.each([
    ['i feel awful', 'ellie said sorry', 'feel awful'],
    ['i feel so trapped', 'we went to court', 'feel so trapped'],
  ])('quotes what made the verdict, and not the word that only completes it: %s, %s', (first, next, quoted) => {
    const [reason] = judge('yes', { before: [first, next] }).because;
    expect([reason?.where, reason?.evidence]).toEqual([{ before: 0 }, quoted]);
  });
});
