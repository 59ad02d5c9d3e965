import type { Writable } from 'node:stream';
import { Pool as PgPool, type PoolClient as PgClient } from 'pg';

import { PG_TYPES, type Pool } from '../pool';
import { gather, type Rows } from './batch';
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
    // Every statement finds its rows by an index whatever it is asked for: planning it for its values costs more than
    // it saves.
    options: '-c plan_cache_mode=force_generic_plan',
  });
  pool.on('error', hear);
  const statements = createStatements();

  /** Outside any transaction, by whichever connection is free. */
  async function askAnyone(one: Statement): Promise<Rows> {
    const client = await pool.connect();
    const post = postTogether(client);
    client.on('error', heardByWhoAsked);
    try {
      post.send();
      return await post.ask(one);
    } finally {
      client.off('error', heardByWhoAsked);
      client.release();
    }
  }

  return {
    query: (text, values) => statements.askAlone(askAnyone, text, values),
    async connect() {
      const client = await pool.connect();
      const post = postTogether(client);
      client.on('error', hear);
      let ahead: Promise<unknown>[] = [];
      const sendAhead = (text: string, values?: readonly unknown[]) => {
        post.hold();
        const sent = statements.ask(post.ask, text, values);
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
          post.send();
          await Promise.all(takeAhead());
        },
        async query(text, values) {
          post.send();
          const [result] = await Promise.all([statements.ask(post.ask, text, values), ...takeAhead()]);
          return result;
        },
        release(broken) {
          post.send();
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

/** A connection that breaks while something is asked of it refuses that. */
function heardByWhoAsked(): void {}

/** Statements of one connection, gathered: every write wakes the database, and every answer this process. */
interface Post {
  ask(one: Statement): Promise<Rows>;
  /** Keeps what is asked from now on until `send`. */
  hold(): void;
  /** Lets it go, with what else is asked before anything is waited for. */
  send(): void;
}

function postTogether(client: PgClient): Post {
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection;
  const gathered = gather(client);
  let held = false;
  let going = false;
  const hold = () => {
    if (!held) stream.cork();
    held = true;
  };
  return {
    ask(one) {
      if (typeof one !== 'string') return gathered.ask(one);
      gathered.send();
      return client.query(one);
    },
    hold,
    send() {
      hold();
      if (going) return;
      going = true;
      process.nextTick(() => {
        gathered.send();
        held = false;
        going = false;
        stream.uncork();
      });
    },
  };
}
