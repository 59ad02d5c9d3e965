import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { LOCK_FILE, drafts, lockFaults, lockOf, readTemplates } from '../authored/templates';
import { printFaults } from '../authored/readYaml';

const HELP = `templates: the approved wording, and who approved it

  npm run -s templates -- list
      every template with version, class, approver and date; what changed since it was locked is marked
  npm run -s templates -- approve [--approver "Full Name"] [--date YYYY-MM-DD] [id...]
      locks the wording as it stands. With --approver the named templates (all, without ids) are signed with that
      name and date; without it nothing is signed and drafts stay drafts

  --folder DIR   where the templates are (default: templates)

Exit codes: 0 done, 1 faults (printed with file and line), 2 not understood
`;

/** Lists the approved wording, or locks it as it stands. */
export async function main(argv: string[], today = new Date().toISOString().slice(0, 10)): Promise<number> {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      approver: { type: 'string' },
      date: { type: 'string', default: today },
      folder: { type: 'string', default: 'templates' },
      help: { type: 'boolean', default: false },
    },
  });
  const folder = resolve(values.folder);
  const [verb, ...ids] = positionals;
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  if (verb === 'list') return list(folder);
  if (verb === 'approve') return approve(folder, ids, values.approver, values.date);
  process.stderr.write(`${verb === undefined ? 'Say what to do.' : `"${verb}" means nothing here.`}\n\n${HELP}`);
  return 2;
}

function list(folder: string): number {
  const { book } = readTemplates(folder);
  const changed = new Set(lockFaults(folder, book.templates).map((fault) => fault.file));
  for (const one of book.templates) {
    const mark = changed.has(join('templates', one.file)) ? '  CHANGED SINCE LOCKED' : '';
    process.stdout.write(`${one.file}  v${one.version}  ${one.class}  ${one.approver}, ${one.approvedOn}${mark}\n`);
  }
  process.stdout.write(`${book.templates.length} templates, ${drafts(book).length} drafts, book ${book.version}\n`);
  return 0;
}

function approve(folder: string, ids: readonly string[], approver: string | undefined, date: string): number {
  const before = readTemplates(folder);
  if (before.faults.length > 0) {
    process.stderr.write(`${printFaults(before.faults)}\n`);
    return 1;
  }
  const unknown = ids.filter((id) => !before.book.templates.some((one) => one.id === id));
  if (unknown.length > 0) {
    process.stderr.write(`No template is called ${unknown.join(', ')}. All of them: npm run -s templates -- list\n`);
    return 2;
  }
  if (approver !== undefined) {
    const signed = before.book.templates.filter((one) => ids.length === 0 || ids.includes(one.id));
    for (const one of signed) sign(join(folder, one.file), approver, date);
  }
  const { book } = readTemplates(folder);
  writeFileSync(join(folder, LOCK_FILE), lockOf(book.templates));
  process.stdout.write(`${book.templates.length} templates locked, ${drafts(book).length} of them drafts\n`);
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
