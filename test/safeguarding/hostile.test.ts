import { compile } from '../../src/safeguarding/reading/compile';
import { hitsOf } from '../../src/safeguarding/weighing/hits';
import { read } from '../../src/safeguarding/reading/reading';
import type { Tags } from '../../src/safeguarding/reading/tag';
import { houseRules } from './support/houseRules';

const compiled = compile(houseRules());
const LONGEST = 9_600;

/** Work is counted, not timed: what was cut, what was found in it, and what every rule heard. */
function workFor(piece: string, length: number): number {
  const text = piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
  const reading = read(text, [], { staff: ['Sam'] }, compiled);
  let asked = 0;
  const counting: Tags = new Proxy(reading.tags, {
    get: (tags, name) => {
      asked += 1;
      const value: unknown = Reflect.get(tags, name);
      return typeof value === 'function' ? value.bind(tags) : value;
    },
  });
  compiled.patterns.match({ tokens: reading.tokens, tags: counting, judgedFrom: 0 });
  const hits = hitsOf(reading, compiled, null);
  return reading.tokens.length + reading.tags.all.length + asked + hits.length;
}

describe('a hostile message', () => {
  it.each([
    'my dad hit me ',
    'i want to ',
    'kill myself tonight kill myself ',
    'not not not never dont ',
    'sam he sam he touched me ',
    '(((((',
    'a a a a ',
    'k m s ',
    's.u.i.c.i.d.e.',
    'kkkkkk',
    'x',
    '😭🔪',
    'wannadie',
    'm.y.d.a.d.',
    'ѕuісіdе ',
    'k\u200bi\u200bl\u200bl\u200b ',
    '£$%^&*@!+|',
    '1234567890 ',
    'qzxv',
    'e\u0301\u0301\u0301\u0301',
  ])('costs as it is long, never its square: %s', (piece) => {
    const [half, whole] = [workFor(piece, LONGEST / 2), workFor(piece, LONGEST)];
    expect(whole).toBeLessThanOrEqual(2.3 * half + 64);
  });
});
