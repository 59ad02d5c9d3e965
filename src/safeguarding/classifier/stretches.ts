import { belongsTo } from '../patterns/endings';
import type { Compiled } from '../reading/compile';
import type { Reading } from '../reading/reading';
import type { Phrase } from '../reading/tag';

/** Longer messages are read in overlapping stretches, so that small talk around a disclosure does not drown it. */
export const STRETCH = 60;
const STRIDE = 40;

/** Tokens `from` to `to`, end exclusive. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * The parts of the judged message that are weighed, in stretches of readable length. None where the message is only a
 * greeting or only "idk", which stands in so many disclosures that alone it would be weighed as one. Pleasantries at
 * both ends are left out: "hiya hope ur ok" stands in a thousand harmless messages and would outweigh what a frightened
 * child says after it. Braces and tags are left out too, so that markup around a disclosure changes nothing.
 */
export function stretchesOf(reading: Reading, { people }: Compiled): readonly Stretch[] {
  const { tags } = reading;
  let start = reading.judgedFrom;
  let end = reading.tokens.length;
  const isPleasant = ({ node }: Phrase): boolean => belongsTo(node, people.pleasantry);
  const after = (token: number): number =>
    Math.max(
      token,
      ...tags
        .startingAt(token)
        .filter(isPleasant)
        .map((at) => at.end),
    );
  const before = (token: number): number =>
    Math.min(
      token,
      ...tags
        .endingAt(token)
        .filter(isPleasant)
        .map((at) => at.start),
    );
  const isMarkup = markupIn(reading);
  while (start < end && (after(start) > start || isMarkup(start))) start = Math.max(after(start), start + 1);
  while (start < end && (before(end) < end || isMarkup(end - 1))) end = Math.min(before(end), end - 1);
  const isShrug = ({ node, end: until }: Phrase): boolean => until === end && belongsTo(node, people.shrug);
  if (tags.startingAt(start).some(isShrug)) return [];
  const stretches: Stretch[] = [];
  for (let from = start; from < end; from += STRIDE) {
    stretches.push({ from, to: Math.min(from + STRETCH, end) });
    if (from + STRETCH >= end) break;
  }
  return stretches;
}

/** Text in braces, and elements with what is inside them: nobody writes so of what happened to them. */
const MARKUP = /\{[^{}]*\}+|<(\w+)[^<>]*>[^<>]*<\/\1>|<\/?[a-z][^<>]*>/giu;

/** Tells which tokens of the judged message are markup. */
function markupIn({ texts, tokens, judged }: Reading): (token: number) => boolean {
  const text = texts[judged] ?? '';
  if (!/[{<]/u.test(text)) return () => false;
  const spans = [...text.matchAll(MARKUP)].map(({ 0: found, index }) => ({ start: index, end: index + found.length }));
  return (at) => {
    const token = tokens[at];
    return token !== undefined && spans.some(({ start, end }) => token.start >= start && token.end <= end);
  };
}
