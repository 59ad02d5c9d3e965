import { tellsAnew } from '../../../src/vocabulary/concerns';
import { shippedJudge } from '../support/houseRules';

const judge = shippedJudge();
const TOLD = 'my dad hit me last night';

describe('a text that only says that what was told is so now', () => {
  it.each([
    ...['tonight too', 'still', 'still happening', 'every night', 'yeah tonight', 'yes he did'],
    ...['please', 'pls', 'please help', 'im scared', 'I meant it', 'its true', 'it really happened'],
    ...['it wasnt a joke', 'i wasnt joking', 'im not lying', 'i wasnt making it up'],
  ])('tells it anew, and points at its own words: %s', (text) => {
    const heard = judge(text, { before: [TOLD] });
    expect(heard.level).toBe('urgent');
    expect(tellsAnew(heard)).toBe(true);
    for (const { where, evidence, span } of heard.because)
      expect((where === 'message' ? text : TOLD).slice(span.start, span.end)).toBe(evidence);
  });

  it.each(['tonight too', 'still happening', 'please', 'im not lying', 'its true'])(
    'and tells nothing where nothing was told: %s',
    (text) => {
      expect(judge(text, { before: ['i scored two goals at the match'] }).level).toBe('none');
      expect(judge(text).level).toBe('none');
    },
  );

  it.each([
    'yes',
    'yeah',
    'it was a joke',
    'i was joking',
    'jk',
    'its not true',
    'dont tell anyone',
    'never mind',
    'dont tell my mum',
  ])('a bare answer, a retraction or a plea lowers nothing and tells nothing anew: %s', (text) => {
    const heard = judge(text, { before: [TOLD] });
    expect(heard.level).toBe('urgent');
    expect(tellsAnew(heard)).toBe(false);
  });
});
