import { compareLevels, type About, type Question, type Kind, type Level } from '../../vocabulary/concerns';
import { belongsTo } from '../patterns/endings';
import type { CompiledRule } from '../patterns/parts';
import type { Compiled } from '../reading/compile';
import type { Match, MatchedUnit } from '../reading/match';
import type { Reading } from '../reading/reading';
import type { Phrase } from '../reading/tag';
import { isSpokenOfAnother, onlyComesAgain, pointsBackTo } from './antecedent';
import { assertionOf, type Assertion } from './assertion';
import { excuser, type Excuse } from './excuse';
import { silencer } from './silencer';
import { aboutOf } from './whoIsAtRisk';

/** A rule that spoke, and where. */
export interface Hit {
  readonly rule: CompiledRule['rule'];
  /** True: enough by itself. False: one of the things the classifier weighs. */
  readonly certain: boolean;
  readonly matches: readonly Match[];
  readonly level: Level;
  readonly kinds: readonly Kind[];
  readonly about: About;
  readonly steps: readonly string[];
}

/** Whether the hit is enough by itself, whatever the classifier says. */
export function isCertain({ certain }: Hit): boolean {
  return certain;
}

interface Hearing {
  readonly reading: Reading;
  readonly compiled: Compiled;
  readonly assertion: Assertion;
  readonly excused: Excuse;
  /** Where the young person says who is not to know. */
  readonly wishes: readonly Match[];
  /** The message is an answer or a retraction, or names who did it: what was said just before still stands. */
  readonly carries: boolean;
  /** "it was sam" in this message. */
  readonly accused: Match | null;
}

/** A rule with a hundred matches in one message says no more than with ten; the latest ones count. */
const MOST_MATCHES = 32;
/** A retraction or an answer is short. */
const LONGEST_CARRIER = 10;
/** What raises a level must be near: this message or one of the two before. */
const RAISES_WITHIN = 2;
/**
 * When a set was complete in earlier messages, so many of its parts must come again before it counts again: "who did
 * you tell" repeats only one.
 */
const SAID_ANEW = 2;
/** How many words may stand between two neighbouring parts of a set in one message. */
const PARTS_WITHIN = 18;

/** `excused`: what frames excuse, unless told otherwise. */
export function hitsOf(
  reading: Reading,
  compiled: Compiled,
  asked: Question | null,
  under13 = false,
  excused: Excuse = excuser(reading, compiled),
): Hit[] {
  const short = reading.tokens.length - reading.judgedFrom <= LONGEST_CARRIER;
  const inMessage = (owner: number): Match | undefined =>
    short ? reading.matchesOf(owner).find((match) => match.start >= reading.judgedFrom) : undefined;
  const { accuses, carries, goesOn, answers } = compiled.assertion;
  const accused = inMessage(accuses) ?? null;
  /** "yes" to "safe now?" says that they are safe, not that it happened again. */
  const carriers = asked === 'safe-now' ? [carries, goesOn] : [carries, goesOn, answers];
  const hearing: Hearing = {
    reading,
    compiled,
    assertion: assertionOf(reading, compiled),
    excused,
    wishes: reading.matchesOf(compiled.assertion.notToKnow),
    carries: accused !== null || carriers.some((owner) => inMessage(owner) !== undefined),
    accused,
  };
  const hits: Hit[] = [];
  for (const each of compiled.rules) {
    if (!mightSpeak(each, reading)) continue;
    if ((each.rule.asked ?? asked) !== asked || (each.rule.under13 === true && !under13)) continue;
    hits.push(...hear(each, hearing));
  }
  return hits;
}

/** Most rules find nothing in most messages; this asks before anything else of the rule is looked at. */
function mightSpeak({ patterns, together }: CompiledRule, reading: Reading): boolean {
  if (patterns !== null && reading.has(patterns)) return true;
  for (const set of together) if (isFound(set, reading)) return true;
  return false;
}

function isFound(set: readonly number[], reading: Reading): boolean {
  for (const part of set) if (!reading.has(part)) return false;
  return true;
}

function hear(each: CompiledRule, hearing: Hearing): Hit[] {
  const { reading } = hearing;
  const sets = each.together.filter((set) => isFound(set, reading));
  const isSilenced = silencer(each, reading);
  const counts = (match: Match): boolean => stands(each, match, hearing) && !isSilenced(match);
  const standing = latest(reading.matchesOf(each.patterns)).filter(counts);
  const alone = standing.filter(
    (match) => isHeard(match, hearing) && (hearing.carries || !isSaidAlready(match, standing, reading)),
  );
  const inReach = (match: Match): boolean => each.rule.within !== 'message' || match.start >= reading.judgedFrom;
  const together = sets.flatMap((set) => gather(set, (match) => inReach(match) && counts(match), hearing));
  return [...alone.map((match) => [match]), ...together].map((matches) => toHit(each, matches, hearing));
}

/** What is said last counts most. */
function latest(matches: readonly Match[]): readonly Match[] {
  return matches.length > MOST_MATCHES ? matches.slice(-MOST_MATCHES) : matches;
}

function stands({ rule }: CompiledRule, match: Match, hearing: Hearing): boolean {
  if (rule.excusable !== false && hearing.excused(match, rule.of)) return false;
  if (isOnlyAddressed(match, hearing)) return false;
  return rule.negatable === false || !hearing.assertion.denied(match);
}

/** "hi Sam my dad hit me": an adult of the service with somebody else between them and the deed is spoken to, not accused. */
function isOnlyAddressed(match: Match, { reading, compiled, wishes }: Hearing): boolean {
  const { staff, another } = compiled.people;
  if (wishes.some((wish) => isWithin(match, wish))) return true;
  for (let index = 1; index < match.units.length; index += 1) {
    const unit = match.units[index - 1] as MatchedUnit;
    if (!reading.tags.covers(staff, unit.start, unit.end)) continue;
    if (isSpokenOfAnother(unit, match, reading, compiled)) return true;
    const next = match.units[index] as MatchedUnit;
    const isBetween = ({ node, end }: Phrase): boolean => belongsTo(node, another) && end <= next.start;
    for (let at = unit.end; at < next.start; at += 1) if (reading.tags.startingAt(at).some(isBetween)) return true;
  }
  return false;
}

function isWithin(inner: Match, outer: Match): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Said in this message, or said before and kept alive by it. */
function isHeard(match: Match, { reading, carries }: Hearing): boolean {
  return carries || match.end > reading.judgedFrom;
}

/**
 * The match is complete in an earlier message and only reaches into this one by an everyday word: it was judged when it
 * was sent.
 */
function isSaidAlready(match: Match, standing: readonly Match[], { judgedFrom }: Reading): boolean {
  if (match.start >= judgedFrom) return false;
  return standing.some((other) => other.end <= judgedFrom && other.end > match.start);
}

function gather(set: readonly number[], counts: (match: Match) => boolean, hearing: Hearing): Match[][] {
  const { reading } = hearing;
  const parts = set.map((owner) => latest(reading.matchesOf(owner)).filter(counts));
  if (parts.some((matches) => matches.length === 0)) return [];
  const toldBefore = parts.every((matches) => matches.some((each) => each.end <= reading.judgedFrom));
  for (const found of waysTogether(parts)) {
    const heard = found.filter((match) => isHeard(match, hearing));
    if (heard.length < (toldBefore ? SAID_ANEW : 1) || !areNeighbours(found, reading)) continue;
    if (heard.length < found.length && heard.every((match) => onlyComesAgain(match, reading))) continue;
    return isOnlyAddressed(asOne(found), hearing) ? [] : [found];
  }
  return [];
}

/**
 * Ways to choose one match of every part: first the latest of each; then, for each match of the rarest part, the
 * matches of the others nearest to it.
 */
function* waysTogether(parts: readonly (readonly Match[])[]): Generator<Match[]> {
  yield parts.map((matches) => matches.at(-1) as Match);
  const rarest = parts.reduce((least, matches) => (matches.length < least.length ? matches : least));
  for (const anchor of [...rarest].reverse()) {
    const farFrom = (match: Match): number => Math.abs(match.start - anchor.start);
    yield parts.map((matches) => matches.reduce((near, each) => (farFrom(each) < farFrom(near) ? each : near)));
  }
}

function asOne(parts: readonly Match[]): Match {
  const units = parts.flatMap((part) => part.units).sort((a, b) => a.start - b.start);
  return { units, start: units[0]?.start ?? 0, end: Math.max(...units.map((unit) => unit.end)) };
}

/** In one message the parts of a set stand near one another; a long message is not one thought. */
function areNeighbours(found: readonly Match[], { tokens }: Reading): boolean {
  const ordered = [...found].sort((a, b) => a.start - b.start);
  return ordered.every((match, index) => {
    const before = ordered[index - 1];
    const apart = before === undefined || tokens[before.start]?.message !== tokens[match.start]?.message;
    return apart || match.start - before.end <= PARTS_WITHIN;
  });
}

function toHit(each: CompiledRule, matches: readonly Match[], hearing: Hearing): Hit {
  const { rule } = each;
  const certain = each.certain || isTakenBack(matches, hearing);
  const steps = [`${rule.level} by the rule`];
  let level: Level = rule.level;
  for (const { owner, to, because } of each.raise) {
    if (compareLevels(to, level) <= 0 || !isNear(hearing.reading, owner)) continue;
    level = to;
    steps.push(`raised to ${to}: ${because}`);
  }
  if (level === 'immediate' && matches.some((match) => hearing.assertion.past(match))) {
    level = 'urgent';
    steps.push('lowered to urgent: said of the past');
  }
  const accused = rule.about === undefined ? accusedBy(matches, hearing) : null;
  const about = accused === null ? aboutOf(rule.about, matches, hearing.reading, hearing.compiled) : 'practitioner';
  const kinds: readonly Kind[] =
    about === 'practitioner' ? [...new Set<Kind>(['allegation-against-staff', ...rule.of])] : rule.of;
  if (about === 'practitioner' && rule.about === undefined) steps.push('an adult of the service is said to do it');
  return { rule, certain, matches: accused === null ? matches : [...matches, accused], level, kinds, about, steps };
}

/**
 * The matches stand in an earlier message and this one only answers it or takes it back: it was judged then, and denial
 * lowers nothing.
 */
function isTakenBack(matches: readonly Match[], { carries, reading }: Hearing): boolean {
  return carries && matches.every((match) => match.end <= reading.judgedFrom);
}

/** Where an adult of the service is named as the doer beside the match itself. */
function accusedBy(matches: readonly Match[], { reading, compiled, accused }: Hearing): Match | null {
  if (accused !== null && matches.every((match) => match.end <= reading.judgedFrom)) return accused;
  for (const match of matches) {
    const named = pointsBackTo(match, reading, compiled);
    if (named !== null) return named;
  }
  return null;
}

function isNear(reading: Reading, owner: number): boolean {
  return reading
    .matchesOf(owner)
    .some((match) => (reading.tokens[match.start]?.message ?? 0) >= reading.judged - RAISES_WITHIN);
}
