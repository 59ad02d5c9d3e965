/** An answer offered as a button. `value` is what is sent: the same number a text message would hold. */
export interface QuickReply {
  readonly title: string;
  readonly value: string;
}

/** "... text 1 yes, 2 no, 3 not sure." at the end of a question, or in its last but one sentence. */
const NUMBERED = /(?:^|\s)([1-9]) ([^\d.?!,]{1,40})(?=[.?!,]|$)/gu;
const SCALE = /\b0 (?:to|i) 10\b[^.?!]*[.?!]?\s*$/u;
const MOODS = Array.from({ length: 11 }, (_, mood) => ({ title: String(mood), value: String(mood) }));

/**
 * The buttons for a numbered question of ours, read from its words, so that template and page cannot differ. Empty
 * unless the numbers run 1, 2, 3... or the question asks for 0 to 10.
 */
export function quickReplies(text: string): readonly QuickReply[] {
  if (SCALE.test(text)) return MOODS;
  const numbered = [...text.matchAll(NUMBERED)].map(([, value = '', title = '']) => ({
    title: sentenceCase(title.trim()),
    value,
  }));
  const runs = numbered.every((reply, index) => reply.value === String(index + 1));
  return runs && numbered.length >= 2 ? numbered : [];
}

function sentenceCase(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
