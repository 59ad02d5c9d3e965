import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { LOCK_FILE, lockFaults, lockOf } from '../authored/lock';
import { readPages } from '../authored/pageWords';
import { drafts, readTemplates } from '../authored/templates';
import { printFaults } from '../authored/readYaml';
import { CannotGoOn, NotUnderstood, runTool } from './tool';

const HELP = `templates: the approved wording, and who approved it

  npm run -s templates -- list
      every template with version, class, approver and date; what changed since it was locked is marked
  npm run -s templates -- approve [--approver "Full Name"] [--date YYYY-MM-DD] [id...]
      locks the wording as it stands. With --approver the named templates (all, without ids) are signed with that
      name and date; without it nothing is signed and drafts stay drafts. The words of the chat's page are "page"

  --folder DIR   where the templates are (default: templates)

Exit codes: 0 done, 1 faults (printed with file and line), 2 not understood
`;

const OPTIONS = {
  approver: { type: 'string' },
  date: { type: 'string' },
  folder: { type: 'string', default: 'templates' },
} as const;

/** Lists the approved wording, or locks it as it stands. */
export function main(argv: string[], today = new Date().toISOString().slice(0, 10)): Promise<number> {
  return runTool(argv, { help: HELP, options: OPTIONS }, ({ values, words: [verb, ...ids] }) => {
    const folder = resolve(values.folder);
    const date = values.date ?? today;
    if (!z.iso.date().safeParse(date).success) throw new NotUnderstood(`"${date}" is no day: write ${today}.`);
    const { book, faults } = readTemplates(folder);
    if (book.templates.length === 0 && faults.length === 0)
      throw new CannotGoOn(`There are no templates in ${folder}. Name the folder that holds en/ and cy/: --folder DIR`);
    if (verb === 'approve') return Promise.resolve(approve(folder, ids, values.approver, date));
    if (verb !== 'list')
      throw new NotUnderstood(verb === undefined ? 'Say what to do.' : `"${verb}" means nothing here.`);
    if (ids.length > 0) throw new NotUnderstood(`"${ids[0]}" means nothing here: list names them all.`);
    return Promise.resolve(list(folder));
  });
}

/** The id by which the words of the chat's page are signed, in every language. */
const PAGE = 'page';

/** Everything that is approved, by file, with every fault. */
function readWording(folder: string) {
  const { book, faults } = readTemplates(folder);
  const chat = readPages(folder);
  const wording = { templates: book.templates, pages: chat.pages };
  const approved = [...book.templates, ...chat.pages.map((page) => ({ ...page, id: PAGE, class: 'page' }))];
  return { book, wording, approved, faults: [...faults, ...chat.faults] };
}

function list(folder: string): number {
  const { book, wording, approved, faults } = readWording(folder);
  const changed = new Set(lockFaults(folder, wording).map((fault) => fault.file));
  for (const one of approved) {
    const mark = changed.has(join('templates', one.file)) ? '  CHANGED SINCE LOCKED' : '';
    process.stdout.write(`${one.file}  v${one.version}  ${one.class}  ${one.approver}, ${one.approvedOn}${mark}\n`);
  }
  process.stdout.write(`${approved.length} files, ${drafts(approved).length} drafts, book ${book.version}\n`);
  if (faults.length === 0) return 0;
  process.stderr.write(`${printFaults(faults)}\n`);
  return 1;
}

function approve(folder: string, ids: readonly string[], approver: string | undefined, date: string): number {
  const before = readWording(folder);
  if (before.faults.length > 0) {
    process.stderr.write(`${printFaults(before.faults)}\n`);
    return 1;
  }
  const unknown = ids.filter((id) => !before.approved.some((one) => one.id === id));
  if (unknown.length > 0) {
    process.stderr.write(`No template is called ${unknown.join(', ')}. All of them: npm run -s templates -- list\n`);
    return 2;
  }
  if (approver !== undefined) {
    const signed = before.approved.filter((one) => ids.length === 0 || ids.includes(one.id));
    for (const one of signed) sign(join(folder, one.file), approver, date);
  }
  const { wording, approved } = readWording(folder);
  writeFileSync(join(folder, LOCK_FILE), lockOf(wording));
  process.stdout.write(`${approved.length} files locked, ${drafts(approved).length} of them drafts\n`);
  return 0;
}

/** Sets approver and date in the file, leaving every other line as its author wrote it. */
function sign(file: string, approver: string, date: string): void {
  const source = readFileSync(file, 'utf8');
  const name = JSON.stringify(approver);
  const signed = source
    .replace(/^approver: .*$/m, `approver: ${name}`)
    .replace(/^approvedOn: .*$/m, `approvedOn: ${date}`);
  writeFileSync(file, signed);
}
