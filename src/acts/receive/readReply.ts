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

/** A code as `ids.ts` makes them, or as somebody mistypes one. */
const CODE = /^[a-z0-9]{3}$/i;
const KEYS: Readonly<Record<string, ReplyAct['does']>> = {
  '1': 'takes',
  one: 'takes',
  '2': 'passes-on',
  two: 'passes-on',
};
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
  const acts = keyed(tokens) ?? keyed(joined(tokens));
  if (acts) return { kind: 'acts', acts, beside: false };
  const codes = tokens.map((one) => one.toUpperCase()).filter((one) => mine.includes(one));
  const rest = tokens.filter((one) => !codes.includes(one.toUpperCase()));
  const isDoubtful = DOUBT.test(text);
  const keys = rest.filter((one) => KEYS[one] !== undefined);
  const [key, ...otherKeys] = keys;
  const isClear = codes.length === 1 || isInARow(tokens, key ?? '');
  if (codes.length > 0 && key !== undefined && otherKeys.length === 0 && !isDoubtful && isClear)
    return {
      kind: 'acts',
      acts: each(codes, KEYS[key] ?? 'takes'),
      beside: rest.some((one) => one !== key && !COURTESY.test(one)),
    };
  const [code = null] = codes;
  if (keys.length > 0 || isDoubtful) return { kind: 'words', code };
  if (!rest.every((one) => COURTESY.test(one))) return { kind: 'words', code };
  if (codes.length > 0 && TAKES.test(text)) return { kind: 'acts', acts: each(codes, 'takes'), beside: false };
  return SEEN.test(text) ? { kind: 'seen', code } : { kind: 'words', code };
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
function joined(tokens: readonly string[]): readonly string[] {
  const keyAt = KEYS[tokens[0] ?? ''] !== undefined && tokens.length > 2 ? 0 : tokens.length - 1;
  const code = tokens.filter((_, index) => index !== keyAt).join('');
  return tokens.length > 2 && CODE.test(code) ? [code, tokens[keyAt] ?? ''] : [];
}

/** Codes and keys and nothing else, as they belong together; null where anything is left over. */
function keyed(tokens: readonly string[]): readonly ReplyAct[] | null {
  const keys = tokens.filter((one) => KEYS[one] !== undefined);
  const codes = tokens.filter((one) => KEYS[one] === undefined);
  const [key] = keys;
  if (key === undefined || tokens.length > 8 || !codes.every((one) => CODE.test(one) && /\d/.test(one))) return null;
  if (codes.length === 0) return keys.length === 1 ? [{ does: KEYS[key] ?? 'takes', code: null }] : null;
  if (keys.length === 1)
    return isInARow(tokens, key)
      ? each(
          codes.map((one) => one.toUpperCase()),
          KEYS[key] ?? 'takes',
        )
      : null;
  const isPaired =
    keys.length === codes.length && tokens.every((one, index) => (index % 2 === 1) === (KEYS[one] !== undefined));
  return isPaired
    ? codes.map((code, index) => ({ does: KEYS[keys[index] ?? ''] ?? 'takes', code: code.toUpperCase() }))
    : null;
}

/** One key for all stands at the beginning or at the end: not "k7w 1 4fm". */
function isInARow(tokens: readonly string[], key: string): boolean {
  return tokens[0] === key || tokens.at(-1) === key;
}

function each(codes: readonly string[], does: ReplyAct['does']): readonly ReplyAct[] {
  return [...new Set(codes)].map((code) => ({ does, code }));
}
