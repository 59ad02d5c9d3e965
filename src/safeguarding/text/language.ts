import type { OtherLanguages } from '../rules';
import type { Spelling } from './spelling';
import type { Token } from './tokens';

/** Fewer words say nothing, unless each of them is another language's: "ok babe", a name, a street. */
const FEWEST_WORDS = 4;
/** Different little words of one language that must stand there: one may be a name or a slip. */
const FEWEST_LITTLE_WORDS = 2;
/** The share of words that are strange to English, or that language's too, from which on the rules have lost it. */
const MOST_OF_IT = 0.6;
/** Without any little word that is known: nearly all of it, and more words, for names and slang are strange too. */
const NEARLY_ALL_OF_IT = 0.8;
const FEWEST_STRANGE_WORDS = 6;
const LETTERS = /^\p{L}{2,}$/u;

/** Tells the name of the language a message is written in when it is none the rules read, '' when it has no name here. */
export type FindLanguage = (tokens: readonly Token[]) => string | null;

/**
 * Listens for languages by their little words. It never listens for English or Welsh: dialect, typing errors and
 * text-speak look strange one by one, but have no other language's little words.
 */
export function createLanguageFinder({ readable, languages }: OtherLanguages, spelling: Spelling): FindLanguage {
  const sets = new Map(Object.entries(languages).map(([language, words]) => [language, new Set(words)]));

  return (tokens) => {
    // What was read out of one piece of writing ("idk", "wannadie") is one word here, by its first.
    const words = tokens.filter(
      ({ forms, start }, index) => LETTERS.test(forms[0] as string) && tokens[index - 1]?.start !== start,
    );
    const plain = new Set<string>();
    const strange = new Set<string>();
    let beyondRepair = 0;
    for (const { forms } of words) {
      const word = forms[0] as string;
      (spelling.isPlain(word) ? plain : strange).add(word);
      if (forms.length === 1 && strange.has(word)) beyondRepair += 1;
    }
    if (strange.size < FEWEST_LITTLE_WORDS) return null;
    const [likeliest, little] = likeliestOf(sets, strange);
    if (readable.includes(likeliest)) return null;
    const theirs = [...plain].filter((word) => sets.get(likeliest)?.has(word)).length;
    const share = (strange.size + theirs) / (strange.size + plain.size);
    if (
      little >= FEWEST_LITTLE_WORDS &&
      share >= MOST_OF_IT &&
      (words.length >= FEWEST_WORDS || little === words.length)
    )
      return likeliest;
    return beyondRepair >= FEWEST_STRANGE_WORDS && beyondRepair / words.length >= NEARLY_ALL_OF_IT ? '' : null;
  };
}

/** The language with most of the strange words, and how many. */
function likeliestOf(sets: ReadonlyMap<string, ReadonlySet<string>>, strange: ReadonlySet<string>): [string, number] {
  let best: [string, number] = ['', 0];
  for (const [language, theirs] of sets) {
    let heard = 0;
    for (const word of strange) if (theirs.has(word)) heard += 1;
    if (heard > best[1]) best = [language, heard];
  }
  return best;
}
