import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { readPages } from '../../authored/pageWords';
import { readTemplates } from '../../authored/templates';
import { authoredCopies, type AuthoredFiles, type AuthoredFolder } from '../../record/stores/authoredCopies';
import type { Db } from '../../record';
import type { Instant, TemplateBook } from '../../vocabulary';
import { readAuthoredHouse, type AuthoredHouse } from '../service/authoredHouse';
import { projectRoot } from '../projectRoot';
import { missingApproval, ruleFaults, templateFaults } from '../missing/missingWords';

export interface LivePlace {
  readonly db: Db;
  readonly dataDir: string;
  readonly now: Instant;
  /** The folder of templates/ and escalation-rules/. */
  readonly root?: string;
}

/**
 * What a live installation acts by. What stands on the disk, when it is whole and approved: then it is also kept in
 * the record. Else what was kept last, folder by folder, so that a start never hangs on a bad edit or a text nobody
 * signed. Contacts nobody has checked, and terms of keeping nobody has approved, are left out; expired ones are left out
 * whenever they are asked for.
 */
export async function readLiveAuthored({ db, dataDir, now, root = projectRoot() }: LivePlace): Promise<AuthoredHouse> {
  const copies = authoredCopies(db);
  const place = { copies, dataDir, now, root };
  const approved = templateFaults(root).length === 0 && missingApproval(root).length === 0;
  const templatesRoot = await rootOf('templates', approved, place);
  const rulesRoot = await rootOf('escalation-rules', ruleFaults(root).length === 0, place);
  const house = readAuthoredHouse(rulesRoot, templatesRoot, pagesRootOf(root, templatesRoot));
  return {
    ...house,
    book: templatesRoot === root ? house.book : withMomentsOf(root, house.book),
    contacts: house.contacts.filter((one) => one.verifiedBy !== 'draft'),
    retention: house.retention?.approvedBy === 'draft' ? null : house.retention,
  };
}

interface Place {
  readonly copies: ReturnType<typeof authoredCopies>;
  readonly dataDir: string;
  readonly now: Instant;
  readonly root: string;
}

/** Where to read this folder from: the project when it is `whole`, or when nothing was ever kept. */
async function rootOf(folder: AuthoredFolder, whole: boolean, { copies, dataDir, now, root }: Place): Promise<string> {
  if (whole) {
    const files = filesOf(join(root, folder));
    await copies.keep(folder, versionOf(files), files, now);
    return root;
  }
  const last = await copies.last(folder);
  return last === null ? root : writeOut(join(dataDir, 'last-approved', last.version), folder, last.files);
}

/** A newer release may have a word on its page that the kept page lacks: then the whole page is the newer one. */
function pagesRootOf(root: string, templatesRoot: string): string {
  return readPages(join(templatesRoot, 'templates')).faults.length === 0 ? templatesRoot : root;
}

/** A newer release may say moments the kept book has no words for: a draft is better than a turn that breaks. */
function withMomentsOf(root: string, kept: TemplateBook): TemplateBook {
  const { book, faults } = readTemplates(join(root, 'templates'));
  const faulty = new Set(faults.map(({ file }) => file));
  const known = new Set(kept.templates.map(({ file }) => file));
  const fresh = book.templates.filter(({ file }) => !known.has(file) && !faulty.has(join('templates', file)));
  return fresh.length === 0 ? kept : { version: kept.version, templates: [...kept.templates, ...fresh] };
}

function filesOf(folder: string): AuthoredFiles {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.md'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Object.fromEntries(names.map((name) => [name.slice(folder.length + 1), readFileSync(name, 'utf8')]));
}

function versionOf(files: AuthoredFiles): string {
  return createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 16);
}

/** Gives the folder it stands in now, as `root` is one. */
function writeOut(to: string, folder: AuthoredFolder, files: AuthoredFiles): string {
  for (const [name, text] of Object.entries(files)) {
    const file = join(to, folder, name);
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(file, text);
  }
  return to;
}
