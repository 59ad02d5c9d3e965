import { Deletions, LONGEST_REPAIRED, nearest } from './slips';

/** What spelling repair works with. Words are folded: lower case, no apostrophes. */
export interface SpellingData {
  /** Words that some rule, concept or frame uses, with their numbers. Repair only ever ends at one of these. */
  readonly vocabulary: ReadonlyMap<string, number>;
  /** Common English: never repaired into something else ("hurst" may be a name, "skilled" is not "killed"). */
  readonly ordinaryWords: ReadonlySet<string>;
  /** Text-speak and dialect to plain words: "wnt" → "want", "wanna" → "want to". */
  readonly textSpeak: Readonly<Record<string, string>>;
  /** Emoji to the names rules use, e.g. 🔪 → "/knife/". */
  readonly emoji: Readonly<Record<string, string>>;
}

/** One word with all its readings, as written first. */
export interface Word {
  readonly forms: readonly string[];
  /** Those of them that some rule uses, by number. */
  readonly numbers: readonly number[];
}

export interface Spelling {
  /** One word as written → the words it stands for. */
  readWord(word: string): readonly Word[];
  readEmoji(emoji: string): readonly Word[];
  /** A name, never respelt. */
  readName(name: string): readonly Word[];
  knows(word: string): boolean;
  /** A word of the rules, of texting or of common English, as written. */
  isPlain(word: string): boolean;
}

/** Form carried by every token of digits, beside the digits themselves. */
const NUMBER_FORM = '#';

const REMEMBERED = 20_000;
const LEET: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '@': 'a',
  $: 's',
  '!': 'i',
  '|': 'l',
  '+': 't',
  '*': '',
};

/** Readings are remembered per word, up to a fixed number, so that long chats of the same few thousand words cost nothing. */
export function createSpelling(data: SpellingData): Spelling {
  let deletions: Deletions | null = null;
  let skeletons: Map<string, string[]> | null = null;
  const remembered = new Map<string, readonly Word[]>();
  const known = (word: string): boolean => data.vocabulary.has(word);

  function single(word: string): readonly (readonly string[])[] {
    if (/^\d+$/.test(word)) return [[word, NUMBER_FORM, ...spoken(word)]];
    const spoke = spoken(word);
    if (spoke.length > 1 || (spoke.length === 1 && spoke[0]?.includes(' ')))
      return spoke
        .join(' ')
        .split(' ')
        .map((part) => [part]);
    if (spoke.length === 1) return [[word, spoke[0] as string]];
    if (known(word) || data.ordinaryWords.has(word)) return [[word]];
    return repaired(word);
  }

  function spoken(word: string): readonly string[] {
    const plain = Object.hasOwn(data.textSpeak, word) ? data.textSpeak[word] : undefined;
    return plain === undefined ? [] : [plain];
  }

  function repaired(word: string): readonly (readonly string[])[] {
    for (const candidate of rewritings(word)) {
      if (candidate !== word && (known(candidate) || spoken(candidate).length > 0)) {
        return single(candidate).map((forms, index) => (index === 0 ? [word, ...forms] : forms));
      }
    }
    const letters = lettersOnly(word);
    skeletons ??= indexSkeletons(data);
    const skeleton = skeletons.get(letters);
    if (skeleton !== undefined) return [[word, ...skeleton]];
    deletions ??= new Deletions(data.vocabulary.keys());
    const near = nearest(letters, deletions);
    if (near.length > 0) return [[word, ...near]];
    return splitRun(letters, (part) => known(part) || data.ordinaryWords.has(part)) ?? [[word]];
  }

  function toWord(forms: readonly string[]): Word {
    const numbers = forms.map((form) => data.vocabulary.get(form)).filter((number) => number !== undefined);
    return { forms, numbers };
  }

  return {
    knows: (word) => known(word),
    isPlain: (word) => known(word) || data.ordinaryWords.has(word) || spoken(word).length > 0,
    readName: (name) => [toWord([name])],
    readEmoji: (emoji) => {
      const name = data.emoji[emoji] ?? data.emoji[emoji.split('\u200d', 1)[0] ?? ''];
      return name === undefined ? [] : [toWord([name])];
    },
    readWord: (word) => {
      const before = remembered.get(word);
      if (before !== undefined) return before;
      const readings = single(word).map(toWord);
      if (remembered.size < REMEMBERED && word.length <= LONGEST_REPAIRED) remembered.set(word, readings);
      return readings;
    },
  };
}

/** Cheap rewritings, likeliest first: letters for digits, drawn-out letters cut, a dropped g given back. */
function rewritings(word: string): string[] {
  const letters = lettersOnly(word);
  const bases = letters === word ? [word] : [letters, letters.replace(/l(?=[aeiou])/, 'i')];
  const all = bases.flatMap((base) => [
    base,
    base.replace(/(.)\1{2,}/g, '$1$1'),
    base.replace(/(.)\1{1,}$/g, '$1'),
    base.replace(/(.)\1+/g, '$1'),
  ]);
  return [...new Set(all.flatMap((base) => (base.endsWith('in') ? [base, `${base}g`] : [base])))];
}

/** Digits and signs that stand in for letters, read as letters; a number stays a number. */
function lettersOnly(word: string): string {
  return /[a-z]/.test(word) ? [...word].map((unit) => LEET[unit] ?? unit).join('') : word;
}

/** "kll", "sxl": words whose vowels were left out, where only a few words of the rules have that skeleton. */
function indexSkeletons({ vocabulary, ordinaryWords }: SpellingData): Map<string, string[]> {
  const index = new Map<string, string[]>();
  for (const word of vocabulary.keys()) {
    const skeleton = word.slice(0, 1) + word.slice(1).replace(/[aeiou]/g, '');
    if (!/^[a-z]+$/.test(word) || skeleton === word || skeleton.length < 3 || ordinaryWords.has(skeleton)) continue;
    index.set(skeleton, [...(index.get(skeleton) ?? []), word]);
  }
  for (const [skeleton, words] of index) if (words.length > 6) index.delete(skeleton);
  return index;
}

/** "killmyself", "wannadie": two or three words run together, each known. Longest first piece wins. */
function splitRun(word: string, known: (part: string) => boolean): (readonly string[])[] | null {
  if (!/^[a-z]+$/.test(word) || word.length < 6 || word.length > 3 * LONGEST_REPAIRED) return null;
  const parts = splitInto(word, known, 4);
  return parts === null ? null : parts.map((part) => [part]);
}

function splitInto(word: string, known: (part: string) => boolean, pieces: number): string[] | null {
  if (word.length >= 2 && known(word)) return [word];
  if (pieces === 1) return null;
  for (let at = word.length - 2; at >= 1; at -= 1) {
    const head = word.slice(0, at);
    if (!(head === 'i' || (head.length >= 2 && known(head)))) continue;
    const rest = splitInto(word.slice(at), known, pieces - 1);
    if (rest !== null) return [head, ...rest];
  }
  return null;
}
