import { highest, type Assessment, type Because, type Kind, type ToAssess } from '../../vocabulary/concerns';
import { belongsTo } from '../patterns/endings';
import type { Compiled } from '../reading/compile';
import type { Match } from '../reading/match';
import type { Reading } from '../reading/reading';
import type { Verdict } from '../weighing/levels';

/** What a text adds to an earlier one: it goes on, another child suffers it too, or another person does it too. */
type How = 'again' | 'to another' | 'by another';

/** A text that means nothing without an earlier one, and the earlier texts it may be about, the likeliest first. */
export interface ToldAgain {
  readonly how: How;
  readonly of: readonly ToAssess[];
  /** The words that tell it anew. */
  readonly said: Pick<Because, 'evidence' | 'span'>;
  /** Whether the message says nothing else. Then, by itself, only what rules hear in it counts. */
  readonly alone: boolean;
}

/** How many texts back each may point: "it happened again" a few, "and my sister too" only to the one just before. */
const REACH: Readonly<Record<How, number>> = { again: 3, 'to another': 1, 'by another': 1 };
/** "yeah", "im ok", "thanks": fewer words than these, beside what is only pleasant, tell nothing an "it" could mean. */
const FEWEST_WORDS = 2;

/**
 * "it happened again", "hes back", "she does it as well", "and my sister too": what "it", "he" and "too" mean stands in
 * an earlier text. Null where the message says something of its own, or nothing came before. A "he" needs somebody in
 * the earlier text: "hes back" says nothing about "i cut myself".
 */
export function toldAgain({ before, staff, carers }: ToAssess, reading: Reading, compiled: Compiled): ToldAgain | null {
  const { tellsAgain, tellsToo, alsoDoes } = compiled.assertion;
  const said = (owner: number): Match | undefined => reading.matchesOf(owner)[0];
  const to = said(tellsToo);
  const match = to ?? said(tellsAgain) ?? said(alsoDoes);
  if (match === undefined) return null;
  const how = to !== undefined ? 'to another' : said(tellsAgain) !== undefined ? 'again' : 'by another';
  const asksForSomebody = how === 'again' && speaksOfSomebody(match.start, match.end, reading, compiled);
  const told = before.map((_, at) => at).filter((at) => tellsSomething(at, reading, compiled));
  const of = told
    .slice(-REACH[how])
    .reverse()
    .filter((at) => !asksForSomebody || speaksOfSomebody(...boundsOf(at, reading), reading, compiled))
    .map((at): ToAssess => ({ text: before[at] as string, before: before.slice(0, at), staff, carers }));
  const alone = match.start <= reading.judgedFrom && match.end >= reading.tokens.length;
  return of.length === 0 ? null : { how, of, said: wordsOf(match, reading), alone };
}

/**
 * The verdict on a message that repeats what an earlier one told: the same kinds and level. By itself it has no kind;
 * `certain` is what certain rules hear in it all the same. Where it says nothing else the classifier is not asked,
 * because its few words follow many disclosures. `at` is the index of the earlier message. The first reason points into
 * the message itself: it is something new, and reopens what was decided.
 */
export function asToldBefore(
  earlier: Assessment,
  heard: Assessment,
  {
    how,
    at,
    said,
    alone,
    byRules,
    certain,
  }: Omit<ToldAgain, 'of'> & {
    readonly at: number;
    readonly byRules: Verdict;
    readonly certain: readonly Kind[];
  },
): Assessment {
  const now = alone ? { ...heard, level: byRules.level, because: byRules.because } : heard;
  const carried = earlier.because.map((reason): Because => ({
    ...reason,
    where: reason.where === 'message' ? { before: at } : reason.where,
    steps: [...reason.steps, `told before, and now ${how}`],
  }));
  const anew = carried.slice(0, 1).map((reason): Because => ({ ...reason, ...said, where: 'message' }));
  const accusing = now.about === 'practitioner' ? now : earlier;
  const about = how === 'to another' && earlier.about === 'self' ? 'other' : earlier.about;
  return {
    ...now,
    level: highest(now.level, earlier.level),
    kinds: [...new Set([...earlier.kinds, ...certain])],
    about: accusing.about === 'practitioner' ? 'practitioner' : about,
    meant: accusing.meant,
    because: [...anew, ...carried, ...now.because],
    weak: earlier.weak,
  };
}

function wordsOf(match: Match, { tokens, texts, judged }: Reading): ToldAgain['said'] {
  const own = tokens.slice(match.start, match.end).filter(({ message }) => message === judged);
  const span = { start: own[0]?.start ?? 0, end: own.at(-1)?.end ?? 0 };
  return { evidence: (texts[judged] ?? '').slice(span.start, span.end), span };
}

/** Whether the earlier text `at` tells anything: "yeah" and "thanks" are looked past. */
function tellsSomething(at: number, reading: Reading, { people }: Compiled): boolean {
  const [from, to] = boundsOf(at, reading);
  const pleasant = reading.tags.placesOf(people.pleasantry).filter(({ start, end }) => start >= from && end <= to);
  let words = 0;
  for (let token = from; token < to; token += 1)
    if (!pleasant.some(({ start, end }) => start <= token && token < end)) words += 1;
  return words >= FEWEST_WORDS;
}

/** The first token of an earlier text, and the one behind its last. */
function boundsOf(message: number, { tokens }: Reading): [number, number] {
  const from = tokens.findIndex((token) => token.message === message);
  if (from < 0) return [0, 0];
  const next = tokens.findIndex((token, at) => at > from && token.message !== message);
  return [from, next < 0 ? tokens.length : next];
}

function speaksOfSomebody(from: number, to: number, { tags }: Reading, { people }: Compiled): boolean {
  for (let at = from; at < to; at += 1) {
    const isSomebody = tags
      .startingAt(at)
      .some(({ node }) => [people.he, people.another, people.staff].some((concept) => belongsTo(node, concept)));
    if (isSomebody) return true;
  }
  return false;
}
