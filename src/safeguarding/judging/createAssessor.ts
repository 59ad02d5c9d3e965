import {
  compareLevels,
  highest,
  tellsAnew,
  type Assess,
  type Assessment,
  type ToAssess,
} from '../../vocabulary/concerns';
import { meantBy, notThemIn } from '../allegation/meant';
import { accusedByRole, isOfAnotherHouse } from '../allegation/meantByRole';
import { isOnlyWrittenTo, unaccused } from '../allegation/writtenTo';
import { createClassifier, type Classifier } from '../classifier/classify';
import { raise, type Witnessed } from '../classifier/raise';
import type { ClassifierWeights } from '../classifier/weights';
import { isBareAnswer } from '../earlier/answersUs';
import { heardByItself } from '../earlier/byItself';
import { saidInParts } from '../earlier/saidInParts';
import { saidNow } from '../earlier/saidNow';
import { heardOfLittle, saysLittle } from '../earlier/saysLittle';
import { stillSaid, takenBack } from '../earlier/takenBack';
import { asToldBefore, toldAgain } from '../earlier/toldAgain';
import { compile, type Compiled } from '../reading/compile';
import { read, type Reading } from '../reading/reading';
import type { DisclosureRules } from '../rules';
import { withoutAnticlimax } from '../weighing/anticlimax';
import { excusedHitsOf } from '../weighing/excusedHits';
import { hitsOf, isCertain, type Hit } from '../weighing/hits';
import { verdictOf, type Verdict } from '../weighing/levels';
import { hearKin } from './hearKin';
import { hearNamedFriend } from './hearNamedFriend';
import { failedOn, unreadableReason, whyUnreadable } from './unreadable';

/**
 * Makes the judge of messages out of checked rules. Throws for rules that cannot be understood. The judge itself never
 * throws: a text it cannot read, or on which it fails, is called unreadable, and a human reads it. With weights the
 * classifier decides together with the rules; without them whatever a rule hears is enough.
 */
export function createAssessor(rules: DisclosureRules, weights: ClassifierWeights | null = null): Assess {
  const compiled = compile(rules);
  const classifier = weights === null ? null : createClassifier(weights, compiled);
  const version = judgeVersion(rules, weights);
  const judge: Assess = (input) => judgeInPlace(input, compiled, classifier, version);
  const readAlone = (input: ToAssess): Reading => read(input.text, [], input, compiled);
  const hear: Assess = (input) => {
    const alone = heardByItself(input, judge(input), judge);
    const asOne = saidInParts(input, alone, judge);
    return asOne === alone || saysLittle(readAlone(input), compiled) === null ? asOne : alone;
  };
  const hearAtHome: Assess = (input) => hearKin(input, hear, compiled);
  return (input) => {
    try {
      const heard = hearNamedFriend(asAnswer(input), hearAtHome);
      return tellsAnew(heard) ? heard : saidNow(heard, input.text, readAlone(input), compiled);
    } catch {
      return failedOn(String(input.text), version);
    }
  };
}

/** A bare answer to another question than that of safety is judged by itself. */
function asAnswer(input: ToAssess): ToAssess {
  return input.asked === 'something-else' && isBareAnswer(input.text) ? { ...input, before: [] } : input;
}

/**
 * A name for everything that decides a verdict: the hash of the rules, and of the classifier's weights where there are
 * any.
 */
export function judgeVersion(rules: DisclosureRules, weights: ClassifierWeights | null): string {
  return weights === null ? rules.version : `${rules.version}-${weights.version}`;
}

/** How many retractions in a row are followed back to what they take back. */
const MOST_TAKEN_BACK = 3;
/** How often "it happened again" after "it happened again" is followed further back. */
const MOST_TOLD_AGAIN = 1;

/** The verdict on one text, read after the earlier ones. */
function judgeInPlace(
  input: ToAssess,
  compiled: Compiled,
  classifier: Classifier | null,
  rulesVersion: string,
  looksBack = MOST_TAKEN_BACK,
): Assessment {
  const { text, staff } = input;
  const whole = read(text, input.before, input, compiled);
  const from = { asked: input.asked ?? null, under13: input.under13 ?? false };
  const { reading, hits, verdict } = lookPastAnticlimax(hearWhole(whole, from, compiled, classifier), () => {
    const rest = withoutAnticlimax(input, whole, compiled);
    return rest === null ? null : hearWhole(rest, from, compiled, classifier);
  });
  const unread = whyUnreadable(text, whole, compiled);
  const assessment: Assessment = {
    level: highest(verdict.level, unread === null ? 'none' : 'worry'),
    kinds: verdict.kinds,
    about: verdict.about,
    because: unread === null ? verdict.because : [...verdict.because, unreadableReason(text, unread.says)],
    readable: unread === null,
    unreadableBecause: unread?.because ?? null,
    weak: verdict.weak,
    meant: meantBy(reading, compiled, staff, verdict.about, hits),
    notThem: notThemIn(whole, compiled),
    rulesVersion,
  };
  if (looksBack === 0 || saysLittle(whole, compiled) === 'asks us') return assessment;
  const judgeEarlier = (earlier: ToAssess, further: number): Assessment =>
    judgeInPlace(earlier, compiled, classifier, rulesVersion, further);
  const unsaid = takenBack(input, whole, compiled);
  if (unsaid !== null) return stillSaid(judgeEarlier(unsaid, looksBack - 1), assessment, unsaid.before.length);
  const again = toldAgain(input, whole, compiled);
  if (again === null) return assessment;
  for (const one of again.of) {
    const told = judgeEarlier(one, Math.min(looksBack - 1, MOST_TOLD_AGAIN));
    if (told.level === 'none' || !told.readable) continue;
    const byRules = verdictOf(hits, reading);
    const certain = verdictOf(hits.filter(isCertain), reading).kinds;
    return asToldBefore(told, assessment, { ...again, at: one.before.length, byRules, certain });
  }
  return assessment;
}

interface HeardWhole {
  readonly reading: Reading;
  readonly hits: readonly Hit[];
  readonly verdict: Verdict;
}

function hearWhole(
  reading: Reading,
  { asked, under13 }: Required<Pick<ToAssess, 'asked' | 'under13'>>,
  compiled: Compiled,
  classifier: Classifier | null,
): HeardWhole {
  const hits = hitsOf(reading, compiled, asked, under13);
  const excused = classifier === null ? [] : excusedHitsOf(reading, compiled, asked, under13, hits);
  const heard = hear({ reading, hits, excused }, compiled, classifier);
  const isOfOthers = isOnlyWrittenTo(heard, hits, reading, compiled) || isOfAnotherHouse(reading, compiled);
  const verdict = isOfOthers ? unaccused(heard) : accusedByRole(heard, reading, compiled);
  return { reading, hits, verdict };
}

/**
 * The verdict on a message with an anticlimax ("hes going to kill me when he sees his bike"). Judged without it, the
 * rest counts only where that lowers the verdict, because half a sentence may sound worse than the whole. A hit that no
 * frame excuses always stands.
 */
function lookPastAnticlimax(whole: HeardWhole, hearRest: () => HeardWhole | null): HeardWhole {
  const isBeyondExcuse = whole.hits.some(({ rule, certain }) => certain && rule.excusable === false);
  if (whole.verdict.level === 'none' || isBeyondExcuse) return whole;
  const rest = hearRest();
  return rest !== null && compareLevels(rest.verdict.level, whole.verdict.level) < 0 ? rest : whole;
}

function hear(judged: Witnessed, compiled: Compiled, classifier: Classifier | null): Verdict {
  const { reading, hits } = judged;
  const little = saysLittle(reading, compiled);
  if (little !== null) return verdictOf(heardOfLittle(little, hits, reading), reading);
  return classifier === null ? verdictOf(hits, reading) : raise(judged, classifier, compiled);
}
