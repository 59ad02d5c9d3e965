import { serialize } from 'pg-protocol';
import { Parser } from 'pg-protocol/dist/parser.js';
import type { DatabaseError, DataRowMessage, RowDescriptionMessage } from 'pg-protocol/dist/messages.js';

/** The part of the Postgres protocol the embedded record speaks, in pg's own words: text in, rows as text out. */

/** What each row holds, in order. */
export interface Field {
  readonly name: string;
  readonly type: number;
}

export interface Answer {
  /** Null: these bytes do not say, for they were not asked to describe; or there are no rows to describe. */
  readonly fields: readonly Field[] | null;
  /** Values as text, null for null. Of several statements, the rows of the last that has any. */
  readonly rows: readonly (readonly (string | null)[])[];
}

/** Text alone, which may hold several statements. */
export const asksText = (text: string): Buffer => serialize.query(text);

/** Keeps the statement under this name. */
export const prepares = (name: string, text: string): Buffer => serialize.parse({ name, text });

/** Runs a statement that was prepared, with these values. */
export const runs = (statement: string, values: readonly (string | null)[]): Buffer =>
  Buffer.concat([serialize.bind({ statement, values: [...values] }), serialize.execute()]);

/** Asks what the rows of a statement that was prepared hold. */
export const describes = (name: string): Buffer => serialize.describe({ type: 'S', name });

/** Ends what is asked at a time: after an error everything up to here is left out. */
export const SYNC = serialize.sync();

/** Reads a whole answer. Throws the `DatabaseError` it holds, if it holds one. */
export function readAnswer(answer: Buffer): Answer {
  let fields: readonly Field[] | null = null;
  let rows: (string | null)[][] = [];
  let refusal: DatabaseError | null = null;
  new Parser().parse(answer, (message) => {
    switch (message.name) {
      case 'rowDescription':
        fields = (message as RowDescriptionMessage).fields.map(({ name, dataTypeID }) => ({ name, type: dataTypeID }));
        rows = [];
        break;
      case 'dataRow':
        rows.push((message as DataRowMessage).fields as (string | null)[]);
        break;
      case 'error':
        refusal ??= message as DatabaseError;
    }
  });
  if (refusal !== null) throw refusal as DatabaseError;
  return { fields, rows };
}
