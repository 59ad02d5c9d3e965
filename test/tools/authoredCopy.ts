import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LOCK_FILE, lockOf } from '../../src/authored/lock';
import { readPages } from '../../src/authored/pageWords';
import { readTemplates } from '../../src/authored/templates';

const ROOT = join(__dirname, '../..');

export interface AuthoredCopy {
  readonly root: string;
  /** Replaces the first match in a file; throws when there is none, so that no test passes by luck. */
  edit(file: string, from: RegExp | string, to: string): void;
  write(file: string, text: string): void;
  /** The first line (from 1) of a file that holds this. */
  lineWith(file: string, part: string): number;
  /** Has everything signed by a named person, checked, and locked, as an organisation does before it goes live. */
  approve(): void;
  remove(): void;
}

/** What people wrote, in a folder of its own where it may be broken; locked as it stands. */
export function copyAuthored(): AuthoredCopy {
  const root = mkdtempSync(join(tmpdir(), 'between-visits-authored-'));
  for (const folder of ['templates', 'escalation-rules', 'src/practice/organisation.yaml']) {
    cpSync(join(ROOT, folder), join(root, folder), { recursive: true });
  }
  const read = (file: string) => readFileSync(join(root, file), 'utf8');
  const write = (file: string, text: string) => writeFileSync(join(root, file), text);
  const folder = join(root, 'templates');
  const lock = () => {
    const { templates } = readTemplates(folder).book;
    write(join('templates', LOCK_FILE), lockOf({ templates, pages: readPages(folder).pages }));
  };
  lock();
  return {
    root,
    write,
    edit(file, from, to) {
      const before = read(file);
      const after = before.replace(from, to);
      if (after === before) throw new Error(`${file} holds nothing like ${String(from)}`);
      write(file, after);
    },
    lineWith(file, part) {
      return (
        read(file)
          .split('\n')
          .findIndex((line) => line.includes(part)) + 1
      );
    },
    approve() {
      for (const file of yamlUnder(root)) {
        const before = read(file);
        write(file, before.replace(/^(\s*)(approver|verifiedBy): draft$/gm, '$1$2: Ruth Carver'));
      }
      lock();
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

function yamlUnder(root: string): readonly string[] {
  return ['templates', 'escalation-rules/contacts'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => join(folder, name)),
  );
}
