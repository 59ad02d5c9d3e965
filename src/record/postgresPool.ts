import { Pool as PgPool } from 'pg';

import { PG_TYPES, type Pool } from './pool';
import { createStatements } from './statements';

/** Waiting longer than this for a connection or a statement means the database is away or stuck. */
const CONNECT_WITHIN_MS = 5_000;
const STATEMENT_WITHIN_MS = 30_000;

/**
 * A pool on a real Postgres (14 or newer). `onFault` hears of idle connections that broke: the pool replaces them, but
 * without a listener Node would end the process.
 */
export function postgresPool(options: {
  readonly url: string;
  readonly maxConnections: number;
  readonly onFault: (error: Error) => void;
}): Pool {
  let ending = false;
  /** A connection that breaks while it is being closed is closed. */
  const hear = (error: Error) => {
    if (!ending) options.onFault(error);
  };
  const pool = new PgPool({
    connectionString: options.url,
    max: options.maxConnections,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    statement_timeout: STATEMENT_WITHIN_MS,
    idle_in_transaction_session_timeout: STATEMENT_WITHIN_MS,
    application_name: 'between-visits',
    types: PG_TYPES,
    pipeline: true,
  });
  pool.on('error', hear);
  const statements = createStatements();
  return {
    query: (text, values) => statements.askAlone((one) => pool.query(one), text, values),
    async connect() {
      const client = await pool.connect();
      client.on('error', hear);
      let begun: Promise<unknown> | null = null;
      return {
        /** Travels with the first statement: a turn has five transactions, and saves five waits. */
        async begin(withinMs) {
          begun = client.query(`begin isolation level read committed; set local statement_timeout = ${withinMs}`);
          begun.catch(() => undefined);
        },
        async query(text, values) {
          const asked = statements.ask((one) => client.query(one), text, values);
          const [result] = await Promise.all([asked, begun]);
          begun = null;
          return result;
        },
        release(broken) {
          client.off('error', hear);
          client.release(broken);
        },
      };
    },
    end() {
      ending = true;
      return pool.end();
    },
  };
}
