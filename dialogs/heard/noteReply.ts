import { plain } from './plain';

export type NoteReply =
  { readonly does: 'ok' } | { readonly does: 'keep' | 'change'; readonly numbers: readonly number[] };

const OK =
  /^(?:ok|okay|k|kk|yes|y|yh|yeah|yep|yea|fine|good|send|send it|that's fine|thats fine|all good|sure|iawn|1 ok)$/;
const KEEP = /\b(?:keep|hide|kp|cadw|remove|delete|leave out)\b/;
const CHANGE = /\b(?:change|chg|edit|fix|newid|reword)\b/;

/** A reply to the note: OK, KEEP 2, "keep 1 and 3", CHANGE 2. Null: something else. */
export function hearNoteReply(text: string): NoteReply | null {
  const said = plain(text);
  if (OK.test(said)) return { does: 'ok' };
  const numbers = [...said.matchAll(/\b\d\b/g)].map(Number);
  if (numbers.length === 0) return null;
  if (KEEP.test(said)) return { does: 'keep', numbers };
  return CHANGE.test(said) ? { does: 'change', numbers } : null;
}

const NO = /^(?:no|nope|nah|no way|no thanks|na|nac ydw|paid)$/;
const NOT_TO_BE_SENT = /\b(?:don't|dont|do not|paid a|paid) (?:send|show|give|tell|anfon|dangos)\b/;
const FEW_WORDS = 3;

/** "No" to the note, "dont send it", "hide that": something of it is not to go, and not yet said which. */
export function refusesNote(text: string): boolean {
  const said = plain(text);
  if (NO.test(said) || NOT_TO_BE_SENT.test(said)) return true;
  return KEEP.test(said) && !/\d/.test(said) && said.split(' ').length <= FEW_WORDS;
}
