import { shippedJudge } from '../support/houseRules';

const judge = shippedJudge();
const WITH = { staff: ['Sam', 'Priya', 'Martin'] };

describe('whom a young person would rather speak to', () => {
  it.each([
    'can i speak to another person not martin',
    'can i talk to someone else instead of martin',
    'i want a different mentor not martin please',
  ])('is a wish, kept as one, and accuses nobody: %s', (text) => {
    const { level, about, notThem } = judge(text, WITH);
    expect([level, about]).toEqual(['none', 'self']);
    expect(notThem).toContain('martin');
  });

  it.each([
    'i want someone else not martin he touched me',
    'can i speak to another person not martin he puts his hand on my leg',
    'can i speak to someone not martin hes creepy',
  ])('is more where a reason stands behind it: %s', (text) => {
    expect(judge(text, WITH).about).toBe('practitioner');
  });
});

describe('what an adult of the service says of somebody else', () => {
  it.each(['martin said my dad shouldnt hit me', 'martin told me it isnt ok that my uncle touched me'])(
    'accuses somebody else: %s',
    (text) => {
      expect(judge(text, WITH).level).toMatch(/urgent|immediate/);
      expect(judge(text, WITH).about).not.toBe('practitioner');
    },
  );

  it.each([
    'martin said i shouldnt tell anyone he hit me',
    'martin said he shouldnt have touched me there',
    'martin said my dad shouldnt know he kissed me',
    'martin said my mum wont believe me he touched me again',
    'priya said my dad shouldnt find out she hit me',
  ])('still accuses them where they did it: %s', (text) => {
    expect(judge(text, WITH).about).toBe('practitioner');
  });
});
