import { atLeast, type Assess, type Assessment, type Because, type ToAssess } from '../vocabulary/concerns';
import { isUnfinished } from './unfinished';

/** A thumb sends too early once or twice. */
const MOST_EARLIER_PARTS = 2;
/** What is longer than this in all has said what it had to say in each part. */
const MOST_CHARACTERS_IN_ALL = 240;
/** The last step of every reason that was found so. */
export const READ_AS_ONE = 'read as one with what was sent just before';

/**
 * "he said if i tell anyone", "hell send the pics": one sentence sent in parts may say what none of its parts does. It
 * is read as one with what was sent just before, and counts where it is urgent or more and nothing as grave as urgent
 * was heard of the parts by themselves: what is known already is not told again by the "ok thanks" behind it. Nothing
 * is read as one while a sentence goes on, nor against what is harmless when more is read with it: "hes going to kill"
 * may end in "me if i lose his charger". `alone`: the verdict on the message where it stands. `judge` judges one text
 * where it stands.
 */
export function saidInParts({ text, before, staff }: ToAssess, alone: Assessment, judge: Assess): Assessment {
  if (isGrave(alone) || !alone.readable || isUnfinished(text)) return alone;
  const texts = [...before, text];
  const last = before.length;
  const readAsOne = (from: number, to: number): Assessment =>
    judge({ text: texts.slice(from, to).join(' '), before: texts.slice(0, from), staff });

  for (let from = firstPart(texts); from < last; from += 1) {
    const together = readAsOne(from, last + 1);
    if (together.level === 'none') return alone;
    if (!isGrave(together)) continue;
    const parts = before.slice(from);
    const wereReadAsOne = parts.length > 1 && !isUnfinished(texts[last - 1] as string);
    const isKnown =
      parts.some((_, at) => isGrave(readAsOne(from + at, from + at + 1))) ||
      (wereReadAsOne && isGrave(readAsOne(from, last)));
    return isKnown ? alone : { ...together, because: placeReasons(together, texts, from) };
  }
  return alone;
}

/** From where on the texts are first read as one: as far back as they are few and short. */
function firstPart(texts: readonly string[]): number {
  const last = texts.length - 1;
  let from = last;
  while (from > Math.max(0, last - MOST_EARLIER_PARTS) && fits(texts.slice(from - 1))) from -= 1;
  return from;
}

function fits(parts: readonly string[]): boolean {
  return parts.join(' ').length <= MOST_CHARACTERS_IN_ALL;
}

function isGrave({ level }: Assessment): boolean {
  return atLeast(level, 'urgent');
}

/** Reasons found in the texts from `from` on, read as one, each at its place in the text its words were written in. */
function placeReasons({ because }: Assessment, texts: readonly string[], from: number): Because[] {
  return because.flatMap((reason) => (reason.where === 'message' ? placeReason(reason, texts, from) : [reason]));
}

function placeReason(reason: Because, texts: readonly string[], from: number): Because[] {
  let begins = 0;
  return texts.slice(from).flatMap((text, at) => {
    const start = Math.max(0, reason.span.start - begins);
    const end = Math.min(text.length, reason.span.end - begins);
    begins += text.length + 1;
    if (end <= start) return [];
    const where = from + at === texts.length - 1 ? 'message' : { before: from + at };
    const steps = [...reason.steps, READ_AS_ONE];
    return [{ ...reason, where, span: { start, end }, evidence: text.slice(start, end), steps }];
  });
}
