import type { NamedCarer } from '../../vocabulary';
import { fold, type Folded } from '../text/fold';
import type { ReadAs } from '../text/tokens';
import type { Compiled } from './compile';
import { KIN_TITLES, TITLES, kinNames, relationWords, type KinName } from './kinNames';
import { isMisspelt } from './staffNames';
import { isSomebodyElse, standsForSomebody, type Said } from './standsForSomebody';

/** Where somebody at home is called by name. */
interface KinPlace {
  /** Bounds in the folded text, end exclusive. */
  readonly from: number;
  readonly to: number;
  /** The name as it stands there, folded. */
  readonly called: string;
  /** By family name or title as well: it is nobody else who has the same first name. */
  readonly inFull: boolean;
  readonly name: KinName;
  /** "lees" is "stepdads". */
  readonly isPossessive: boolean;
  /** "our lee": nothing more is needed before it. */
  readonly isOwned: boolean;
}

const OWNERS = new Set(['my', 'our', 'me', 'ma', 'mi', 'his', 'her', 'the', 'their', 'foster', 'step']);
const WORD = /[\p{L}\p{N}]+/gu;
const COMMA = /[,;:()"]/u;
const STOP = /[.!?\n\r]/u;

const NONE: ReadonlyMap<number, ReadAs> = new Map();

/** Every place in a folded text where one of those at home is called by name. `original`: the same text as written. */
function kinPlaces(
  folded: Folded,
  original: string,
  carers: readonly NamedCarer[],
  { spelling }: Compiled,
): readonly KinPlace[] {
  const names = kinNames(carers);
  const said = wordsSaid(folded, original);
  const found: KinPlace[] = [];
  for (let at = 0; at < said.length; at += 1) {
    const place = names.map((name) => calledAt(name, said, at, spelling.isPlain)).find((one) => one !== null);
    if (place === undefined) continue;
    found.push(place.place);
    at += place.words - 1;
  }
  return found;
}

/** How the names of those at home are read in a folded text, by where they begin: "lee hit me" is "my stepdad hit me". */
export function kinReadings(
  folded: Folded,
  original: string,
  carers: readonly NamedCarer[],
  compiled: Compiled,
): ReadonlyMap<number, ReadAs> {
  if (carers.length === 0) return NONE;
  const places = kinPlaces(folded, original, carers, compiled);
  return new Map(places.map((place) => [place.from, { to: place.to, words: kinWords(place, compiled) }]));
}

/** The words a name is read as: "lee" → my stepdad. */
function kinWords({ name, isPossessive, isOwned }: KinPlace, compiled: Compiled): readonly string[] {
  const relation = relationWords(name.relation, compiled);
  const last = relation.at(-1) as string;
  const ends = isPossessive && !last.endsWith('s') ? `${last}s` : last;
  return [...(isOwned ? [] : ['my']), ...relation.slice(0, -1), ends];
}

/** A name in a text, with its bounds as written, end exclusive. */
export interface CalledAt extends Pick<KinPlace, 'called' | 'inFull'> {
  readonly start: number;
  readonly end: number;
}

/** Where those at home are called by name: for whoever weighs what is said of whom. */
export function calledIn(text: string, carers: readonly NamedCarer[], compiled: Compiled): readonly CalledAt[] {
  const folded = fold(text);
  return kinPlaces(folded, text, carers, compiled).map(({ from, to, called, inFull }) => ({
    called,
    inFull,
    start: folded.from[from] ?? 0,
    end: folded.to[to - 1] ?? 0,
  }));
}

function wordsSaid(folded: Folded, original: string): readonly Said[] {
  let before = 0;
  return [...folded.text.matchAll(WORD)].map((match): Said => {
    const from = match.index;
    const to = from + match[0].length;
    const between = folded.text.slice(before, from);
    before = to;
    const breakBefore = from === 0 || STOP.test(between) ? 2 : COMMA.test(between) ? 1 : 0;
    const written = original.slice(folded.from[from] ?? 0, folded.to[to - 1] ?? 0);
    return { word: match[0], from, to, breakBefore, written };
  });
}

interface Found {
  readonly place: KinPlace;
  /** How many words the name has there. */
  readonly words: number;
}

function calledAt(name: KinName, said: readonly Said[], at: number, isPlain: (word: string) => boolean): Found | null {
  const { word } = said[at] as Said;
  const next = follows(said, at);
  const family = name.family !== null && next !== null ? formOf(next.word, name.family) : null;
  const given = firstAt(name, word, isPlain);
  if (next !== null && family !== null && (TITLES.has(word) || given === 'plain'))
    return found(name, said, at, 2, family, true);
  const after = next === null || !KIN_TITLES.has(word) ? null : firstAt(name, next.word, isPlain);
  if (after !== null && after !== 'misspelt') return found(name, said, at, 2, after, true);
  if (given === null || isSomebodyElse(said, at, name.family)) return null;
  const form = given === 'possessive' ? 'possessive' : 'plain';
  return standsForSomebody(said, at, form) ? found(name, said, at, 1, form, false) : null;
}

type Form = 'plain' | 'possessive';

function found(name: KinName, said: readonly Said[], at: number, words: number, form: Form, inFull: boolean): Found {
  const first = said[at] as Said;
  const last = said[at + words - 1] as Said;
  const before = said[at - 1];
  const isOwned = before !== undefined && first.breakBefore === 0 && OWNERS.has(before.word);
  const called = words === 1 ? first.word : `${first.word} ${last.word}`;
  const place = { from: first.from, to: last.to, called, inFull, name, isPossessive: form === 'possessive', isOwned };
  return { place, words };
}

function follows(said: readonly Said[], at: number): Said | null {
  const next = said[at + 1];
  return next === undefined || next.breakBefore > 0 ? null : next;
}

function firstAt(name: KinName, word: string, isPlain: (word: string) => boolean): Form | 'misspelt' | null {
  for (const first of name.firsts) {
    const form = formOf(word, first);
    if (form !== null) return form;
  }
  const first = name.firsts[0];
  return first !== undefined && isMisspelt(word, first) && !isPlain(word) ? 'misspelt' : null;
}

function formOf(word: string, name: string): Form | null {
  if (word === name) return 'plain';
  return word === `${name}s` ? 'possessive' : null;
}
