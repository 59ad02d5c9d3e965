import type { Writable } from 'node:stream';
import { Pool as PgPool, type PoolClient as PgClient } from 'pg';

import { PG_TYPES, type Pool } from '../pool';
import { createStatements, type Statement } from './statements';

/** Waiting longer than this for a connection or a statement means the database is away or stuck. */
const CONNECT_WITHIN_MS = 5_000;
const STATEMENT_WITHIN_MS = 30_000;
/** An idle connection is asked this often whether its other end still stands, so that no router forgets it. */
const KEEP_ALIVE_MS = 60_000;
/** A transaction that may take all but this much of it sets no limit of its own: the connection has one. */
const ALMOST_MS = 1_000;

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
    // Kept while nobody writes: a new connection plans every statement anew, and whoever texts at night would wait for it.
    idleTimeoutMillis: 0,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
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
      const post = postTogether(client);
      client.on('error', hear);
      let ahead: Promise<unknown>[] = [];
      const send = (one: Statement) => client.query(one);
      const sendAhead = (text: string, values?: readonly unknown[]) => {
        post();
        const sent = statements.ask(send, text, values);
        sent.catch(() => undefined);
        ahead.push(sent);
      };
      const takeAhead = () => {
        const before = ahead;
        ahead = [];
        return before;
      };
      return {
        /** Travels with the first statement: a turn has four transactions, and saves four waits. */
        async begin(withinMs) {
          const shorter = withinMs < STATEMENT_WITHIN_MS - ALMOST_MS;
          const limit = shorter ? `; set local statement_timeout = ${withinMs}` : '';
          sendAhead(`begin isolation level read committed${limit}`);
        },
        ahead: (text) => sendAhead(text),
        async write(text, values) {
          sendAhead(text, values);
        },
        async written() {
          await Promise.all(takeAhead());
        },
        async query(text, values) {
          post();
          const [result] = await Promise.all([statements.ask(send, text, values), ...takeAhead()]);
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

/** What is asked before anything is waited for goes out in one write: pg makes one of each statement. */
function postTogether(client: PgClient): () => void {
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection;
  let corked = false;
  return () => {
    if (corked) return;
    corked = true;
    stream.cork();
    process.nextTick(() => {
      corked = false;
      stream.uncork();
    });
  };
}
