import { compareLevels, type About, type Kind, type Level } from '../vocabulary/concerns';
import { assertionOf, type Assertion } from './assertion';
import type { Compiled, CompiledRule } from './compile';
import { excuser } from './excuse';
import type { Match } from './match';
import type { Reading } from './reading';

/** A rule that spoke, and where. */
export interface Hit {
  readonly rule: CompiledRule['rule'];
  readonly matches: readonly Match[];
  readonly level: Level;
  readonly kinds: readonly Kind[];
  readonly about: About;
  readonly steps: readonly string[];
}

interface Hearing {
  readonly reading: Reading;
  readonly compiled: Compiled;
  readonly assertion: Assertion;
  readonly excused: (match: Match, kinds: readonly Kind[]) => boolean;
  /** The message is an answer or a retraction: what was said just before still stands. */
  readonly carries: boolean;
}

/** A rule that speaks a hundred times in one message says no more than ten times; the latest count. */
const MOST_MATCHES = 32;
/** A retraction or an answer is short. */
const LONGEST_CARRIER = 10;
/** What raises a level must be near: this message or one of the two before. */
const RAISES_WITHIN = 2;

export function hitsOf(reading: Reading, compiled: Compiled, asked: 'safe-now' | null): Hit[] {
  const short = reading.tokens.length - reading.judgedFrom <= LONGEST_CARRIER;
  const hearing: Hearing = {
    reading,
    compiled,
    assertion: assertionOf(reading, compiled),
    excused: excuser(reading, compiled),
    carries: short && reading.matchesOf(compiled.assertion.carries).some((match) => match.start >= reading.judgedFrom),
  };
  return compiled.rules
    .filter(({ rule }) => rule.asked === undefined || rule.asked === asked)
    .flatMap((each) => hear(each, hearing));
}

function hear(each: CompiledRule, hearing: Hearing): Hit[] {
  const { reading } = hearing;
  if (reading.matchesOf(each.unless).some((match) => match.end > reading.judgedFrom)) return [];
  const counts = (match: Match): boolean => stands(each, match, hearing);
  const standing = reading.matchesOf(each.patterns).slice(-MOST_MATCHES).filter(counts);
  const alone = standing.filter(
    (match) => isHeard(match, hearing) && (hearing.carries || !isSaidAlready(match, standing, reading)),
  );
  const inReach = (match: Match): boolean => each.rule.within !== 'message' || match.start >= reading.judgedFrom;
  const together = each.together.flatMap((set) => gather(set, (match) => inReach(match) && counts(match), hearing));
  return [...alone.map((match) => [match]), ...together].map((matches) => toHit(each, matches, hearing));
}

function stands({ rule }: CompiledRule, match: Match, hearing: Hearing): boolean {
  if (hearing.excused(match, rule.of) || isOnlyAddressed(match, hearing)) return false;
  return rule.negatable === false || !hearing.assertion.denied(match);
}

/** "hi Sam my dad hit me": an adult of the service with somebody else between them and the deed is spoken to, not accused. */
function isOnlyAddressed(match: Match, { reading, compiled }: Hearing): boolean {
  const { staff, another } = compiled.people;
  return match.units.some((unit, index) => {
    const next = match.units[index + 1];
    if (next === undefined || !reading.tags.covers(staff, unit.start, unit.end)) return false;
    for (let at = unit.end; at < next.start; at += 1) {
      if (reading.tags.startingAt(at).some((phrase) => phrase.node.belongs.has(another) && phrase.end <= next.start))
        return true;
    }
    return false;
  });
}

/** Said in this message, or said before and kept alive by it. */
function isHeard(match: Match, { reading, carries }: Hearing): boolean {
  return carries || match.end > reading.judgedFrom;
}

/** Whole in an earlier message, and only drawn out into this one by an everyday word: judged when it was sent. */
function isSaidAlready(match: Match, standing: readonly Match[], { judgedFrom }: Reading): boolean {
  if (match.start >= judgedFrom) return false;
  return standing.some((other) => other.end <= judgedFrom && other.end > match.start);
}

function gather(set: readonly number[], counts: (match: Match) => boolean, hearing: Hearing): Match[][] {
  const found: Match[] = [];
  for (const owner of set) {
    const match = hearing.reading.matchesOf(owner).slice(-MOST_MATCHES).filter(counts).at(-1);
    if (match === undefined) return [];
    found.push(match);
  }
  return found.some((match) => isHeard(match, hearing)) ? [found] : [];
}

function toHit(each: CompiledRule, matches: readonly Match[], hearing: Hearing): Hit {
  const { rule } = each;
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
  const about = aboutOf(rule.about, matches, hearing);
  const kinds: readonly Kind[] =
    about === 'practitioner' ? [...new Set<Kind>(['allegation-against-staff', ...rule.of])] : rule.of;
  if (about === 'practitioner' && rule.about === undefined) steps.push('an adult of the service is said to do it');
  return { rule, matches, level, kinds, about, steps };
}

function isNear(reading: Reading, owner: number): boolean {
  return reading
    .matchesOf(owner)
    .some((match) => (reading.tokens[match.start]?.message ?? 0) >= reading.judged - RAISES_WITHIN);
}

/** Who is at risk: an adult of the service who does it decides first, then whom it is done to. */
function aboutOf(fixed: About | undefined, matches: readonly Match[], { reading, compiled }: Hearing): About {
  if (fixed !== undefined) return fixed;
  const { target, staff, me, them } = compiled.people;
  const is = (concept: number, unit: Match['units'][number]): boolean =>
    reading.tags.covers(concept, unit.start, unit.end);
  const units = matches.flatMap((match) => match.units);
  if (units.some((unit) => unit.atom !== target && is(staff, unit))) return 'practitioner';
  const mine = units.some((unit) => is(me, unit));
  const theirs = matches.some((match) => match.units.slice(1).some((unit) => is(them, unit)));
  return theirs && !mine ? 'other' : 'self';
}
