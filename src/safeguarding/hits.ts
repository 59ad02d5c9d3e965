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
  const alone = reading
    .matchesOf(each.patterns)
    .filter(counts)
    .filter((match) => isHeard(match, hearing));
  const together = each.together.flatMap((set) => gather(set, counts, hearing));
  return [...alone.map((match) => [match]), ...together].map((matches) => toHit(each, matches, hearing));
}

function stands({ rule }: CompiledRule, match: Match, { assertion, excused }: Hearing): boolean {
  return !excused(match, rule.of) && (rule.negatable === false || !assertion.denied(match));
}

/** Said in this message, or said before and kept alive by it. */
function isHeard(match: Match, { reading, carries }: Hearing): boolean {
  return carries || match.end > reading.judgedFrom;
}

function gather(set: readonly number[], counts: (match: Match) => boolean, hearing: Hearing): Match[][] {
  const found: Match[] = [];
  for (const owner of set) {
    const match = hearing.reading.matchesOf(owner).filter(counts).at(-1);
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

/** Who is at risk: the adult of the service who does it decides first, then whom it is done to. */
function aboutOf(fixed: About | undefined, matches: readonly Match[], { reading, compiled }: Hearing): About {
  if (fixed !== undefined) return fixed;
  const { target, staff, me } = compiled.people;
  const units = matches.flatMap((match) => match.units);
  if (units.some((unit) => unit.atom !== target && reading.tags.covers(staff, unit.start, unit.end)))
    return 'practitioner';
  const targets = units.filter((unit) => unit.atom === target);
  const others = targets.filter((unit) => !reading.tags.covers(me, unit.start, unit.end));
  return targets.length > 0 && others.length === targets.length ? 'other' : 'self';
}
