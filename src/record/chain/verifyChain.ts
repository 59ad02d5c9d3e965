import { hashWords } from '../../keys';
import type { Event, LineId } from '../../vocabulary';
import type { Db } from '../db';
import { places } from '../places';
import { genesisOf, linkHash, ORGANISATION_CHAIN } from './chain';

/**
 * What a chain is found to be. `link`: an event was changed, added or taken out at `n`; `head`: its end is not what the
 * record says it is; `words`: the words event `n` speaks of are no longer those that were said.
 */
export type Verdict =
  | { readonly ok: true; readonly length: number }
  | { readonly ok: false; readonly fault: 'link' | 'head' | 'words'; readonly n: number };

interface Row {
  n: number;
  name: Event['name'];
  happened_at: string;
  data: Event['data'];
  words_of: string | null;
  words_hash: string | null;
  hash: string;
}

const PAGE = 1_000;

const WORDS = [
  { table: 'messages', place: places.messageText },
  { table: 'deliveries', place: places.deliveryText },
  { table: 'notes', place: places.noteText },
  { table: 'staff_replies', place: places.staffReplyText },
] as const;

/** Follows the chain of a line (null: the organisation's own) from its first link to its last. Shredded words pass. */
export async function verifyChain(db: Db, line: LineId | null): Promise<Verdict> {
  const chain = line ?? ORGANISATION_CHAIN;
  const end = await db.one<{ length: number; head: string }>('select length, head from chains where id = $1', [chain]);
  let previous = genesisOf(chain);
  let n = 0;
  const lastSaid = new Map<string, { readonly hash: string; readonly n: number }>();
  for (;;) {
    const rows = await db.all<Row>('select * from events where chain_id = $1 and n > $2 order by n limit $3', [
      chain,
      n,
      PAGE,
    ]);
    for (const row of rows) {
      n += 1;
      const words = row.words_of === null ? null : { of: row.words_of, hash: row.words_hash! };
      const event = { line, name: row.name, at: row.happened_at, data: row.data };
      previous = linkHash({ chain, n, event, words, previous });
      if (row.n !== n || row.hash !== previous) return { ok: false, fault: 'link', n };
      if (words !== null) lastSaid.set(words.of, { hash: words.hash, n });
    }
    if (rows.length < PAGE) break;
  }
  if (end !== null && (end.length !== n || end.head !== previous)) return { ok: false, fault: 'head', n };
  if (end === null && n > 0) return { ok: false, fault: 'head', n };
  return (await changedWords(db, lastSaid)) ?? { ok: true, length: n };
}

/** Words may be replaced by their neutral form, with an event of their own: only the last said counts. */
async function changedWords(
  db: Db,
  lastSaid: ReadonlyMap<string, { readonly hash: string; readonly n: number }>,
): Promise<Verdict | null> {
  const ids = [...lastSaid.keys()];
  for (const { table, place } of WORDS) {
    const rows = await db.all<{ id: string; text_sealed: string; words_salt: string }>(
      `select id, text_sealed, words_salt from ${table} where id = any($1) and words_salt is not null`,
      [ids],
    );
    for (const row of rows) {
      const said = lastSaid.get(row.id)!;
      if (hashWords(row.words_salt, openOrEmpty(db, row.text_sealed, place(row.id))) !== said.hash) {
        return { ok: false, fault: 'words', n: said.n };
      }
    }
  }
  return null;
}

/** A sealed value that does not open was tampered with: no words match it. */
function openOrEmpty(db: Db, sealed: string, place: string): string {
  try {
    return db.keys.open(sealed, place);
  } catch {
    return '';
  }
}
