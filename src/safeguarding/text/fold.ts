import unhomoglyph from 'unhomoglyph';

/** A text made plain, with the way back: `from[i]` and `to[i]` bound, in the original, what plain unit `i` was made of. */
export interface Folded {
  readonly text: string;
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** From space to tilde, without apostrophe and backtick. */
const ASCII = /[ -&(-_a-~]+/y;
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
  const from = new Array<number>(original.length);
  const to = new Array<number>(original.length);
  for (let at = 0; at < original.length;) {
    const known = text.length;
    const end = endOfAscii(original, at);
    if (end > at) {
      text += original.slice(at, end).toLowerCase();
      for (let unit = known; at < end; at += 1, unit += 1) {
        from[unit] = at;
        to[unit] = at + 1;
      }
      continue;
    }
    const point = String.fromCodePoint(original.codePointAt(at) as number);
    text += plain(point);
    for (let unit = known; unit < text.length; unit += 1) {
      from[unit] = at;
      to[unit] = at + point.length;
    }
    at += point.length;
  }
  return { text, from, to };
}

/** Where what is plain but for its case ends; `at` itself where nothing of it stands there. */
function endOfAscii(original: string, at: number): number {
  ASCII.lastIndex = at;
  return ASCII.test(original) ? ASCII.lastIndex : at;
}

/** One point made plain: several units, or none. */
function plain(point: string): string {
  if (INVISIBLE.test(point) || APOSTROPHES.test(point)) return '';
  if (DOUBLE_QUOTES.test(point)) return '"';
  if (DASHES.test(point)) return '-';
  const latin = LOOKALIKE_SCRIPTS.test(point) ? unhomoglyph(point) : point;
  return latin.normalize('NFKC').normalize('NFD').replace(MARKS, '').toLowerCase();
}
