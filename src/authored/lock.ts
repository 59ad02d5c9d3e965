import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ChatPage, Template } from '../vocabulary';
import type { Fault } from './readYaml';

/** The name of the lock file beside the languages. */
export const LOCK_FILE = 'approved.lock';

/** All that is approved: what is sent, and what stands on the chat's page beside it. */
export interface Wording {
  readonly templates: readonly Template[];
  readonly pages: readonly ChatPage[];
}

/** What the lock must hold for this wording: one line a file, templates first. */
export function lockOf({ templates, pages }: Wording): string {
  return `${linesOf(templates)}${pages.map((page) => lineOf(page, [page.version, Object.entries(page.words)])).join('')}`;
}

/** The lines of templates alone, sorted by file. */
export function linesOf(templates: readonly Template[]): string {
  return templates
    .map((one) => lineOf(one, [one.id, one.version, one.class, Object.entries(one.text), one.commits]))
    .join('');
}

/** Wording that differs from what was locked, and locked wording that is gone. */
export function lockFaults(folder: string, wording: Wording): readonly Fault[] {
  const path = join(folder, LOCK_FILE);
  const locked = new Set(existsSync(path) ? linesIn(readFileSync(path, 'utf8')) : []);
  const now = new Map(linesIn(lockOf(wording)).map((line) => [line, fileOf(line)]));
  const changed = [...now].filter(([line]) => !locked.has(line)).map(([, file]) => file);
  const gone = [...locked].map(fileOf).filter((file) => ![...now.values()].includes(file));
  return [
    ...changed.map((file) => ({
      file: join('templates', file),
      line: 1,
      says: 'is not as it was approved: npm run -s templates -- approve',
    })),
    ...gone.map((file) => ({ file: join('templates', LOCK_FILE), line: 1, says: `${file} was approved and is gone` })),
  ];
}

type Approved = Pick<ChatPage, 'file' | 'version' | 'approver' | 'approvedOn'>;

function lineOf({ file, version, approver, approvedOn }: Approved, hashed: unknown): string {
  const hash = createHash('sha256').update(JSON.stringify(hashed)).digest('hex');
  return `${file} v${version} ${approver}, ${approvedOn} ${hash}\n`;
}

function linesIn(lock: string): readonly string[] {
  return lock.split('\n').filter(Boolean);
}

function fileOf(line: string): string {
  return line.split(' ')[0] as string;
}
