import type { Gate, Gated } from '../../safeguarding/classifier/weights';
import { isOf } from './heads';
import type { LeftOut } from './leaveOut';
import { EVERYDAY } from './messages';

/** What a threshold must keep to on authors left out, or the head never speaks. */
interface Demands {
  readonly precision: number;
  /** Of the hard harmless messages. */
  readonly falseAlarms: number;
  /** Of real everyday SMS. */
  readonly everyday: number;
}

const DEMANDS: Readonly<Record<Gated, Demands>> = {
  worry: { precision: 0.8, falseAlarms: 0.04, everyday: 0.002 },
  urgent: { precision: 0.8, falseAlarms: 0.015, everyday: 0.0005 },
  immediate: { precision: 0.9, falseAlarms: 0.005, everyday: 0 },
  practitioner: { precision: 0.8, falseAlarms: 0.005, everyday: 0 },
  other: { precision: 0.7, falseAlarms: 0.02, everyday: 0.002 },
};
/** Fewer right answers than this above a threshold are luck. */
const FEWEST_RIGHT = 10;

/** The lowest threshold that keeps to the demands of its head, and what it then does. */
export function gateFor(head: Gated, leftOut: readonly LeftOut[]): Gate {
  const demands = DEMANDS[head];
  const sorted = [...leftOut].sort((a, b) => b.scores[head] - a.scores[head]);
  const everyday = count(leftOut, ({ message }) => message.author === EVERYDAY);
  const harmless = count(leftOut, ({ message }) => message.author !== EVERYDAY && message.level === 'none');
  const wanted = count(leftOut, ({ message }) => isOf(head, message));
  let best: Gate = { threshold: null, precision: null, recall: 0, falseAlarms: 0, everydayFalseAlarms: 0 };
  const said = { right: 0, wrong: 0, harmless: 0, everyday: 0 };
  sorted.forEach(({ message, scores }, index) => {
    if (message.author === EVERYDAY) said.everyday += 1;
    else if (message.level === 'none') said.harmless += 1;
    if (isOf(head, message)) said.right += 1;
    else if (message.author !== EVERYDAY) said.wrong += 1;
    const gate: Gate = {
      threshold: (scores[head] + (sorted[index + 1]?.scores[head] ?? scores[head])) / 2,
      precision: said.right / Math.max(1, said.right + said.wrong),
      recall: said.right / Math.max(1, wanted),
      falseAlarms: said.harmless / Math.max(1, harmless),
      everydayFalseAlarms: said.everyday / Math.max(1, everyday),
    };
    if (said.right >= FEWEST_RIGHT && keepsTo(demands, gate)) best = gate;
  });
  return best;
}

function keepsTo(demands: Demands, { precision, falseAlarms, everydayFalseAlarms }: Gate): boolean {
  return (
    (precision ?? 0) >= demands.precision &&
    falseAlarms <= demands.falseAlarms &&
    everydayFalseAlarms <= demands.everyday
  );
}

function count(leftOut: readonly LeftOut[], test: (each: LeftOut) => boolean): number {
  return leftOut.filter(test).length;
}
