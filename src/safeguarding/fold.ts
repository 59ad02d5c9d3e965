import unhomoglyph from 'unhomoglyph';

/** A text made plain, with the way back: `from[i]` and `to[i]` bound, in the original, what plain unit `i` was made of. */
export interface Folded {
  readonly text: string;
  readonly from: readonly number[];
  readonly to: readonly number[];
}

const INVISIBLE = /\u034f|[\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\ufeff]/u;
const APOSTROPHES = /['`\u00b4\u02bc\u2018\u2019\u201b\u2032\uff07]/u;
const DOUBLE_QUOTES = /[\u201c\u201d\u201e\u00ab\u00bb\uff02]/u;
const DASHES = /[\u2010-\u2015\u2212]/u;
const LOOKALIKE_SCRIPTS = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}]/u;
const MARKS = /\p{Mark}+/gu;

/**
 * Lower case, compatibility forms undone, accents and apostrophes dropped ("don’t" and "dont" are one word: phones send
 * U+2019, and rules that expect ' miss whole phrases), letters of other alphabets that only look Latin made Latin.
 */
export function fold(original: string): Folded {
  let text = '';
  const from: number[] = [];
  const to: number[] = [];
  const add = (unit: string, start: number, end: number): void => {
    text += unit;
    from.push(start);
    to.push(end);
  };
  for (let at = 0; at < original.length;) {
    const unit = original[at] as string;
    if (unit >= ' ' && unit <= '~') {
      if (unit !== "'" && unit !== '`') add(unit.toLowerCase(), at, at + 1);
      at += 1;
      continue;
    }
    const point = String.fromCodePoint(original.codePointAt(at) as number);
    for (const each of plain(point)) add(each, at, at + point.length);
    at += point.length;
  }
  return { text, from, to };
}

/** UTF-16 units, so that offsets and string indices stay the same thing. */
function plain(point: string): string[] {
  if (INVISIBLE.test(point) || APOSTROPHES.test(point)) return [];
  if (DOUBLE_QUOTES.test(point)) return ['"'];
  if (DASHES.test(point)) return ['-'];
  const latin = LOOKALIKE_SCRIPTS.test(point) ? unhomoglyph(point) : point;
  return latin.normalize('NFKC').normalize('NFD').replace(MARKS, '').toLowerCase().split('');
}
