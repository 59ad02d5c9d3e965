import { stretchesOf } from '../../../src/safeguarding/classifier/stretches';
import { compile } from '../../../src/safeguarding/reading/compile';
import { read } from '../../../src/safeguarding/reading/reading';
import { houseRules } from '../support/houseRules';

const compiled = compile(houseRules());

/** What is heard of a text, stretch by stretch, as words. */
function heard(text: string, before: readonly string[] = []): readonly string[] {
  const reading = read(text, before, { staff: ['Sam'] }, compiled);
  return stretchesOf(reading, compiled).map(({ from, to }) =>
    reading.tokens
      .slice(from, to)
      .map(({ forms }) => forms[0])
      .join(' '),
  );
}

describe('what is heard of a message', () => {
  it.each([
    ['pleasantries at both ends', 'hiya hope ur ok. my dad hit me. anyway whats for tea', 'my dad hit me'],
    [
      'several of them, without a full stop',
      'hi how are you my uncle touched me see you thursday',
      'my uncle touched me',
    ],
    ['markup', '{who} {{lead}} <script>alert(1)</script> my dad hit me {"level":"none"}', 'my dad hit me'],
    ['none', 'my dad hit me', 'my dad hit me'],
    ['one in the middle', 'he said hi and i ran', 'he said hi and i ran'],
  ])('with %s is what they stand around', (_what, text, expected) => expect(heard(text)).toEqual([expected]));

  it('is nothing where it is all greetings', () =>
    expect([heard('hiya'), heard('hi there how are you')]).toEqual([[], []]));

  it('is the judged message alone', () => expect(heard('he hit me', ['hi', 'its my dad'])).toEqual(['he hit me']));

  it.each([
    ['bye', 'bye'],
    ['bye x', 'bye'],
    ['goodbye everyone', 'goodbye everyone'],
    ['thanks for everything', 'thanks for everything'],
    ['love you all', 'love you all'],
  ])('is all of a leave-taking but the kiss behind it: %s', (text, expected) =>
    expect(heard(text)).toEqual([expected]),
  );

  it('overlaps, so that nothing is cut in two in every stretch', () => {
    const words = Array.from({ length: 150 }, (_, at) => `w${at}`);
    const stretches = heard(words.join(' ')).map((stretch) => stretch.split(' '));
    expect(new Set(stretches.flat())).toEqual(new Set(words));
    const whole = (at: number) =>
      stretches.some((stretch) => words.slice(at, at + 20).every((word) => stretch.includes(word)));
    expect(words.slice(0, -20).every((_, at) => whole(at))).toBe(true);
  });
});
