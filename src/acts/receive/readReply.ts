/** What a reply asks for, each with the code it is about; null: the latest that waits for them. */
export interface ReplyAct {
  readonly does: 'takes' | 'passes-on';
  readonly code: string | null;
}

export type StaffReply =
  /** `beside`: other words stand beside it, and may tell something. */
  | { readonly kind: 'acts'; readonly acts: readonly ReplyAct[]; readonly beside: boolean }
  /** They say that they have read it, and nothing of taking it on. */
  | { readonly kind: 'seen'; readonly code: string | null }
  | { readonly kind: 'words'; readonly code: string | null };

type Does = ReplyAct['does'];

/** A code as `ids.ts` makes them, or as somebody mistypes one. */
const CODE = /^(?=.*\d)[a-z0-9]{3}$/i;
const KEYS: ReadonlyMap<string, Does> = new Map([
  ['1', 'takes'],
  ['one', 'takes'],
  ['2', 'passes-on'],
  ['two', 'passes-on'],
]);
/** A row of codes with their keys is no longer than this; whatever is longer is a sentence. */
const MOST_CODES_AND_KEYS = 8;
/** Around a code and its key these say nothing. */
const COURTESY =
  /^(?:ref|reply|code|and|ok|okay|yes|yep|hi|hello|please|pls|thanks|thank|you|thx|ta|cheers|got|it|this|that|on|i|i'm|im|i'll|ill|i've|ive|will|have|taking|take|taken|reading|read|seen|now|right|away|done|do|my|way|noted)$/;
/** With one of these beside it a key may mean its opposite, or later: then a person is asked what they mean. */
const DOUBT =
  /\b(?:not|no|n't|dont|cant|can't|cannot|won't|wont|unable|but|unless|instead|wrong|after|until|till|later|tomorrow|or|if)\b|n't\b|\?/i;
const TAKES = /\b(?:tak(?:e|es|en|ing)|on it|i(?:'ve| have) (?:got )?(?:it|this)|mine)\b/i;
const SEEN = /\b(?:seen|read|opened|looked at)\b/i;

/**
 * Reads what a practitioner texted: 1 takes it on, 2 passes it on, with words beside it, in any case, and for several
 * codes at once. `mine`: the codes that wait for them, so that "7pm" in a sentence is none. What may mean something
 * else is words: they are answered with what to write.
 */
export function readReply(text: string, mine: readonly string[] = []): StaffReply {
  const tokens = tokensOf(text);
  const acts = readCodesAndKeys(tokens) ?? readCodesAndKeys(spelledApart(tokens));
  return acts ? { kind: 'acts', acts, beside: false } : readSentence(text, tokens, mine);
}

/** Words in small letters without the signs around them; "k7w1" is a code and its key. */
function tokensOf(text: string): readonly string[] {
  const plain = text.toLowerCase().replace(/[\u2018\u2019]/g, "'");
  const words = plain.replace(/[^a-z0-9' ]+/g, ' ').replace(/(?<![a-z])'|'(?![a-z])/g, ' ');
  return words
    .split(' ')
    .filter((one) => one !== '')
    .flatMap((one) => (/^[a-z0-9]{3}[12]$/.test(one) ? [one.slice(0, 3), one.slice(3)] : [one]));
}

/** "k 7w 1": what stands before or behind one key, put together, where that makes a code. */
function spelledApart(tokens: readonly string[]): readonly string[] {
  if (tokens.length <= 2) return [];
  const keyAt = KEYS.has(tokens[0] ?? '') ? 0 : tokens.length - 1;
  const code = tokens.filter((_, index) => index !== keyAt).join('');
  return CODE.test(code) ? [code, tokens[keyAt] ?? ''] : [];
}

/** Codes and keys and nothing else, as they belong together; null where anything is left over. */
function readCodesAndKeys(tokens: readonly string[]): readonly ReplyAct[] | null {
  const keys = tokens.flatMap((one) => KEYS.get(one) ?? []);
  const codes = tokens.filter((one) => !KEYS.has(one));
  const [does] = keys;
  if (does === undefined || tokens.length > MOST_CODES_AND_KEYS) return null;
  if (!codes.every((one) => CODE.test(one))) return null;
  if (keys.length > 1) return isPaired(tokens) ? codes.map((one, at) => actOn(one, keys[at] ?? does)) : null;
  if (codes.length === 0) return [{ does, code: null }];
  return keyIsOutside(tokens) ? allOf(codes, does) : null;
}

/** A code and its key, a code and its key. */
function isPaired(tokens: readonly string[]): boolean {
  return tokens.length % 2 === 0 && tokens.every((one, index) => (index % 2 === 1) === KEYS.has(one));
}

/** One key for all stands at the beginning or at the end: not "k7w 1 4fm". */
function keyIsOutside(tokens: readonly string[]): boolean {
  return KEYS.has(tokens[0] ?? '') || KEYS.has(tokens.at(-1) ?? '');
}

/** Codes of theirs with words beside them, or words alone. */
function readSentence(text: string, tokens: readonly string[], mine: readonly string[]): StaffReply {
  const codes = tokens.filter((one) => mine.includes(one.toUpperCase()));
  const others = tokens.filter((one) => !codes.includes(one));
  const keys = others.flatMap((one) => KEYS.get(one) ?? []);
  const beside = others.some((one) => !KEYS.has(one) && !COURTESY.test(one));
  const code = codes[0]?.toUpperCase() ?? null;
  const [does, ...moreKeys] = keys;
  if (DOUBT.test(text) || moreKeys.length > 0) return { kind: 'words', code };
  if (does !== undefined) {
    const isClear = codes.length === 1 || (codes.length > 1 && keyIsOutside(tokens));
    return isClear ? { kind: 'acts', acts: allOf(codes, does), beside } : { kind: 'words', code };
  }
  if (beside) return { kind: 'words', code };
  if (codes.length > 0 && TAKES.test(text)) return { kind: 'acts', acts: allOf(codes, 'takes'), beside };
  return { kind: SEEN.test(text) ? 'seen' : 'words', code };
}

function allOf(codes: readonly string[], does: Does): readonly ReplyAct[] {
  return [...new Set(codes)].map((code) => actOn(code, does));
}

function actOn(code: string, does: Does): ReplyAct {
  return { does, code: code.toUpperCase() };
}
