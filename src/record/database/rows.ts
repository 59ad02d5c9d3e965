import { PG_TYPES } from '../pool';

/** What one column of the rows holds, and how its text is read. */
export interface Column {
  readonly name: string;
  readonly read: (text: string) => unknown;
}

/** The column of a type that Postgres knows by this number. */
export function columnOf(name: string, type: number): Column {
  return { name, read: PG_TYPES.getTypeParser(type, 'text') };
}

/** A row out of the texts of its columns, null for null. */
export function rowOf(columns: readonly Column[], texts: readonly (string | null)[]): unknown {
  const row: Record<string, unknown> = {};
  columns.forEach(({ name, read }, index) => {
    const text = texts[index] ?? null;
    row[name] = text === null ? null : read(text);
  });
  return row;
}

/**
 * A value as Postgres reads it. Moments are ISO strings and jsonb is text already (`db.json`): no other object comes
 * here. Throws a TypeError for one.
 */
export function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return `{${value.map(elementOf).join(',')}}`;
  if (typeof value === 'object')
    throw new TypeError('A value of a query is text, a number, a boolean, or a list of these.');
  return String(value);
}

function elementOf(value: unknown): string {
  const text = textOf(value);
  return text === null ? 'NULL' : `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
