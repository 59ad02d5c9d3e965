import { isDeepStrictEqual } from 'node:util';

import type { Event, EventName, Instant, LineId } from '../../vocabulary';
import { genesisOf, linkHash, ORGANISATION_CHAIN, type WordsNamed } from '../chain/chain';
import type { FreshWords } from '../chain/words';
import type { Transaction } from '../database/transaction';
import { json } from '../db';

interface Row {
  name: EventName;
  happened_at: Instant;
  data: Event['data'];
}

interface Link {
  readonly n: number;
  readonly event: Event;
  readonly words: WordsNamed | null;
  readonly hash: string;
}

interface Head {
  readonly length: number;
  readonly head: string;
}

/**
 * Where the chains this process wrote to last ended. Only a guess: another process may have gone on, a transaction may
 * have been undone. A link is written on a guess only where the chain still ends there.
 */
export type ChainHeads = Map<string, Head>;

const MOST_HEADS = 1_000;

/**
 * Events of one transaction. They wait here and are linked into their chains just before the commit, so that the
 * organisation's chain, which everybody shares, is locked for a moment only.
 */
export function eventStore({ db, assume }: Pick<Transaction, 'db' | 'assume'>, words: FreshWords, heads: ChainHeads) {
  const pending: Event[] = [];
  /** Chains of lines this transaction holds: nobody else goes on with them but what holds no line. */
  const held = new Map<string, Head>();

  return {
    async append(event: Event): Promise<void> {
      pending.push(event);
    },

    async latest(line: LineId | null, name: EventName, having: Event['data'] = {}): Promise<Event | null> {
      const here = pending.findLast((event) => event.line === line && event.name === name && holds(event.data, having));
      if (here !== undefined) return here;
      const row = await db.one<Row>(
        'select * from events where chain_id = $1 and name = $2 and data @> $3 order by n desc limit 1',
        [line ?? ORGANISATION_CHAIN, name, json(having)],
      );
      return row === null ? null : { line, name: row.name, at: row.happened_at, data: row.data };
    },

    /** Where the chain ended as its line was locked: a better guess than any from before. */
    sawHead(chain: string, head: Head): void {
      held.set(chain, head);
      guess(chain, head);
    },

    /** How many wait now: what a savepoint goes back to. */
    mark: () => pending.length,
    backTo: (mark: number) => void pending.splice(mark),

    /** Writes them to their chains, always in the same order of chains, and gives them in the order they happened. */
    async link(): Promise<readonly Event[]> {
      const chains = new Set(pending.map(chainOf));
      for (const chain of [...chains].sort()) {
        await extend(
          chain,
          pending.filter((event) => chainOf(event) === chain),
        );
      }
      return [...pending];
    },
  };

  async function extend(chain: string, events: readonly Event[]): Promise<void> {
    const seen = held.get(chain);
    if (seen !== undefined && assume !== null) return linkUnheard(seen, chain, events, assume);
    const guessed = heads.get(chain);
    if (guessed !== undefined && (await linkTo(guessed, chain, events))) return;
    await linkTo(await lockHead(chain), chain, events);
  }

  /** Makes the chain where there is none. Locked: whoever else extends it waits. */
  async function lockHead(chain: string): Promise<Head> {
    const head = await db.one<Head>(
      `insert into chains (id, length, head) values ($1, 0, $2)
       on conflict (id) do update set id = excluded.id returning length, head`,
      [chain, genesisOf(chain)],
    );
    return head!;
  }

  /** False, with nothing written, when the chain does not end at `start`. Whoever else extends it waits. */
  async function linkTo(start: Head, chain: string, events: readonly Event[]): Promise<boolean> {
    const links = linksAfter(start, chain, events);
    const written = await db.all(`${LINKED} from grown, ${GIVEN} returning n`, given(start, chain, links));
    if (written.length === 0) return false;
    guess(chain, headOf(links));
    return true;
  }

  /** The commit that follows fails when the chain does not end at `start`: no event is in no chain. */
  async function linkUnheard(
    start: Head,
    chain: string,
    events: readonly Event[],
    write: NonNullable<Transaction['assume']>,
  ): Promise<void> {
    const links = linksAfter(start, chain, events);
    await write(`${LINKED} from ${GIVEN} left join grown on true`, given(start, chain, links));
    guess(chain, headOf(links));
  }

  function guess(chain: string, head: Head): void {
    if (heads.size >= MOST_HEADS) heads.clear();
    heads.set(chain, head);
  }

  function linksAfter(start: Head, chain: string, events: readonly Event[]): readonly Link[] {
    let previous = start.head;
    return events.map((event, index) => {
      const named = wordsNamedBy(event);
      const n = start.length + index + 1;
      previous = linkHash({ chain, n, event, words: named, previous });
      return { n, event, words: named, hash: previous };
    });
  }

  function wordsNamedBy(event: Event): WordsNamed | null {
    for (const value of Object.values(event.data)) {
      const hash = typeof value === 'string' ? words.hashFor(value) : undefined;
      if (hash !== undefined) return { of: String(value), hash };
    }
    return null;
  }
}

/** The chain grows only where it ends as expected; `grown` is empty where it does not. */
const LINKED = `with grown as (
    update chains set length = length + cardinality($2::bigint[]), head = $9 where id = $1 and head = $10 returning id
  )
  insert into events (chain_id, n, name, happened_at, data, words_of, words_hash, hash)
  select grown.id, n, name, happened_at, data::jsonb, words_of, words_hash, hash`;

const GIVEN = `unnest($2::bigint[], $3::text[], $4::timestamptz[], $5::text[], $6::text[], $7::text[], $8::text[])
  as given (n, name, happened_at, data, words_of, words_hash, hash)`;

function given(start: Head, chain: string, links: readonly Link[]): readonly unknown[] {
  return [
    chain,
    links.map((link) => link.n),
    links.map((link) => link.event.name),
    links.map((link) => link.event.at),
    links.map((link) => json(link.event.data)),
    links.map((link) => link.words?.of ?? null),
    links.map((link) => link.words?.hash ?? null),
    links.map((link) => link.hash),
    headOf(links).head,
    start.head,
  ];
}

function headOf(links: readonly Link[]): Head {
  const { n, hash } = links.at(-1)!;
  return { length: n, head: hash };
}

const chainOf = (event: Event) => event.line ?? ORGANISATION_CHAIN;

const holds = (data: Event['data'], having: Event['data']) =>
  Object.entries(having).every(([key, value]) => isDeepStrictEqual(data[key], value));
