import { later, SECOND_MS } from '../../../vocabulary';
import type { ThreadEntry } from '../ports';
import { quickReplies, type QuickReply } from './quickReplies';

/** What we say within this of what we said before belongs to it: one answer in several messages. */
const TOGETHER_MS = 5 * SECOND_MS;

/**
 * Where somebody reads on, as an index: at the first of what we said last, for a long answer is read from its beginning;
 * at the end where the last word is theirs.
 */
export function readOnFrom(entries: readonly ThreadEntry[]): number {
  let from = entries.length;
  while (isOurs(entries[from - 1]) && (from === entries.length || isTogether(entries[from - 1], entries[from])))
    from -= 1;
  return from;
}

/** The buttons of the last question we put since they wrote: what we said behind it leaves it open. */
export function openAnswers(entries: readonly ThreadEntry[]): readonly QuickReply[] {
  const theirs = entries.findLastIndex(({ from }) => from === 'young-person');
  const offered = entries.slice(theirs + 1).map(({ text }) => quickReplies(text));
  return offered.findLast((answers) => answers.length > 0) ?? [];
}

function isOurs(entry: ThreadEntry | undefined): boolean {
  return entry?.from === 'service';
}

function isTogether(one: ThreadEntry | undefined, next: ThreadEntry | undefined): boolean {
  return one !== undefined && next !== undefined && later(one.at, TOGETHER_MS) >= next.at;
}
