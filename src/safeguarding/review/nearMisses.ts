import { compareLevels, type Level, type ToAssess } from '../../vocabulary/concerns';
import { createClassifier, type Classifier } from '../classifier/classify';
import { gateAbove } from '../classifier/grant';
import { raise, type Witnessed } from '../classifier/raise';
import { RAISED, type ClassifierWeights } from '../classifier/weights';
import type { CompiledRule } from '../patterns/parts';
import { compile, type Compiled } from '../reading/compile';
import type { Match } from '../reading/match';
import { read, type Reading } from '../reading/reading';
import type { DisclosureRules } from '../rules';
import { assertionOf } from '../weighing/assertion';
import { excuser } from '../weighing/excuse';
import { excusedHitsOf } from '../weighing/excusedHits';
import { hitsOf, type Hit } from '../weighing/hits';
import { verdictOf } from '../weighing/levels';

/** A rule that nearly spoke of a message, or the classifier just under its gate. */
export interface NearMiss {
  /** `classifier`, or the rule's id. */
  readonly rule: string;
  /** What it would have said. */
  readonly level: Level;
  /** The words it did find, as they were written; none for the classifier. */
  readonly found: readonly string[];
  /** Why it did not speak, in a line a reviewer can act on. */
  readonly because: string;
}

/** How far under its gate the classifier's score still counts as near; in the units of its score, which are log odds. */
const JUST_UNDER = 1;
/** Parts of fewer words together are no near miss: "he" and "here" would bring up half the rules. */
const FEWEST_WORDS = 3;
/** A list that is longer is not read. */
const MOST_SHOWN = 8;

/**
 * Makes the finder of near misses: of what would have made a verdict graver. It tells whoever reviews the rules where
 * to look.
 */
export function createNearMissFinder(
  rules: DisclosureRules,
  weights: ClassifierWeights | null,
): (input: ToAssess) => readonly NearMiss[] {
  const compiled = compile(rules);
  const classifier = weights === null ? null : createClassifier(weights, compiled);
  return ({ text, before, asked = null, under13 = false, ...known }) => {
    const reading = read(text, before, known, compiled);
    const hits = hitsOf(reading, compiled, asked, under13);
    const excused = classifier === null ? [] : excusedHitsOf(reading, compiled, asked, under13, hits);
    const judged = { reading, hits, excused };
    const { level } = classifier === null ? verdictOf(hits, reading) : raise(judged, classifier, compiled);
    const spoke = new Set(hits.map(({ rule }) => rule.id));
    const silent = compiled.rules.filter(
      ({ rule }) =>
        compareLevels(rule.level, level) > 0 &&
        (rule.asked ?? asked) === asked &&
        (under13 || rule.under13 !== true) &&
        !spoke.has(rule.id),
    );
    return [
      ...hits.filter((hit) => compareLevels(hit.level, level) > 0).map((hit) => notGranted(hit, reading)),
      ...silent.flatMap((each) => heldBack(each, reading, compiled)),
      ...(classifier === null ? [] : underItsGate(level, judged, classifier)),
      ...silent.flatMap((each) => allButOnePart(each, reading)).sort((a, b) => letters(b) - letters(a)),
    ].slice(0, MOST_SHOWN);
  };
}

/** The more of a rule was heard, the nearer it was. */
function letters({ found }: NearMiss): number {
  return found.join('').length;
}

/** It spoke without being certain, and the classifier did not go so far. */
function notGranted({ rule, level, matches }: Hit, reading: Reading): NearMiss {
  const found = matches.map((match) => wordsOf(match, reading));
  return {
    rule: rule.id,
    level,
    found,
    because: 'it heard this, is not certain of it, and the classifier did not agree',
  };
}

/** Its words stand in the message, but something silenced them. */
function heldBack(each: CompiledRule, reading: Reading, compiled: Compiled): NearMiss[] {
  const { rule, patterns, unless } = each;
  const match = reading.matchesOf(patterns).findLast(({ end }) => end > reading.judgedFrom);
  if (match === undefined) return [];
  const silencer = reading.matchesOf(unless).findLast(({ end }) => end > reading.judgedFrom);
  const why = (): string => {
    if (rule.negatable !== false && assertionOf(reading, compiled).denied(match)) return 'it was taken as denied';
    if (excuser(reading, compiled)(match, rule.of)) return 'a frame excused it';
    if (silencer !== undefined) return `its "unless" heard "${wordsOf(silencer, reading)}"`;
    return 'it was said to somebody, or was said before';
  };
  return [{ rule: rule.id, level: rule.level, found: [wordsOf(match, reading)], because: why() }];
}

/** Of one set of it, all parts but one were heard; the fullest set counts. */
function allButOnePart({ rule, together }: CompiledRule, reading: Reading): NearMiss[] {
  const near = together.flatMap((set, place) => {
    const lacking = set.findIndex((owner) => !reading.has(owner));
    const heard = set.filter((owner) => reading.has(owner));
    if (heard.length !== set.length - 1) return [];
    const matches = heard.map((owner) => reading.matchesOf(owner).at(-1) as Match);
    if (matches.reduce((words, { start, end }) => words + end - start, 0) < FEWEST_WORDS) return [];
    if (matches.every(({ end }) => end <= reading.judgedFrom)) return [];
    const found = matches.map((match) => wordsOf(match, reading));
    return [{ found, because: `of its parts it lacked: ${rule.together?.[place]?.[lacking] ?? ''}` }];
  });
  const fullest = near.sort((a, b) => b.found.length - a.found.length)[0];
  return fullest === undefined ? [] : [{ rule: rule.id, level: rule.level, ...fullest }];
}

function underItsGate(said: Level, { reading, hits, excused }: Witnessed, classifier: Classifier): NearMiss[] {
  const judged = { reading, hits: [...hits, ...excused] };
  const byRules = verdictOf(judged.hits, reading).level;
  const heard = classifier.hearLevels(judged);
  const gate = gateAbove(said, byRules, reading.tokens.length - reading.judgedFrom);
  return RAISED.flatMap((level) => {
    const { threshold } = classifier.gates[level][gate];
    const { score } = heard[level];
    if (threshold === null || compareLevels(level, said) <= 0 || score >= threshold || score < threshold - JUST_UNDER)
      return [];
    const because = `its score was ${score.toFixed(2)}, and ${threshold.toFixed(2)} is enough`;
    return [{ rule: 'classifier', level, found: [], because }];
  });
}

/** The words a match covers, in the message its last word stands in. */
function wordsOf({ start, end }: Match, { tokens, texts }: Reading): string {
  const message = tokens[end - 1]?.message ?? 0;
  const there = tokens.slice(start, end).filter((token) => token.message === message);
  return (texts[message] ?? '').slice(there[0]?.start ?? 0, there.at(-1)?.end ?? 0);
}
