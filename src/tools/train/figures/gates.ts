import { grantLevel, heardBy } from '../../../safeguarding/classifier/grant';
import { type Abouts, type Gate, type Gates, type Heard, type Raised } from '../../../safeguarding/classifier/weights';
import { highest, type Level } from '../../../vocabulary/concerns';
import { EVERYDAY, soughtMistakes } from '../lessons/messages';
import { isOf } from '../teaching/heads';
import type { LeftOut } from './leaveOut';

/** What a threshold must keep to on authors left out, or the head never speaks. */
interface Demands {
  readonly precision: number;
  /** Of the hard harmless messages of which the rules had heard as much. */
  readonly falseAlarms: number;
  /** Of real everyday SMS. */
  readonly everyday: number;
}

/**
 * The hard harmless messages of these authors are twins, a few words away from a disclosure: they cry wolf about five
 * times as often as messages that were not written to. The precision is what counts. A disclosure nobody hears costs
 * ten times a false alarm, so a worry is let through sooner than an urgent one. Real everyday SMS are hardly ever
 * heard by a rule: they bound only the gates where none was.
 */
const LEVEL_DEMANDS: Readonly<Record<Raised, Readonly<Record<Heard, Demands>>>> = {
  worry: {
    unheard: { precision: 0.8, falseAlarms: 0.1, everyday: 0.0525 },
    heard: { precision: 0.8, falseAlarms: 0.5, everyday: 0.5 },
  },
  urgent: {
    unheard: { precision: 0.815, falseAlarms: 0.06, everyday: 0.0105 },
    heard: { precision: 0.8, falseAlarms: 0.19, everyday: 0.3 },
  },
  immediate: {
    unheard: { precision: 0.84, falseAlarms: 0.02, everyday: 0.003 },
    heard: { precision: 0.8, falseAlarms: 0.15, everyday: 0.02 },
  },
};
/** Whether an adult is accused is asked only of what was heard and names one: what is said then is nearly always right. */
const ABOUT_DEMANDS: Readonly<Record<Abouts, Demands>> = {
  practitioner: { precision: 0.86, falseAlarms: 0.5, everyday: 0.5 },
  other: { precision: 0.7, falseAlarms: 0.02, everyday: 0.002 },
};
/** Fewer right answers than this above a threshold are luck. */
const FEWEST_RIGHT = 10;

/** All gates, from messages whose authors were left out of training: what a score is worth beside what the rules heard. */
export function gatesFor(all: readonly LeftOut[]): Gates {
  const leftOut = all.filter(({ message }) => !soughtMistakes(message.author));
  const among = {
    unheard: leftOut.filter((each) => heardBy(each.heard) === 'unheard'),
    heard: leftOut.filter((each) => heardBy(each.heard) === 'heard'),
  };
  const ofLevel = (level: Raised) => ({
    unheard: gateOf(level, among.unheard, LEVEL_DEMANDS[level].unheard),
    heard: gateOf(level, among.heard, LEVEL_DEMANDS[level].heard),
  });
  const levels = { worry: ofLevel('worry'), urgent: ofLevel('urgent'), immediate: ofLevel('immediate') };
  const accusing = leftOut.filter((each) => each.namesStaff && decidedFor(each, levels) !== 'none');
  return {
    ...levels,
    practitioner: gateOf('practitioner', accusing, ABOUT_DEMANDS.practitioner),
    other: gateOf('other', leftOut, ABOUT_DEMANDS.other),
  };
}

function gateOf(head: Raised | Abouts, leftOut: readonly LeftOut[], demands: Demands): Gate {
  return gateAt(lowestScore(head, leftOut, demands), head, leftOut);
}

/** Going down from the surest: the lowest score at which everything said so far keeps to the demands of its head. */
function lowestScore(head: Raised | Abouts, leftOut: readonly LeftOut[], demands: Demands): number | null {
  const sorted = [...leftOut].sort((a, b) => b.scores[head] - a.scores[head]);
  const { harmless, everyday } = harmlessIn(leftOut);
  const { precision, ...allowed } = demands;
  const count = { right: 0, wrong: 0, harmless: 0, everyday: 0 };
  let lowest: number | null = null;
  sorted.forEach((each, index) => {
    if (each.message.author === EVERYDAY) count.everyday += 1;
    else if (isOf(head, each.message)) count.right += 1;
    else count.wrong += 1;
    if (each.message.author !== EVERYDAY && each.message.level === 'none') count.harmless += 1;
    const keeps =
      count.right >= FEWEST_RIGHT &&
      count.right >= precision * (count.right + count.wrong) &&
      count.harmless <= allowed.falseAlarms * harmless &&
      count.everyday <= allowed.everyday * everyday;
    const score = each.scores[head];
    if (keeps) lowest = (score + (sorted[index + 1]?.scores[head] ?? score)) / 2;
  });
  return lowest;
}

function harmlessIn(all: readonly LeftOut[]): { harmless: number; everyday: number } {
  const everyday = all.filter(({ message }) => message.author === EVERYDAY).length;
  return { everyday, harmless: all.filter(({ message }) => message.level === 'none').length - everyday };
}

/** A threshold with what it does on `among`. */
function gateAt(threshold: number | null, head: Raised | Abouts, among: readonly LeftOut[]): Gate {
  const said = threshold === null ? [] : among.filter(({ scores }) => scores[head] >= threshold);
  const written = said.filter(({ message }) => message.author !== EVERYDAY);
  const right = written.filter(({ message }) => isOf(head, message)).length;
  const { harmless, everyday } = harmlessIn(among);
  const alarms = harmlessIn(said);
  return {
    threshold,
    precision: threshold === null || written.length === 0 ? null : right / written.length,
    recall: right / Math.max(1, among.filter(({ message }) => isOf(head, message)).length),
    falseAlarms: alarms.harmless / Math.max(1, harmless),
    everydayFalseAlarms: alarms.everyday / Math.max(1, everyday),
  };
}

/** What rules and classifier say together of a message whose author was left out. */
export function decidedFor({ scores, certain, heard, words }: LeftOut, gates: Pick<Gates, Raised>): Level {
  const score = (level: Raised) => ({ score: scores[level] });
  const heads = { worry: score('worry'), urgent: score('urgent'), immediate: score('immediate') };
  return highest(grantLevel(heads, heard, words, gates)?.level ?? 'none', certain);
}
