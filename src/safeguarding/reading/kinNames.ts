import { NAMES_THAT_ARE_WORDS, shortNamesOf, WORDS_THAT_MAY_BE_NAMES, type NamedCarer } from '../../vocabulary';
import { fold } from '../text/fold';
import { tokenise } from '../text/tokens';
import type { Compiled } from './compile';
import { tag } from './tag';

/** Somebody at home who may be called by name, folded. */
export interface KinName {
  /** First name and its short forms; empty for "Mrs Marsh". */
  readonly firsts: readonly string[];
  readonly family: string | null;
  readonly relation: string;
}

/** Said before a family name. */
export const TITLES = new Set(['mr', 'mrs', 'ms', 'miss', 'mx', 'dr', 'mister']);
/** Said before a first name, or on a roster instead of one. */
export const KIN_TITLES = new Set(
  `mum mam mom mummy mammy mother dad daddy da father step stepdad stepmum stepmam nan nana nanny nannan gran granny grandma
  grandad granda grandpa gramps uncle auntie aunty aunt foster carer big`.split(/\s+/),
);
/** Names that are words in a dictionary and hardly in a young person's text. */
const HARDLY_WORDS = new Set(
  `jack bob ivy lily daisy poppy ruby amber jade heather holly hazel violet olive iris paige gene max drake khan mason
  ellis dean miles`.split(/\s+/),
);
/** What somebody is whose relation says nothing that rules know: "neighbour", "placement". */
const ANY_CARER = 'carer';

/** What those at home are called. A carer may be two: "Lee and Karen Marsh". */
export function kinNames(carers: readonly NamedCarer[]): readonly KinName[] {
  return carers.flatMap(({ name, relation }) => {
    const people = name.split(/\s*(?:&|\/|,|\+|\band\b)\s*/iu).map((one) => wordsOf(one));
    const family = people.at(-1)?.at(-1) ?? null;
    return people.flatMap((words) => kinName(words, family, relation));
  });
}

function wordsOf(name: string): readonly string[] {
  return fold(name)
    .text.split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= 2);
}

function kinName(words: readonly string[], shared: string | null, relation: string): readonly KinName[] {
  const isTitled = words.some((word) => TITLES.has(word));
  const [first, ...rest] = words.filter((word) => !TITLES.has(word) && !KIN_TITLES.has(word));
  if (first === undefined) return isTitled && shared !== null ? [titled(shared, relation)] : [];
  if (isTitled && rest.length === 0) return [titled(first, relation)];
  const family = rest.at(-1) ?? (shared === first ? null : shared);
  return [{ firsts: [first, ...shortNamesOf(first)], family, relation }];
}

function titled(family: string, relation: string): KinName {
  return { firsts: [], family, relation };
}

/** What a relation of the roster is in words that rules know: "Mum's boyfriend (lives in)" → mums boyfriend. */
export function relationWords(relation: string, { spelling, phrases, people }: Compiled): readonly string[] {
  const tokens = tokenise(fold(relation.replace(/-/gu, ' ')), 0, spelling, 2, new Map());
  const places = tag(tokens, phrases, new Map()).placesOf(people.relation);
  const [longest] = [...places].sort((a, b) => b.end - b.start - (a.end - a.start));
  if (longest === undefined) return [ANY_CARER];
  return tokens.slice(longest.start, longest.end).map(({ forms }) => forms.at(-1) as string);
}

/** Whether a name is an ordinary word too, so that it says nothing by itself: "will", "grace". */
export function isAlsoWord(name: string): boolean {
  return !HARDLY_WORDS.has(name) && (NAMES_THAT_ARE_WORDS.has(name) || WORDS_THAT_MAY_BE_NAMES.has(name));
}
