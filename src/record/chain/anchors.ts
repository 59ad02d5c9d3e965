import type { Instant } from '../../vocabulary';
import type { Db } from '../db';
import { anchorRoot, FIRST_ANCHOR, ORGANISATION_CHAIN } from './chain';

interface Head {
  readonly chain: string;
  readonly length: number;
  readonly head: string;
}

interface Anchor {
  readonly n: number;
  readonly at: Instant;
  readonly root: string;
}

/**
 * Binds the heads of all chains together: those that moved since the last anchor, on top of the last anchor's root. Gives
 * the root, which is worth keeping outside the record (a log line); null when nothing moved. A line somebody writes on at
 * this moment is bound by the next anchor, a minute later. Run it in a transaction.
 */
export async function anchorHeads(db: Db, now: Instant): Promise<string | null> {
  await db.all('lock table anchors in exclusive mode');
  const last = await db.one<Anchor>('select n, anchored_at as at, root from anchors order by n desc limit 1');
  const heads = await lockHeads(db);
  if (heads.length === 0) return null;
  const n = (last?.n ?? 0) + 1;
  const root = anchorRoot({ n, at: now, previous: last?.root ?? FIRST_ANCHOR, heads });
  await db.all('insert into anchors (n, anchored_at, root) values ($1, $2, $3)', [n, now, root]);
  await db.all(
    `insert into anchored_heads (anchor_n, chain_id, length, head)
     select $1, chain, length, head from unnest($2::text[], $3::bigint[], $4::text[]) as given (chain, length, head)`,
    [n, heads.map((head) => head.chain), heads.map((head) => head.length), heads.map((head) => head.head)],
  );
  await db.all('update chains set anchored_length = length where id = any($1)', [heads.map((head) => head.chain)]);
  return root;
}

const MOVED = 'select id as chain, length, head from chains where length > anchored_length';

/**
 * Waits for no line: whoever holds one may wait for another that is held here already. The organisation's own chain,
 * which somebody writes to at almost any moment, is waited for, last: whoever holds it waits for nothing any more.
 */
async function lockHeads(db: Db): Promise<readonly Head[]> {
  const lines = await db.all<Head>(`${MOVED} and id <> $1 for update skip locked`, [ORGANISATION_CHAIN]);
  const own = await db.all<Head>(`${MOVED} and id = $1 for update`, [ORGANISATION_CHAIN]);
  return [...lines, ...own];
}

/** Checks every anchor against the one before it, and every head it holds against the event that stands there now. */
export async function verifyAnchors(
  db: Db,
): Promise<{ readonly ok: true; readonly anchors: number } | { readonly ok: false; readonly n: number }> {
  const anchors = await db.all<Anchor>('select n, anchored_at as at, root from anchors order by n');
  let previous = FIRST_ANCHOR;
  for (const [index, anchor] of anchors.entries()) {
    const heads = await db.all<Head & { standing: string | null }>(
      `select anchored_heads.chain_id as chain, length, head, events.hash as standing
       from anchored_heads left join events on events.chain_id = anchored_heads.chain_id and events.n = length
       where anchor_n = $1`,
      [anchor.n],
    );
    const { n, at } = anchor;
    const whole = n === index + 1 && anchorRoot({ n, at, previous, heads }) === anchor.root;
    if (!whole || heads.some((head) => head.head !== head.standing)) return { ok: false, n };
    previous = anchor.root;
  }
  return { ok: true, anchors: anchors.length };
}
