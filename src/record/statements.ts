import { createHash } from 'node:crypto';

/** What pg is asked: with a name, the server keeps the parsed statement and is only told the values the next time. */
export type Statement = string | { readonly name: string; readonly text: string; readonly values: unknown[] };

/** The statements of one pool, prepared once on each of its connections. */
export interface Statements {
  of(text: string, values?: readonly unknown[]): Statement;
  /** Looks at what a query threw. After a migration elsewhere every statement gets a new name, and is prepared again. */
  hear(error: unknown): void;
}

/**
 * A statement with values is prepared under a name of its own: parsing and planning, half of what a small one costs, are
 * done once a connection. Text alone may hold several statements and goes as it is.
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

  return {
    of: (text, values) => (values === undefined ? text : { name: nameOf(text), text, values: [...values] }),
    hear(error) {
      if (!isOutdatedPlan(error)) return;
      renewed += 1;
      names.clear();
    },
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
