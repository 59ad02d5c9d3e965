import {
  compareLevels,
  highest,
  KINDS,
  type About,
  type Because,
  type Kind,
  type Level,
} from '../../vocabulary/concerns';
import type { Compiled } from '../compile';
import type { Verdict } from '../levels';
import type { Reading } from '../reading';
import { agreedLevel } from './agreed';
import type { Classifier, Stretch } from './classify';
import { evidenceOf, loudestWords } from './explain';
import { RAISED, type Raised } from './weights';

const ALLEGATION = 'allegation-against-staff';
/** An allegation is only ever named together with an adult of the service. */
const OTHER_KINDS = KINDS.filter((kind) => kind !== ALLEGATION);

/** "and then": so few words say nothing by their own weight; what a rule heard in them stands as it is. */
const FEWEST_WORDS = 3;

/** Everything the decision looks at. */
interface Hearing {
  readonly verdict: Verdict;
  readonly reading: Reading;
  readonly classifier: Classifier;
  readonly heard: Readonly<Record<Raised, Stretch>>;
}

/**
 * Rules and classifier together: a rule names what it heard, and how far that carries depends on how alike the message
 * is to labelled ones, whose authors no rule writer has read. Never below what a rule says that stands alone; never
 * `immediate` where no rule heard a risk (a number alone does not send a young person to 999).
 */
export function decide(verdict: Verdict, reading: Reading, classifier: Classifier, compiled: Compiled): Verdict {
  if (reading.tokens.length - reading.judgedFrom < FEWEST_WORDS) return verdict;
  const hearing = { verdict, reading, classifier, heard: classifier.hearLevels(reading) };
  const level = highest(verdict.standsAlone, agreedLevel(scoresOf(hearing), verdict.level, classifier.gates));
  const moved = compareLevels(level, verdict.level);
  if (moved === 0) return verdict;
  return moved > 0 ? raised(level as Raised, hearing, compiled) : heldBack(level, hearing);
}

function scoresOf({ heard }: Hearing): Record<Raised, number> {
  return { worry: heard.worry.score, urgent: heard.urgent.score, immediate: heard.immediate.score };
}

/** What the rules said stays, each reason at no more than the level decided, and says why. */
function heldBack(level: Level, hearing: Hearing): Verdict {
  const { verdict } = hearing;
  return {
    ...verdict,
    level,
    kinds: level === 'none' ? [] : verdict.kinds,
    about: level === 'none' ? 'self' : verdict.about,
    because: verdict.because.map((reason) =>
      compareLevels(reason.level, level) <= 0
        ? reason
        : { ...reason, level, steps: [...reason.steps, `held at ${level}: ${tooLittleFor(level, hearing)}`] },
    ),
    weak: true,
  };
}

function tooLittleFor(level: Level, { verdict, classifier, heard }: Hearing): string {
  const next = RAISED[RAISED.findIndex((each) => compareLevels(each, level) > 0)] as Raised;
  const { threshold } = classifier.gates[next][verdict.level];
  const needed = threshold === null ? 'no score is enough' : `${threshold.toFixed(2)} is enough`;
  return `likeness to labelled messages that are ${next} is ${heard[next].score.toFixed(2)}, and ${needed} after such a rule`;
}

function raised(level: Raised, hearing: Hearing, compiled: Compiled): Verdict {
  const { verdict, reading, classifier } = hearing;
  const stretch = hearing.heard[level];
  const accuses = isAboutStaff(stretch, reading, classifier, compiled);
  const named = verdict.kinds.length > 0 ? verdict.kinds : classifier.kindsOf(reading, stretch, OTHER_KINDS);
  const kinds = accuses ? [...new Set<Kind>([ALLEGATION, ...named])] : named;
  return {
    ...verdict,
    level,
    kinds,
    about: accuses ? 'practitioner' : aboutBy(stretch, verdict, reading, classifier),
    because: [{ ...reasonFor(level, hearing), kinds }, ...verdict.because],
    weak: true,
  };
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

function reasonFor(level: Raised, { verdict, reading, classifier, heard }: Hearing): Omit<Because, 'kinds'> {
  const stretch = heard[level];
  const spoken = classifier.explain(reading, level, stretch);
  const { threshold, precision } = classifier.gates[level][verdict.level];
  const right = Math.round((precision ?? 0) * 100);
  const after = verdict.level === 'none' ? 'where no rule spoke' : `where a rule heard ${verdict.level}`;
  return {
    rule: 'classifier',
    ...evidenceOf(spoken, stretch, reading),
    where: 'message',
    level,
    steps: [
      `${level} by likeness to labelled messages: ${stretch.score.toFixed(2)}, and ${(threshold ?? 0).toFixed(2)} is enough ${after}`,
      `at that score right on ${right} in 100 messages of authors it had not learnt from`,
      `what spoke most: ${loudestWords(spoken, reading).join(', ')}`,
    ],
  };
}
