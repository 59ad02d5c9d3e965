import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CannotGoOn } from '../tool';

/** A folder for what leaves the record: new, and readable by whoever made it alone. */
export interface Folder {
  json(name: string, value: unknown): void;
  /** One JSON object a line. */
  lines(name: string, values: readonly unknown[]): void;
  text(name: string, text: string): void;
  within(name: string): Folder;
}

/** Throws when something is there already: an export never mixes with an earlier one. */
export function openFolder(path: string): Folder {
  if (existsSync(path) && readdirSync(path).length > 0) {
    throw new CannotGoOn(`${path} holds something already. Name a folder that is new or empty.`);
  }
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const text = (name: string, words: string) => writeFileSync(join(path, name), words, { mode: 0o600 });
  return {
    text,
    json: (name, value) => text(name, `${JSON.stringify(value, null, 2)}\n`),
    lines: (name, values) => text(name, values.map((value) => `${JSON.stringify(value)}\n`).join('')),
    within: (name) => openFolder(join(path, name)),
  };
}
