import type { Keys } from '../keys';
import type { PoolClient, Queryable } from './pool';

/** What a store or a view is given: a way to ask, and the keys to seal and open with. */
export interface Db {
  /** Every row. Parameters: jsonb as JSON text (`json`), moments as ISO strings, lists as arrays. */
  all<Row>(text: string, values?: readonly unknown[]): Promise<readonly Row[]>;
  /** The first row, or null. */
  one<Row>(text: string, values?: readonly unknown[]): Promise<Row | null>;
  /**
   * Writes, and asks for nothing back: inside a transaction it may travel with the next statement, which then rejects
   * with what failed here; a commit waits for it.
   */
  write(text: string, values?: readonly unknown[]): Promise<void>;
  readonly keys: Keys;
}

/** What stores ask by, over one client of a pool; without `write` of its own every statement waits for its answer. */
export function dbOver(client: Queryable & Partial<Pick<PoolClient, 'write'>>, keys: Keys): Db {
  const all = async <Row>(text: string, values: readonly unknown[] = []) =>
    (await client.query(text, values)).rows as Row[];
  return {
    all,
    write: async (text, values) => void (await (client.write ?? client.query)(text, values)),
    one: async <Row>(text: string, values?: readonly unknown[]) => (await all<Row>(text, values))[0] ?? null,
    keys,
  };
}

/** A jsonb parameter. pg would turn an array into a Postgres array. */
export function json(value: unknown): string {
  return JSON.stringify(value ?? null);
}

/** Seals what may be missing. */
export function sealOrNull(keys: Keys, plain: string | null, place: string): string | null {
  return plain === null ? null : keys.seal(plain, place);
}

/** What `sealOrNull` made. Throws where the value was sealed for another place, or by a key we do not have. */
export function openOrNull(keys: Keys, sealed: string | null, place: string): string | null {
  return sealed === null ? null : keys.open(sealed, place);
}
