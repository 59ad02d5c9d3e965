import type { ToAssess } from '../../vocabulary/concerns';
import type { Compiled } from '../reading/compile';
import type { Match } from '../reading/match';
import { read, type Reading } from '../reading/reading';

/**
 * "hes going to kill me when he sees what i did to his bike lol": a thought that begins like danger and ends in
 * something plain (frames with `excuses: anticlimax`). Frames excuse only rules, and the classifier would still react
 * to the beginning. So the thought is blanked out and the rest of the message is judged by itself, by rules and
 * classifier; no word beside it is ignored.
 *
 * Null where there is no such thought, where a word beside or within it shows that it may be meant (`inTruth`), or
 * where anything was told in the earlier messages, for then "hes going to kill me" may be meant.
 */
export function withoutAnticlimax(input: ToAssess, reading: Reading, compiled: Compiled): Reading | null {
  const thoughts = compiled.frames
    .filter(({ frame }) => frame.excuses === 'anticlimax')
    .flatMap(({ owner }) => reading.matchesOf(owner))
    .filter((thought) => thought.start >= reading.judgedFrom);
  if (thoughts.length === 0 || isMeant(thoughts, reading, compiled) || isToldBefore(reading, compiled)) return null;
  const { texts, judged } = reading;
  const rest = read(blank(input.text, thoughts, reading), texts.slice(0, judged), input, compiled);
  return { ...rest, texts };
}

/** A word that may be meant counts, unless the thought itself is made of it: "strangled me with the longest hug". */
function isMeant(thoughts: readonly Match[], reading: Reading, { assertion }: Compiled): boolean {
  const isPartOf = (word: Match): boolean =>
    thoughts.some(({ units }) => units.some((unit) => unit.start <= word.start && word.end <= unit.end));
  return reading.matchesOf(assertion.inTruth).some((word) => word.start >= reading.judgedFrom && !isPartOf(word));
}

function isToldBefore(reading: Reading, { rules }: Compiled): boolean {
  return rules.some(({ patterns }) => reading.matchesOf(patterns).some(({ end }) => end <= reading.judgedFrom));
}

/**
 * The text with the thoughts blanked out, so that every other word keeps its position; a full stop separates what stood
 * on either side.
 */
function blank(text: string, thoughts: readonly Match[], { tokens }: Reading): string {
  return thoughts.reduce((left, thought) => {
    const start = tokens[thought.start]?.start ?? 0;
    const end = tokens[thought.end - 1]?.end ?? start;
    return `${left.slice(0, start)}.${' '.repeat(Math.max(0, end - start - 1))}${left.slice(end)}`;
  }, text);
}
