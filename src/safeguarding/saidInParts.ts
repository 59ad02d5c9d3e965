import { atLeast, type Assess, type Assessment, type Because, type ToAssess } from '../vocabulary/concerns';

/** A thumb sends too early once or twice. */
const MOST_EARLIER_PARTS = 2;
/** What is longer than this in all has said what it had to say in each part. */
const MOST_CHARACTERS_IN_ALL = 240;

/**
 * "he said if i tell anyone", "hell send the pics": one sentence sent in parts may say what none of its parts does. It
 * is read as one with what was sent just before, and counts where it is urgent or more and nothing as grave as urgent
 * was heard of the parts by themselves: what is known already is not told again by the "ok thanks" behind it. `alone`: the
 * verdict on the message where it stands. `judge` judges one text where it stands.
 */
export function saidInParts({ text, before, staff }: ToAssess, alone: Assessment, judge: Assess): Assessment {
  if (isGrave(alone) || !alone.readable) return alone;
  const texts = [...before, text];
  const last = before.length;
  const readAsOne = (from: number, to: number): Assessment =>
    judge({ text: texts.slice(from, to).join(' '), before: texts.slice(0, from), staff });

  for (let from = last - 1; from >= Math.max(0, last - MOST_EARLIER_PARTS); from -= 1) {
    if (texts.slice(from).join(' ').length > MOST_CHARACTERS_IN_ALL) return alone;
    const together = readAsOne(from, last + 1);
    if (!isGrave(together)) continue;
    const isKnown =
      isGrave(readAsOne(from, last)) ||
      before.slice(from).some((_, at) => isGrave(readAsOne(from + at, from + at + 1)));
    if (!isKnown) return { ...together, because: placeReasons(together, texts, from) };
  }
  return alone;
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
    const steps = [...reason.steps, 'read as one with what was sent just before'];
    return [{ ...reason, where, span: { start, end }, evidence: text.slice(start, end), steps }];
  });
}
