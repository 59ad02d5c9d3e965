import type { CustomTypesConfig } from 'pg';
// Not out of pg itself, which would load a client, and with it what Node fetches pages with, for a record that asks neither.
import TypeOverrides from 'pg/lib/type-overrides';

/**
 * What the record needs of a database: the part of pg's Pool that pg and the embedded database share. Rows come back the
 * same from both: timestamptz as an ISO string with milliseconds, date as "2026-11-22", int8 as a number.
 */
export interface Queryable {
  query(text: string, values?: readonly unknown[]): Promise<{ readonly rows: readonly unknown[] }>;
}

export interface PoolClient extends Queryable {
  /** Opens a read-committed transaction whose statements may take this long; what fails in it may show in the next one. */
  begin(statementWithinMs: number): Promise<void>;
  /** Inside a transaction: travels with the next statement, and what fails in it shows there. */
  ahead(text: string): void;
  /** Inside a transaction: a statement whose rows nobody asks for. May travel with the next one, and fail there. */
  write(text: string, values?: readonly unknown[]): Promise<void>;
  /** Rejects when a statement that was written has failed; resolves when all have been carried out. */
  written(): Promise<void>;
  /** Gives the client back; with `broken`, throws its connection away. Open work is rolled back. */
  release(broken?: boolean): void;
}

export interface Pool extends Queryable {
  connect(): Promise<PoolClient>;
  end(): Promise<void>;
}

const TIMESTAMPTZ = 1184;
const DATE = 1082;
const INT8 = 20;

/** pg would read a date as local midnight, and int8 as text. */
const PARSERS: Readonly<Record<number, (text: string) => unknown>> = {
  [TIMESTAMPTZ]: (text) => new Date(text).toISOString(),
  [DATE]: (text) => text,
  [INT8]: Number,
};

const types = new TypeOverrides();

/** How pg's clients read a value, on a real Postgres and on the embedded one. */
export const PG_TYPES: CustomTypesConfig = {
  getTypeParser: ((type: number, format?: 'text' | 'binary') =>
    PARSERS[type] ?? types.getTypeParser(type, format as 'text')) as CustomTypesConfig['getTypeParser'],
};
