import { agreedLevel } from '../../safeguarding/classifier/agreed';
import {
  type Abouts,
  type Gate,
  type Gates,
  type GatesByHeard,
  type Raised,
} from '../../safeguarding/classifier/weights';
import { highest, LEVELS, type Level } from '../../vocabulary/concerns';
import { calibrate, scoreFor } from './calibrate';
import { isOf } from './heads';
import type { LeftOut } from './leaveOut';
import { EVERYDAY, readByRuleWriters } from './messages';

/** What the thresholds must keep to on authors left out, or the head never speaks. */
interface Demands {
  readonly precision: number;
  /** Of the hard harmless messages. */
  readonly falseAlarms: number;
  /** Of real everyday SMS. */
  readonly everyday: number;
}

/**
 * The hard harmless messages of these authors are twins, a few words away from a disclosure: they cry wolf about five
 * times as often as messages that were not written to. The precision is what counts.
 */
const DEMANDS: Readonly<Record<Raised | Abouts, Demands>> = {
  worry: { precision: 0.8, falseAlarms: 0.1, everyday: 0.005 },
  urgent: { precision: 0.8, falseAlarms: 0.05, everyday: 0.0015 },
  immediate: { precision: 0.7, falseAlarms: 0.01, everyday: 0.0005 },
  practitioner: { precision: 0.8, falseAlarms: 0.005, everyday: 0 },
  other: { precision: 0.7, falseAlarms: 0.02, everyday: 0.002 },
};
/** Fewer right answers than this above a threshold are luck. */
const FEWEST_RIGHT = 10;

/**
 * All gates, from messages whose authors were left out of training. What the rules are worth beside a score is measured
 * only on authors whom no rule writer has read: on the others they look better than they are.
 */
export function gatesFor(leftOut: readonly LeftOut[]): Gates {
  const unread = leftOut.filter(({ message }) => !readByRuleWriters(message.author));
  return {
    worry: gatesOfLevel('worry', unread),
    urgent: gatesOfLevel('urgent', unread),
    immediate: gatesOfLevel('immediate', unread),
    practitioner: loneGate('practitioner', leftOut),
    other: loneGate('other', leftOut),
  };
}

function gatesOfLevel(head: Raised, leftOut: readonly LeftOut[]): GatesByHeard {
  const speakable = leftOut.filter(({ heard }) => mayBeSaidAfter(head, heard));
  const calibration = calibrate(
    speakable
      .filter(({ message }) => message.author !== EVERYDAY)
      .map((each) => ({ score: each.scores[head], heard: each.heard, right: isOf(head, each.message) })),
  );
  const needed = lowestOdds(
    speakable.map((each) => ({ each, odds: calibration.slope * each.scores[head] + calibration.after[each.heard] })),
    leftOut,
    head,
  );
  return Object.fromEntries(
    LEVELS.map((heard) => {
      const threshold = needed === null || !mayBeSaidAfter(head, heard) ? null : scoreFor(needed, heard, calibration);
      return [
        heard,
        gateAt(
          threshold,
          head,
          leftOut.filter((each) => each.heard === heard),
        ),
      ];
    }),
  ) as GatesByHeard;
}

/** A number alone sends nobody to 999. */
function mayBeSaidAfter(head: Raised, heard: Level): boolean {
  return head !== 'immediate' || heard !== 'none';
}

function loneGate(head: Abouts, leftOut: readonly LeftOut[]): Gate {
  const ranked = leftOut.map((each) => ({ each, odds: each.scores[head] }));
  return gateAt(lowestOdds(ranked, leftOut, head), head, leftOut);
}

/** Going down from the surest: the lowest odds at which everything said so far keeps to the demands of its head. */
function lowestOdds(
  ranked: readonly { readonly each: LeftOut; readonly odds: number }[],
  all: readonly LeftOut[],
  head: Raised | Abouts,
): number | null {
  const sorted = [...ranked].sort((a, b) => b.odds - a.odds);
  const { harmless, everyday } = harmlessIn(all);
  const count = { right: 0, wrong: 0, harmless: 0, everyday: 0 };
  let lowest: number | null = null;
  sorted.forEach(({ each, odds }, index) => {
    if (each.message.author === EVERYDAY) count.everyday += 1;
    else if (isOf(head, each.message)) count.right += 1;
    else count.wrong += 1;
    if (each.message.author !== EVERYDAY && each.message.level === 'none') count.harmless += 1;
    const { precision, falseAlarms, everyday: ofEveryday } = DEMANDS[head];
    const keeps =
      count.right >= FEWEST_RIGHT &&
      count.right >= precision * (count.right + count.wrong) &&
      count.harmless <= falseAlarms * harmless &&
      count.everyday <= ofEveryday * everyday;
    if (keeps) lowest = (odds + (sorted[index + 1]?.odds ?? odds)) / 2;
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
export function decidedFor({ scores, heard, standsAlone }: LeftOut, gates: Gates): Level {
  return highest(agreedLevel(scores, heard, gates), standsAlone);
}
