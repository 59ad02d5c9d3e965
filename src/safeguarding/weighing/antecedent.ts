import { belongsTo } from '../patterns/endings';
import type { Compiled } from '../reading/compile';
import type { Match } from '../reading/match';
import type { Reading } from '../reading/reading';

interface Span {
  readonly start: number;
  readonly end: number;
}

/** How far back a "he" may point. */
const REACH = 25;
const COMES_AGAIN = new Set(['again', 'every', 'always', 'keeps', 'still']);
/** "him", "her": whom it is done to, not who does it. */
const OBJECTS = new Set(['him', 'her', 'them']);

/**
 * "sam came round. he touched me": finds the adult of the service to whom the doer of a match, a bare "he" or "she",
 * refers; null when there is none. Anybody else named in between takes the "he" instead, and so does any unknown word,
 * because it may be a name. An adult who was only told, asked or greeted is skipped: "i told sam. he hit me again".
 */
export function pointsBackTo(match: Match, reading: Reading, compiled: Compiled): Match | null {
  const doer = match.units[0];
  if (doer === undefined || !isDoer(doer.start, doer.end, reading, compiled)) return null;
  for (let at = doer.start - 1; at >= Math.max(0, doer.start - REACH); at -= 1) {
    const here = reading.tags.startingAt(at).filter((phrase) => phrase.end <= doer.start);
    const staff = here.find((phrase) => belongsTo(phrase.node, compiled.people.staff));
    if (staff !== undefined) {
      if (isOnlySpokenTo(staff, doer.start, reading, compiled)) continue;
      return { units: [], start: staff.start, end: staff.end };
    }
    if (here.some((phrase) => belongsTo(phrase.node, compiled.people.another)) || mayBeName(at, reading, compiled))
      return null;
  }
  return null;
}

/**
 * "i told sam. he hit me": an adult of the service is told, and who does it is a "he" of the next sentence. "hey sam he
 * hit me": whoever is written to is not the "he" behind it, with a full stop or without.
 */
export function isSpokenOfAnother(unit: Span, match: Match, reading: Reading, compiled: Compiled): boolean {
  if (isDeedOfAnother(unit, match, reading, compiled)) return true;
  if (!isSpokenTo(unit, reading, compiled)) return false;
  const next = isWrittenTo(unit, reading, compiled)
    ? unit.end
    : reading.tokens.findIndex((token, at) => at >= unit.end && token.breakBefore === 2);
  if (next < 0) return false;
  const isAnother = (at: number): boolean =>
    reading.tags.startingAt(at).some((phrase) => belongsTo(phrase.node, compiled.people.another));
  for (let at = next; at < match.end; at += 1)
    if (isDoer(at, at + 1, reading, compiled) || (next === unit.end && isAnother(at))) return true;
  return false;
}

/**
 * "martin knows my stepdad hits me": an adult of the service knows, hears or says it, and who does it is named straight
 * before the deed, with one word between at most ("my dad shouldnt hit me").
 */
function isDeedOfAnother(unit: Span, { units }: Match, reading: Reading, compiled: Compiled): boolean {
  const deed = units.at(-1);
  if (deed === undefined || !isWithin(unit, compiled.assertion.knowsOf, reading)) return false;
  const doerEnds = (at: number): boolean =>
    reading.tags
      .startingAt(at)
      .some(({ node, end }) => belongsTo(node, compiled.people.another) && (end === deed.start || endsBefore(end)));
  const endsBefore = (end: number): boolean => end === deed.start - 1 && !isDoer(end, end + 1, reading, compiled);
  for (let at = unit.end; at < deed.start; at += 1) if (doerEnds(at)) return true;
  return false;
}

/**
 * As said of a single name: they know of it, and somebody outside the service is said, behind them in that text, to do
 * it.
 */
export function knowsOfAnother(place: Span, reading: Reading, { assertion }: Compiled): boolean {
  if (!isWithin(place, assertion.knowsOf, reading)) return false;
  const { tokens } = reading;
  const text = tokens[place.start]?.message;
  return reading
    .matchesOf(assertion.othersDo)
    .some(({ start, end }) => start >= place.end && tokens[end - 1]?.message === text);
}

/** "maths again" after "i cut myself" is about maths: that something comes again is no part of what was told before. */
export function onlyComesAgain({ start, end }: Span, { tokens }: Reading): boolean {
  return end - start === 1 && COMES_AGAIN.has(tokens[start]?.forms[0] ?? '');
}

function isDoer(start: number, end: number, { tags, tokens }: Reading, { people }: Compiled): boolean {
  return tags.covers(people.he, start, end) && !OBJECTS.has(tokens[start]?.forms[0] ?? '');
}

function isOnlySpokenTo({ start, end }: Span, doer: number, reading: Reading, compiled: Compiled): boolean {
  const called = start === 0 || reading.tokens[start]?.message !== reading.tokens[start - 1]?.message;
  if (called && (end === doer || (reading.tokens[end]?.breakBefore ?? 0) > 0)) return true;
  return isSpokenTo({ start, end }, reading, compiled);
}

function isSpokenTo(unit: Span, reading: Reading, compiled: Compiled): boolean {
  return isWithin(unit, compiled.assertion.spokenTo, reading) || isWrittenTo(unit, reading, compiled);
}

/**
 * "hey sam", "sam are you there", "can sam ring me", where a text or a sentence begins: whom the message is for. "hi" in
 * one text and "sam says i have to stay" in the next greet nobody of that name.
 */
export function isWrittenTo({ start, end }: Span, reading: Reading, { assertion }: Compiled): boolean {
  const { tokens } = reading;
  const begins = (at: number): boolean => at === 0 || (tokens[at]?.breakBefore ?? 0) > 0;
  const isOneText = (said: Span): boolean => tokens[said.start]?.message === tokens[said.end - 1]?.message;
  return reading
    .matchesOf(assertion.greets)
    .some((said) => said.start <= start && said.end >= end && begins(said.start) && isOneText(said));
}

function isWithin({ start, end }: Span, owner: number, reading: Reading): boolean {
  return reading.matchesOf(owner).some((said) => said.start <= start && said.end >= end);
}

function mayBeName(at: number, { tokens }: Reading, { spelling }: Compiled): boolean {
  const { forms } = tokens[at] as Reading['tokens'][number];
  return forms.length === 1 && /^\p{L}{3,}$/u.test(forms[0] as string) && !spelling.isPlain(forms[0] as string);
}
