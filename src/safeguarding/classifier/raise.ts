import { compareLevels, KINDS, type About, type Because, type Kind, type Level } from '../../vocabulary/concerns';
import type { Compiled } from '../compile';
import type { Verdict } from '../levels';
import type { Reading } from '../reading';
import type { Classifier, Stretch } from './classify';
import { evidenceOf, loudestWords } from './explain';
import { RAISED, type Heard, type Raised } from './weights';

const ALLEGATION = 'allegation-against-staff';
/** An allegation is only ever named together with an adult of the service. */
const OTHER_KINDS = KINDS.filter((kind) => kind !== ALLEGATION);

/** "and then": so few words say nothing by their own weight; what a rule heard in them stands as it is. */
const FEWEST_WORDS = 3;

/**
 * The second voice: may lift what the rules said, never lower it, and says that it was the classifier. `immediate` it
 * never says of a message in which no rule heard any risk: a number alone does not send a young person to 999.
 */
export function raise(verdict: Verdict, reading: Reading, classifier: Classifier, compiled: Compiled): Verdict {
  if (verdict.level === 'immediate' || reading.tokens.length - reading.judgedFrom < FEWEST_WORDS) return verdict;
  const heard = classifier.hearLevels(reading);
  const level = levelBy(heard, verdict.level, classifier.gates);
  if (level === null || compareLevels(level, verdict.level) <= 0) return verdict;
  const stretch = heard[level];
  const accuses = isAboutStaff(stretch, reading, classifier, compiled);
  const named = verdict.kinds.length > 0 ? verdict.kinds : classifier.kindsOf(reading, stretch, OTHER_KINDS);
  const kinds = accuses ? [...new Set<Kind>([ALLEGATION, ...named])] : named;
  return {
    level,
    kinds,
    about: accuses ? 'practitioner' : aboutBy(stretch, verdict, reading, classifier),
    because: [{ ...reasonFor(level, heardBy(verdict.level), stretch, reading, classifier), kinds }, ...verdict.because],
    weak: true,
  };
}

/** The highest level whose gate its score passes, beside what the rules heard; null for none. */
export function levelBy(
  heard: Readonly<Record<Raised, { readonly score: number }>>,
  byRules: Level,
  gates: Classifier['gates'],
): Raised | null {
  const passes = (level: Raised): boolean => {
    const { threshold } = gates[level][heardBy(byRules)];
    return threshold !== null && heard[level].score >= threshold;
  };
  return [...RAISED].reverse().find(passes) ?? null;
}

export function heardBy(rules: Level): Heard {
  return rules === 'none' ? 'unheard' : 'heard';
}

/** In doubt about an adult who is named, the message goes past them: telling the accused cannot be undone. */
function isAboutStaff(stretch: Stretch, reading: Reading, classifier: Classifier, { people }: Compiled): boolean {
  const named = reading.tags.placesOf(people.staff).some(({ start }) => start >= reading.judgedFrom);
  if (!named) return false;
  return classifier.kindsOf(reading, stretch)[0] === ALLEGATION || classifier.passes(reading, 'practitioner', stretch);
}

/** What the rules heard stands. */
function aboutBy(stretch: Stretch, verdict: Verdict, reading: Reading, classifier: Classifier): About {
  if (verdict.level !== 'none') return verdict.about;
  return classifier.passes(reading, 'other', stretch) ? 'other' : 'self';
}

function reasonFor(
  level: Raised,
  heard: Heard,
  stretch: Stretch,
  reading: Reading,
  classifier: Classifier,
): Omit<Because, 'kinds'> {
  const spoken = classifier.explain(reading, level, stretch);
  const { threshold, precision } = classifier.gates[level][heard];
  const right = Math.round((precision ?? 0) * 100);
  return {
    rule: 'classifier',
    ...evidenceOf(spoken, stretch, reading),
    where: 'message',
    level,
    steps: [
      `${level} by likeness to labelled messages: ${stretch.score.toFixed(2)}, and ${(threshold ?? 0).toFixed(2)} is enough`,
      `at that score right on ${right} in 100 messages of authors it had not learnt from`,
      `what spoke most: ${loudestWords(spoken, reading).join(', ')}`,
    ],
  };
}
