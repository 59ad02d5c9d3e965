import { Pool as PgPool, types } from 'pg';

import { PARSERS, type Pool } from './pool';

/** Waiting longer than this for a connection or a statement means the database is away or stuck. */
const CONNECT_WITHIN_MS = 5_000;
const STATEMENT_WITHIN_MS = 30_000;

/**
 * A pool on a real Postgres (14 or newer). `onFault` hears of idle connections that broke: the pool replaces them, but
 * without a listener Node would end the process. Statements go unnamed: a prepared `select *` fails on every open connection
 * once another process has added a column, which is what a rolling deploy does.
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
    types: {
      getTypeParser: (type: number, format?: 'text' | 'binary') =>
        PARSERS[type] ?? (types.getTypeParser as (type: number, format?: string) => unknown)(type, format),
    } as typeof types,
  });
  pool.on('error', hear);
  return {
    query: (text, values) => pool.query(text, values as unknown[]),
    async connect() {
      const client = await pool.connect();
      client.on('error', hear);
      return {
        query: (text, values) => client.query(text, values as unknown[]),
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
