import { Query, type Connection, type PoolClient as PgClient } from 'pg';
import { serialize } from 'pg-protocol';

import { columnOf, rowOf, textOf, type Column } from './rows';
import type { Prepared } from './statements';

/** What the rows hold of each statement that one connection has prepared, by its name. */
type Described = Map<string, readonly Column[]>;

interface Rows {
  readonly rows: readonly unknown[];
}

/** The part of pg's connection it keeps for its own queries. */
interface Parsing {
  readonly parsedStatements: Record<string, string | undefined>;
  readonly submittedNamedStatements: Record<string, string | undefined>;
}

const DESCRIBE = serialize.describe({ type: 'P' });
const RUN = Buffer.concat([serialize.execute(), serialize.sync()]);

/** As pg's client makes and calls it. */
const PgQuery = Query as unknown as new (text: string) => { readonly text: string };

const describedBy = new WeakMap<PgClient, Described>();

/**
 * Asks a prepared statement of one connection, and asks what its rows hold only the first time: Postgres looks up each
 * column to say so, and pg reads it all anew. What was prepared cannot change what it gives: Postgres refuses it then.
 */
export function askPrepared(client: PgClient, statement: Prepared): Promise<Rows> {
  const described = describedBy.get(client) ?? new Map<string, readonly Column[]>();
  describedBy.set(client, described);
  return new Promise((resolve, reject) => {
    client.query(
      new PreparedQuery(statement, described, (error, rows = []) => (error ? reject(error) : resolve({ rows }))),
    );
  });
}

/** One question and its answer, in one write: pg's own query makes four of it. Its methods are called by pg's client. */
class PreparedQuery extends PgQuery {
  readonly name: string;
  readonly callback: (error: Error | null, rows?: readonly unknown[]) => void;
  readonly #values: readonly unknown[];
  readonly #described: Described;
  readonly #texts: (readonly (string | null)[])[] = [];

  constructor({ name, text, values }: Prepared, described: Described, callback: PreparedQuery['callback']) {
    super(text);
    this.name = name;
    this.callback = callback;
    this.#values = values;
    this.#described = described;
  }

  /** Gives the error where nothing could be sent. */
  submit(connection: Connection): Error | null {
    const { stream, parsedStatements, submittedNamedStatements } = connection as Connection & Parsing;
    const { name, text } = this;
    const parts: Buffer[] = [];
    try {
      parts.push(serialize.bind({ statement: name, values: this.#values.map(textOf) }));
    } catch (error) {
      return error as Error;
    }
    if (parsedStatements[name] === undefined && submittedNamedStatements[name] === undefined) {
      submittedNamedStatements[name] = text;
      parts.unshift(serialize.parse({ name, text }));
    }
    if (!this.#described.has(name)) parts.push(DESCRIBE);
    parts.push(RUN);
    if (stream.writable) stream.write(Buffer.concat(parts));
    return null;
  }

  handleRowDescription({ fields }: { readonly fields: readonly { name: string; dataTypeID: number }[] }): void {
    this.#described.set(
      this.name,
      fields.map((field) => columnOf(field.name, field.dataTypeID)),
    );
  }

  handleDataRow({ fields }: { readonly fields: readonly (string | null)[] }): void {
    this.#texts.push(fields);
  }

  /** What has run and was not described gives no rows. */
  handleCommandComplete(): void {
    if (!this.#described.has(this.name)) this.#described.set(this.name, []);
  }

  handleReadyForQuery(): void {
    const columns = this.#described.get(this.name) ?? [];
    let rows: readonly unknown[];
    try {
      rows = this.#texts.map((texts) => rowOf(columns, texts));
    } catch (error) {
      return this.callback(error as Error);
    }
    this.callback(null, rows);
  }

  handleError(error: Error): void {
    this.callback(error);
  }
}
