import { createHash } from 'node:crypto';

/** What pg is asked: with a name, the server keeps the parsed statement and is only told the values the next time. */
export type Statement = string | Prepared;

/** Values go with it; `name` is the statement's own on every connection. */
export interface Prepared {
  readonly name: string;
  readonly text: string;
  readonly values: unknown[];
}

type Send<Result> = (statement: Statement) => Promise<Result>;

/** The statements of one pool, each prepared once on each of its connections. */
export interface Statements {
  /** Sends it as a prepared statement where it has values. */
  ask<Result>(send: Send<Result>, text: string, values?: readonly unknown[]): Promise<Result>;
  /** The same outside any transaction, where what Postgres refuses as outdated can be asked again at once. */
  askAlone<Result>(send: Send<Result>, text: string, values?: readonly unknown[]): Promise<Result>;
}

/**
 * A statement with values is prepared under a name of its own: parsing and planning, half of what a small one costs, are
 * done once a connection. Text alone may hold several statements and goes as it is. After a migration elsewhere every
 * statement gets a new name, and so is prepared again.
 */
export function createStatements(): Statements {
  const names = new Map<string, string>();
  let renewed = 0;

  function nameOf(text: string): string {
    const known = names.get(text);
    if (known !== undefined) return known;
    const name = `s${renewed}_${createHash('sha256').update(text).digest('hex').slice(0, 24)}`;
    names.set(text, name);
    return name;
  }

  async function ask<Result>(send: Send<Result>, text: string, values?: readonly unknown[]): Promise<Result> {
    try {
      return await send(values === undefined ? text : { name: nameOf(text), text, values: [...values] });
    } catch (error) {
      if (isOutdatedPlan(error)) {
        renewed += 1;
        names.clear();
      }
      // Made where an answer was read, it would not say who had asked.
      if (error instanceof Error) Error.captureStackTrace(error);
      throw error;
    }
  }

  return {
    ask,
    askAlone: (send, text, values) =>
      ask(send, text, values).catch((error: unknown) => {
        if (isOutdatedPlan(error)) return ask(send, text, values);
        throw error;
      }),
  };
}

/**
 * A process of the next release has migrated meanwhile, and a `select *` prepared before it would now give other columns:
 * Postgres refuses it, once. Tried again it works.
 */
export function isOutdatedPlan(error: unknown): boolean {
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
  return code === '0A000' && String(message).includes('cached plan');
}
