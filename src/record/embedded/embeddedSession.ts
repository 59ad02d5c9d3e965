import { columnOf, rowOf, textOf, type Column } from '../database/rows';
import type { Statement } from '../database/statements';
import type { EmbeddedDatabase } from './embeddedDatabase';
import { asksText, describes, prepares, readAnswer, runs, SYNC, type Field } from './protocol';

export interface Session {
  /** Rejects with pg's `DatabaseError` when the database refuses. What is asked meanwhile waits its turn. */
  ask(statement: Statement): Promise<{ readonly rows: readonly unknown[] }>;
  /** Sent with the next thing asked, and before it. */
  ahead(text: string): void;
}

/**
 * What the record asks of the embedded database, in bytes of the Postgres protocol: each statement is prepared and
 * described once, and then only bound and run. Values and rows are what pg's client makes of them (`PG_TYPES` reads them
 * there too), but nothing passes through a socket: pg itself cost more here than the database did.
 */
export function openSession(database: EmbeddedDatabase): Session {
  const prepared = new Map<string, Promise<readonly Column[]>>();
  let first: Buffer[] = [];

  async function say(...bytes: readonly Buffer[]) {
    const all = [...first, ...bytes];
    first = [];
    const answer = await database.say(all.length === 1 ? all[0]! : Buffer.concat(all));
    return readAnswer(Buffer.from(answer.buffer, answer.byteOffset, answer.byteLength));
  }

  async function prepare(name: string, text: string): Promise<readonly Column[]> {
    const { fields } = await say(prepares(name, text), describes(name), SYNC);
    return columnsOfFields(fields);
  }

  function columnsOf(name: string, text: string): Promise<readonly Column[]> {
    const known = prepared.get(name);
    if (known !== undefined) return known;
    const preparing = prepare(name, text);
    prepared.set(name, preparing);
    preparing.catch(() => prepared.delete(name));
    return preparing;
  }

  return {
    async ask(statement) {
      if (typeof statement === 'string') {
        const { fields, rows } = await say(asksText(statement));
        return { rows: rowsOf(columnsOfFields(fields), rows) };
      }
      const { name, text, values } = statement;
      const columns = await columnsOf(name, text);
      const { rows } = await say(runs(name, values.map(textOf)), SYNC);
      return { rows: rowsOf(columns, rows) };
    },
    ahead: (text) => void first.push(asksText(text)),
  };
}

function rowsOf(columns: readonly Column[], rows: readonly (readonly (string | null)[])[]): readonly unknown[] {
  return rows.map((row) => rowOf(columns, row));
}

const columnsOfFields = (fields: readonly Field[] | null): readonly Column[] =>
  (fields ?? []).map(({ name, type }) => columnOf(name, type));
