import { createHash } from 'node:crypto';

import type { Event } from '../../vocabulary';

/** The organisation's own chain: events of no line. */
export const ORGANISATION_CHAIN = 'organisation';

/** What the first link of a chain is bound to. */
export function genesisOf(chain: string): string {
  return sha256(['between-visits', chain]);
}

/** The words an event speaks of: the id of their row, and their hash under that row's salt. */
export interface WordsNamed {
  readonly of: string;
  readonly hash: string;
}

/** One link: its place, its event, the words it names, and the link before it. */
export function linkHash(link: {
  readonly chain: string;
  readonly n: number;
  readonly event: Event;
  readonly words: WordsNamed | null;
  readonly previous: string;
}): string {
  const { name, at, data } = link.event;
  const words = link.words && [link.words.of, link.words.hash];
  return sha256([link.previous, link.chain, link.n, name, at, words, sorted(data)]);
}

/** Binds the anchor before it and every head that moved since, in order of their chains. */
export function anchorRoot(anchor: {
  readonly n: number;
  readonly at: string;
  readonly previous: string;
  readonly heads: readonly { readonly chain: string; readonly length: number; readonly head: string }[];
}): string {
  const heads = [...anchor.heads].sort((a, b) => (a.chain < b.chain ? -1 : 1));
  return sha256([anchor.previous, anchor.n, anchor.at, heads.map((head) => [head.chain, head.length, head.head])]);
}

export const FIRST_ANCHOR = genesisOf('anchors');

/** jsonb keeps no order of keys, so the hash is over them sorted. Missing values are not kept either. */
function sorted(data: Event['data']): readonly (readonly [string, unknown])[] {
  return Object.entries(data)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

function sha256(parts: unknown): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
