import { Query, type Connection, type PoolClient as PgClient } from 'pg';
import { serialize } from 'pg-protocol';

import { columnOf, rowOf, textOf, type Column } from './rows';
import type { Prepared } from './statements';

export interface Rows {
  readonly rows: readonly unknown[];
}

/**
 * What a connection knows of a statement: what its rows hold, once it was described; `sent` while it is on its way to be
 * prepared; `uncertain` where it went with what failed, and may have been prepared or not.
 */
type Known = readonly Column[] | 'sent' | 'uncertain';

interface Asked {
  readonly statement: Prepared;
  readonly texts: (readonly (string | null)[])[];
  resolve(rows: Rows): void;
  reject(error: Error): void;
}

const DESCRIBE = serialize.describe({ type: 'P' });
const RUN = serialize.execute();
const SYNC = serialize.sync();

const knownBy = new WeakMap<PgClient, Map<string, Known>>();

/** Prepared statements of one connection that are asked together. */
export interface Gathered {
  ask(statement: Prepared): Promise<Rows>;
  /** Sends what was gathered, in the order it was asked. */
  send(): void;
}

/**
 * Statements that go as one: each for itself would be answered in a packet of its own, and wake this process for it. What
 * the rows of each hold is asked only the first time; what was prepared cannot change what it gives, Postgres refuses it
 * then. Where one fails the ones behind it are not run, and fail with it: inside a transaction they would have failed too.
 */
export function gather(client: PgClient): Gathered {
  const known = knownBy.get(client) ?? new Map<string, Known>();
  knownBy.set(client, known);
  let asked: Asked[] = [];
  return {
    ask: (statement) =>
      new Promise((resolve, reject) => {
        asked.push({ statement, texts: [], resolve, reject });
      }),
    send() {
      if (asked.length === 0) return;
      client.query(new Batch(asked, known));
      asked = [];
    },
  };
}

/** As pg's client makes and calls it. */
const PgQuery = Query as unknown as new (text: string) => object;

/** Several questions and their answers. Its methods are called by pg's client. */
class Batch extends PgQuery {
  readonly #waiting: Asked[];
  readonly #known: Map<string, Known>;

  constructor(asked: readonly Asked[], known: Map<string, Known>) {
    super('');
    this.#waiting = [...asked];
    this.#known = known;
  }

  submit({ stream }: Connection): null {
    const parts: Buffer[] = [];
    for (const one of [...this.#waiting]) {
      try {
        parts.push(...this.#partsOf(one.statement));
      } catch (error) {
        this.#waiting.splice(this.#waiting.indexOf(one), 1);
        one.reject(error as Error);
      }
    }
    if (stream.writable) stream.write(Buffer.concat([...parts, SYNC]));
    return null;
  }

  /** Throws for a value that cannot be sent. */
  #partsOf({ name, text, values }: Prepared): readonly Buffer[] {
    const bind = serialize.bind({ statement: name, values: values.map(textOf) });
    const known = this.#known.get(name);
    if (typeof known === 'object') return [bind, RUN];
    if (known === 'sent') return [bind, DESCRIBE, RUN];
    this.#known.set(name, 'sent');
    const parse = serialize.parse({ name, text });
    const before = known === 'uncertain' ? [serialize.close({ type: 'S', name })] : [];
    return [...before, parse, bind, DESCRIBE, RUN];
  }

  handleRowDescription({ fields }: { readonly fields: readonly { name: string; dataTypeID: number }[] }): void {
    const one = this.#waiting[0];
    const columns = fields.map((field) => columnOf(field.name, field.dataTypeID));
    if (one) this.#known.set(one.statement.name, columns);
  }

  handleDataRow({ fields }: { readonly fields: readonly (string | null)[] }): void {
    this.#waiting[0]?.texts.push(fields);
  }

  handleCommandComplete(): void {
    const one = this.#waiting.shift();
    if (!one) return;
    const { name } = one.statement;
    const known = this.#known.get(name);
    // What has run and was not described gives no rows.
    const columns = typeof known === 'object' ? known : [];
    this.#known.set(name, columns);
    try {
      one.resolve({ rows: one.texts.map((texts) => rowOf(columns, texts)) });
    } catch (error) {
      one.reject(error as Error);
    }
  }

  handleReadyForQuery(): void {}

  handleError(error: Error): void {
    for (const { statement, reject } of this.#waiting.splice(0)) {
      if (typeof this.#known.get(statement.name) !== 'object') this.#known.set(statement.name, 'uncertain');
      reject(error);
    }
  }
}
