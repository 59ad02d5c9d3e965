import { DatabaseError } from 'pg';

/** The part of the Postgres protocol (version 3) the embedded record speaks: text in, rows as text out. */

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

const NO_FORMATS = 0;
const EVERY_ROW = 0;
const NULL_LENGTH = -1;

/** Text alone, which may hold several statements. */
export const asksText = (text: string): Buffer => message('Q', cstring(text));

/** Keeps the statement under this name. */
export const prepares = (name: string, text: string): Buffer =>
  message('P', cstring(name), cstring(text), int16(NO_FORMATS));

/** Runs a statement that was prepared, with these values: the one message that is said thousands of times. */
export function runs(name: string, values: readonly (string | null)[]): Buffer {
  const lengths = values.map((value) => (value === null ? NULL_LENGTH : Buffer.byteLength(value)));
  const length = lengths.reduce((sum, one) => sum + 4 + Math.max(one, 0), name.length + 12);
  const bytes = Buffer.allocUnsafe(1 + length + EXECUTE.length);
  let at = bytes.write('B');
  at = bytes.writeInt32BE(length, at);
  at += bytes.write(`\0${name}\0`, at, 'latin1');
  at = bytes.writeInt16BE(NO_FORMATS, at);
  at = bytes.writeInt16BE(values.length, at);
  values.forEach((value, index) => {
    at = bytes.writeInt32BE(lengths[index]!, at);
    if (value !== null) at += bytes.write(value, at);
  });
  at = bytes.writeInt16BE(NO_FORMATS, at);
  EXECUTE.copy(bytes, at);
  return bytes;
}

/** Asks what the rows of a statement that was prepared hold. */
export const describes = (name: string): Buffer => message('D', Buffer.from('S'), cstring(name));

/** Ends what is asked at a time: after an error everything up to here is left out. */
export const SYNC = message('S');

const EXECUTE = message('E', cstring(''), int32(EVERY_ROW));

/** Reads a whole answer. Throws the `DatabaseError` it holds, if it holds one. */
export function readAnswer(answer: Buffer): Answer {
  let fields: readonly Field[] | null = null;
  let rows: (string | null)[][] = [];
  for (let at = 0; at < answer.length; at += 1 + answer.readInt32BE(at + 1)) {
    const from = at + 5;
    switch (String.fromCharCode(answer[at]!)) {
      case 'T':
        fields = readFields(answer, from);
        rows = [];
        break;
      case 'D':
        rows.push(readRow(answer, from));
        break;
      case 'E':
        throw readError(answer, from);
    }
  }
  return { fields, rows };
}

/** Each field: its name, then 18 bytes of which those from the seventh are its type. */
function readFields(answer: Buffer, from: number): readonly Field[] {
  const count = answer.readInt16BE(from);
  let at = from + 2;
  return Array.from({ length: count }, () => {
    const end = answer.indexOf(0, at);
    const field = { name: answer.toString('utf8', at, end), type: answer.readInt32BE(end + 7) };
    at = end + 19;
    return field;
  });
}

function readRow(answer: Buffer, from: number): (string | null)[] {
  const row: (string | null)[] = [];
  let at = from + 2;
  for (let left = answer.readInt16BE(from); left > 0; left -= 1) {
    const length = answer.readInt32BE(at);
    at += 4;
    row.push(length === NULL_LENGTH ? null : answer.toString('utf8', at, at + length));
    at += Math.max(length, 0);
  }
  return row;
}

/** What pg calls the parts of an error that the house and its log may ask for. */
const ERROR_PARTS: Readonly<Record<string, 'severity' | 'code' | 'detail' | 'table' | 'column' | 'constraint'>> = {
  S: 'severity',
  C: 'code',
  D: 'detail',
  t: 'table',
  c: 'column',
  n: 'constraint',
};

function readError(answer: Buffer, from: number): DatabaseError {
  const parts = new Map<string, string>();
  for (let at = from; answer[at] !== 0;) {
    const end = answer.indexOf(0, at);
    parts.set(String.fromCharCode(answer[at]!), answer.toString('utf8', at + 1, end));
    at = end + 1;
  }
  const error = new DatabaseError(parts.get('M') ?? 'The database refused.', answer.length, 'error');
  for (const [letter, part] of Object.entries(ERROR_PARTS)) error[part] = parts.get(letter);
  return error;
}

/** Its kind, its length, and its parts. */
function message(kind: string, ...parts: readonly Buffer[]): Buffer {
  const length = parts.reduce((sum, part) => sum + part.length, 4);
  return Buffer.concat([Buffer.from(kind), int32(length), ...parts]);
}

function cstring(text: string): Buffer {
  return Buffer.from(`${text}\0`);
}

function int16(value: number): Buffer {
  const bytes = Buffer.allocUnsafe(2);
  bytes.writeInt16BE(value);
  return bytes;
}

function int32(value: number): Buffer {
  const bytes = Buffer.allocUnsafe(4);
  bytes.writeInt32BE(value);
  return bytes;
}
