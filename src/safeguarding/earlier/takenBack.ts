import { highest, type Assessment, type Because, type ToAssess } from '../../vocabulary/concerns';
import type { Compiled } from '../reading/compile';
import type { Reading } from '../reading/reading';
import { saysLittle } from './saysLittle';

/** More words than this beside a retraction ("dont worry about it, im fine now") are something of their own. */
const MOST_WORDS_BESIDE = 3;

/**
 * The message that a bare retraction, answer or plea is about: the one just before it, ready to be judged again. What
 * rules heard in it they hear again through their `carries` patterns; what only the classifier heard would be lost with
 * "i made that up", and denial lowers nothing. Null where the message says something of its own, or nothing came
 * before.
 */
export function takenBack({ before, staff, carers }: ToAssess, reading: Reading, compiled: Compiled): ToAssess | null {
  const text = before.at(-1);
  const words = reading.tokens.length - reading.judgedFrom;
  const { carries, goesOn } = compiled.assertion;
  const isBare = [carries, goesOn]
    .flatMap((owner) => reading.matchesOf(owner))
    .some(({ start, end }) => start >= reading.judgedFrom && words - (end - start) <= MOST_WORDS_BESIDE);
  const saysNoMore = isBare || saysLittle(reading, compiled) === 'pleads';
  return text !== undefined && saysNoMore ? { text, before: before.slice(0, -1), staff, carers } : null;
}

/**
 * The verdict on a message that takes an earlier one back: what the message itself says ("jk. sam touched me") together
 * with the earlier verdict, never one in place of the other. `at` is the index of the earlier message.
 */
export function stillSaid(earlier: Assessment, now: Assessment, at: number): Assessment {
  if (earlier.level === 'none' || !earlier.readable) return now;
  const carried = earlier.because.map((reason): Because => ({
    ...reason,
    where: reason.where === 'message' ? { before: at } : reason.where,
    steps: [...reason.steps, 'said just before, and not unsaid by this'],
  }));
  const saysMore = now.level !== 'none';
  const accusing = now.about === 'practitioner' ? now : earlier;
  const { about, meant } = saysMore && earlier.about !== 'practitioner' ? now : accusing;
  return {
    ...now,
    level: highest(now.level, earlier.level),
    kinds: [...new Set([...now.kinds, ...earlier.kinds])],
    about,
    meant,
    because: [...now.because, ...carried],
    weak: earlier.weak && (now.weak || !saysMore),
  };
}
