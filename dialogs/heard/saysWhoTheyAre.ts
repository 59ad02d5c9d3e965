import { plain } from './plain';

/** "its amy", "this is leo": a name, and not "its me", "its raining" or "this is about my mum". */
const NAMED =
  /\b(?:its|this is|my names|my name is) (?!(?:me|us|just|only|about|not|a|an|the|my|so|been|like|ok|fine|all|too|really)\b)(?!\w+ing\b)[a-z]{2,}/;
/** Whom they know here, or why their number is another. */
const KNOWN_HERE = /\b(?:worker|keyworker|mentor)\b/;
const ANOTHER_PHONE =
  /\b(?:lost|broke|broken|smashed|new|changed|borrowed|borrowing|using|mates|friends|mums|nans|sisters|brothers)\b(?: \w+){0,2} (?:phone|fone|number|num|sim)\b/;

/** "its amy, taras my worker, lost my phone": whoever says so unasked is not asked for it again. */
export function saysWhoTheyAre(text: string): boolean {
  const said = plain(text).replaceAll("'", '');
  return NAMED.test(said) && (KNOWN_HERE.test(said) || ANOTHER_PHONE.test(said));
}
