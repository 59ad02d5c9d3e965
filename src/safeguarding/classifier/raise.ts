import { compareLevels, KINDS, type About, type Because, type Kind, type Level } from '../../vocabulary/concerns';
import type { Compiled } from '../reading/compile';
import type { Reading } from '../reading/reading';
import { isDenial } from '../weighing/assertion';
import { isCertain, type Hit } from '../weighing/hits';
import { verdictOf, type Verdict } from '../weighing/levels';
import type { Classifier, Loudest } from './classify';
import type { Judged } from './features';
import { grantLevel, heardBy, type Granted } from './grant';
import { stretchesOf, type Stretch } from './stretches';
import type { Heard } from './weights';

const ALLEGATION = 'allegation-against-staff';
/**
 * "Allegation" is named only where an adult of the service is accused; the kinds named beside it come from this list.
 */
const OTHER_KINDS = KINDS.filter((kind) => kind !== ALLEGATION);

/**
 * A message of fewer different words than this ("and then and then") is too short to weigh by likeness; what a rule
 * heard in it stands. The words of a wish that somebody is not told do not count, for the wish is handled elsewhere.
 */
const FEWEST_WORDS = 3;

/** A message with the hits of the rules, and the hits they would have had without the frames that excuse. */
export interface Witnessed extends Judged {
  readonly excused: readonly Hit[];
}

/**
 * The verdict of rules and classifier together. A hit that only a frame excused counts where both together make it
 * urgent; as a worry it is taken for the joke it looks like.
 */
export function raise(witnessed: Witnessed, classifier: Classifier, compiled: Compiled): Verdict {
  const verdict = weigh(witnessed, classifier, compiled);
  const isJoke = witnessed.excused.length > 0 && verdict.level === 'worry';
  return isJoke ? weigh({ ...witnessed, excused: [] }, classifier, compiled) : verdict;
}

/**
 * What rules are certain of stands and is never lowered. Over everything else, whether rules heard it or not, the
 * classifier decides, and the reason says that it was the classifier.
 */
function weigh({ reading, hits, excused }: Witnessed, classifier: Classifier, compiled: Compiled): Verdict {
  const judged = { reading, hits: [...hits, ...excused] };
  const stretches = stretchesOf(reading, compiled);
  if (isTooShort(judged, stretches, compiled)) return verdictOf(hits, reading);
  const certain = keepAllegation(
    verdictOf(judged.hits.filter(isCertain), reading),
    { reading, hits },
    classifier,
    compiled,
  );
  if (certain.level === 'immediate') return certain;
  const heard = verdictOf(judged.hits, reading);
  const loudest = classifier.hearLevels(judged, stretches);
  const words = judged.reading.tokens.length - judged.reading.judgedFrom;
  const granted = asFarAsDenied(judged, grantLevel(loudest, heard.level, words, classifier.gates), compiled);
  if (granted === null || compareLevels(granted.level, certain.level) <= 0) return certain;
  const { level } = granted;
  const stretch = loudest[level];
  const agreed = compareLevels(verdictOf(hits, reading).level, level) >= 0;
  const accuses = certain.about === 'practitioner' || isAboutStaff(stretch, heard, judged, classifier, compiled);
  const likely = classifier.kindsOf(judged, stretch, accuses ? KINDS : OTHER_KINDS);
  const allegation: readonly Kind[] = accuses ? [ALLEGATION] : [];
  const kinds = [...new Set([...allegation, ...certain.kinds, ...likely])];
  const reason = { ...reasonFor(granted, heardBy(heard.level), stretch, judged, classifier), kinds };
  const reasons = heard.because.map((each) => heldAt(level, each));
  return {
    level,
    kinds,
    about: accuses ? 'practitioner' : aboutBy(stretch, heard, judged, classifier),
    because: agreed ? [...reasons, reason] : [reason, ...reasons],
    weak: agreed ? heard.weak : true,
  };
}

/**
 * "i cut myself again and sam touches me": a certain rule about self-harm must not hide that somebody else accuses an
 * adult of the service, or that adult would be told. As everywhere, the classifier decides what a name means. The level
 * stays.
 */
function keepAllegation(certain: Verdict, judged: Judged, classifier: Classifier, compiled: Compiled): Verdict {
  if (certain.level === 'none' || certain.about === 'practitioner') return certain;
  const heard = verdictOf(judged.hits, judged.reading);
  if (heard.about !== 'practitioner') return certain;
  const stretch = classifier.hearLevels(judged, stretchesOf(judged.reading, compiled))[certain.level];
  if (!isAboutStaff(stretch, heard, judged, classifier, compiled)) return certain;
  const accusing = heard.because.filter(({ kinds }) => kinds.includes(ALLEGATION));
  return {
    ...certain,
    about: 'practitioner',
    kinds: [...new Set([ALLEGATION, ...certain.kinds, ...accusing.flatMap(({ kinds }) => kinds)] as const)],
    because: [...certain.because, ...accusing.map((each) => heldAt(certain.level, each))],
  };
}

/** The verdict of the certain rules alone, which stands whatever the classifier says. */
export function certainOf(judged: Judged, compiled: Compiled): Verdict {
  const { reading, hits } = judged;
  const tooShort = isTooShort(judged, stretchesOf(reading, compiled), compiled);
  return verdictOf(tooShort ? hits : hits.filter(isCertain), reading);
}

/**
 * Whether too few words are left to weigh. "lol only joking" leaves none either; what was told before is not taken back
 * by it.
 */
function isTooShort({ reading }: Judged, stretches: readonly Stretch[], compiled: Compiled): boolean {
  if (stretches.length === 0) return true;
  const { tokens, judgedFrom } = reading;
  const wishes = reading.matchesOf(compiled.assertion.notThem);
  const isWish = (at: number): boolean => wishes.some(({ start, end }) => start <= at && at < end);
  const said = new Set<string | undefined>();
  for (let at = judgedFrom; at < tokens.length && said.size < FEWEST_WORDS; at += 1)
    if (!isWish(at)) said.add(tokens[at]?.forms[0]);
  return said.size < FEWEST_WORDS;
}

/** A message with more words than this says more than "it is not so". */
const LONGEST_DENIAL = 8;

/**
 * "im not going to kill myself": all that a rule would have heard is denied in a closed frame, and nothing else is
 * said. The classifier hardly notices a "not", so here its level is at most a worry.
 */
function asFarAsDenied({ reading, hits }: Judged, granted: Granted | null, compiled: Compiled): Granted | null {
  const isShort = reading.tokens.length - reading.judgedFrom <= LONGEST_DENIAL;
  if (granted === null || granted.level === 'worry' || hits.length > 0 || !isShort) return granted;
  return isDenial(reading, compiled) ? { ...granted, level: 'worry' } : granted;
}

/**
 * Whether an adult of the service is accused. A name beside a risk is not enough, and a rule that says so is one
 * witness: where an adult is named the classifier decides. Where nobody is named the rules say who is meant.
 */
function isAboutStaff(
  stretch: Loudest,
  heard: Verdict,
  judged: Judged,
  classifier: Classifier,
  compiled: Compiled,
): boolean {
  if (!namesStaff(judged.reading, compiled)) return heard.about === 'practitioner';
  return classifier.kindsOf(judged, stretch)[0] === ALLEGATION || classifier.passes(judged, 'practitioner', stretch);
}

/** Whether an adult of the service is named, in the message or just before it. */
export function namesStaff({ tags }: Reading, { people }: Compiled): boolean {
  return tags.placesOf(people.staff).length > 0;
}

/** Who is at risk: as the rules heard it, except for an allegation, which was decided before. */
function aboutBy(stretch: Loudest, heard: Verdict, judged: Judged, classifier: Classifier): About {
  if (heard.level !== 'none' && heard.about !== 'practitioner') return heard.about;
  return classifier.passes(judged, 'other', stretch) ? 'other' : 'self';
}

/** The reason of a rule that asked for a higher level than was granted, shown at the granted level. */
function heldAt(level: Level, reason: Because): Because {
  if (compareLevels(reason.level, level) <= 0) return reason;
  return { ...reason, level, steps: [...reason.steps, `${level} as far as the classifier goes with it`] };
}

/** `beside`: which gates what the rules heard asks for; the gate that counted may be another. */
function reasonFor(
  { level, gate }: Granted,
  beside: Heard,
  stretch: Loudest,
  judged: Judged,
  classifier: Classifier,
): Omit<Because, 'kinds'> {
  const testimony = classifier.explain(judged, level, stretch);
  const { threshold, precision } = classifier.gates[level][gate];
  const right = Math.round((precision ?? 0) * 100);
  return {
    rule: 'classifier',
    ...testimony.evidence(),
    where: 'message',
    level,
    steps: [
      `${level} by likeness to labelled messages: ${stretch.score.toFixed(2)}, and ${(threshold ?? 0).toFixed(2)} is enough`,
      gate === beside
        ? `at that score right on ${right} in 100 messages of authors it had not learnt from`
        : `a lesser risk was heard first; where rules heard one, that score is right on ${right} in 100`,
      `what spoke most: ${testimony.loudestWords().join(', ')}`,
    ],
  };
}
