/** Words after which an English sentence nearly always goes on; "to", "me" and "is" end too many. */
const GOES_ON = new Set(
  [
    'a an the my your ur his their our every another',
    'and but or so n cos coz bc because if when while than then of into at for from by with w',
    'i he she they we its hes shes theyre im gonna wanna going keep keeps says said never just really very',
  ].flatMap((words) => words.split(' ')),
);

/** "he came in and": whoever sent this has not finished, and the rest is on its way. */
export function isUnfinished(text: string): boolean {
  const [last = ''] = text.toLowerCase().split(/\s+/).slice(-1);
  return GOES_ON.has(last.replace(/[^a-z]/g, '')) && !/[.!?]$/.test(last);
}

/** Words that stand inside sentences oftener than before them. */
const BEHIND = new Set(
  'of to for with at from on in into by until till under over behind than round up down off inside'.split(' '),
);

/** Whether `text` seems to go on with the sentence that `before` began. */
export function goesOn(before: string, text: string): boolean {
  const [first = ''] = text.trim().toLowerCase().split(/\s+/);
  return isUnfinished(before) || (BEHIND.has(first) && !/[.!?]\W*$/.test(before));
}

/** More words than these are a sentence of their own. */
const MOST_WORDS_OF_A_FRAGMENT = 4;
const ASKS_OR_GREETS =
  /^\W*(tell|ask|let|get|hi|hiya|hey|hello|thanks|thank|love|is|are|can|could|will|would|when|where|wheres|who|whos|what|whats|does|did|has|do|how|why)\b|\?\s*$/i;

/** "by sam", "it was sam", "ok so sam": a few words that ask, wish and greet nothing, and say little without what stands beside. */
export function isFragment(text: string): boolean {
  return text.trim().split(/\s+/).length <= MOST_WORDS_OF_A_FRAGMENT && !ASKS_OR_GREETS.test(text);
}
