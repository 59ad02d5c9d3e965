import {
  atLeast,
  highest,
  type Assess,
  type Assessment,
  type Because,
  type Meant,
  type ToAssess,
} from '../../vocabulary/concerns';
import { isMisspelt, nameParts } from '../reading/staffNames';
import { fold } from '../text/fold';
import { isFragment, isUnfinished } from './unfinished';

/** People send too early by mistake once or twice, not more often. */
const MOST_EARLIER_PARTS = 2;
/** Texts longer than this in all are not parts of one sentence. */
const MOST_CHARACTERS_IN_ALL = 240;
/** The last step of every reason that was found so. */
export const READ_AS_ONE = 'read as one with what was sent just before';

/**
 * One sentence sent in parts may say what no part says: "he said if i tell anyone", "hell send the pics". The message
 * is read as one with the texts just before it.
 *
 * That reading counts where it is urgent or more and the parts by themselves were less than urgent, so that an "ok
 * thanks" after a disclosure tells nothing again. It also counts where only the whole shows that an adult of the
 * service did it, for otherwise that adult would be told.
 *
 * It does not count while a sentence seems to go on ("hes going to kill" may end in "me if i lose his charger"), nor
 * where reading one more text makes it harmless. `alone` is the verdict on the message in its place; `judge` judges one
 * text in its place.
 */
export function saidInParts(
  { text, before, staff, carers, under13 = false }: ToAssess,
  alone: Assessment,
  judge: Assess,
): Assessment {
  if ((isGrave(alone) && accuses(alone)) || !alone.readable || isUnfinished(text)) return alone;
  const texts = [...before, text];
  const last = before.length;
  const readAsOne = (from: number, to: number): Assessment =>
    judge({ text: texts.slice(from, to).join(' '), before: texts.slice(0, from), staff, carers, under13 });

  for (let from = firstPart(texts); from < last; from += 1) {
    const together = readAsOne(from, last + 1);
    if (together.level === 'none') return alone;
    if (!isGrave(together)) continue;
    const parts = before.slice(from);
    const wereReadAsOne = parts.length > 1 && !isUnfinished(texts[last - 1] as string);
    const known = [alone, ...parts.map((_, at) => readAsOne(from + at, from + at + 1))];
    if (wereReadAsOne) known.push(readAsOne(from, last));
    const saysMore = !known.some(isGrave) || namesWho(together, known, [text, texts[from] as string]);
    if (!saysMore) return alone;
    return {
      ...together,
      level: highest(together.level, alone.level),
      kinds: [...new Set([...together.kinds, ...alone.kinds])],
      because: [...placeReasons(together, texts, from), ...alone.because],
    };
  }
  return alone;
}

/**
 * "i got raped", "by sam": the level stays, and the whole is now about an adult of the service. Only where a fragment
 * at the beginning or end names them: "my dad hit me", "sam is in tomorrow" are two sentences.
 */
function namesWho(together: Assessment, known: readonly Assessment[], ends: readonly string[]): boolean {
  if (!accuses(together) || known.some(accuses)) return false;
  return ends.some((part) => isFragment(part) && isNamedIn(part, together.meant));
}

function isNamedIn(part: string, { names, roleWords }: Meant): boolean {
  const { text } = fold(part);
  const called = names.flatMap(nameParts);
  const isName = (word: string): boolean => called.some((name) => word === name || isMisspelt(word, name));
  return text.split(/[^\p{L}\p{N}]+/u).some(isName) || roleWords.some((role) => text.includes(role));
}

function accuses({ about }: Assessment): boolean {
  return about === 'practitioner';
}

/** The first of the texts that are read as one: as far back as they are few and short. */
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
