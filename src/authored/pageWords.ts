import { join } from 'node:path';
import { z } from 'zod';
import { PAGE_WORDS, type ChatPage, type Language } from '../vocabulary';
import { deepFrozen } from './deepFrozen';
import { readBefore, type Reading } from './readBefore';
import { readYaml, type Fault } from './readYaml';

const LANGUAGES = ['en', 'cy'] as const;

const word = z.string().trim().min(1);

const pageSchema = z.strictObject({
  language: z.enum(LANGUAGES),
  version: z.int().positive(),
  approver: word,
  approvedOn: z.iso.date(),
  words: z.record(z.enum(PAGE_WORDS), word),
});

export interface ReadPages {
  /** Those that could be read. */
  readonly pages: readonly ChatPage[];
  readonly faults: readonly Fault[];
}

/**
 * Reads the words of the chat's page in every language below the folder of templates; a page that is not there is a
 * fault.
 */
export function readPages(folder: string): ReadPages {
  return deepFrozen(readBefore(pagesReading, folder));
}

/** Its place is the folder of all templates. */
export const pagesReading: Reading<ReadPages> = {
  name: 'pages',
  filesOf: (folder) => LANGUAGES.map((language) => join(folder, fileOf(language))),
  read: readAll,
};

function readAll(folder: string): ReadPages {
  const read = LANGUAGES.map((language) => readPage(folder, language));
  return {
    pages: read.flatMap((one) => (one.ok ? [one.page] : [])),
    faults: read.flatMap((one) => (one.ok ? [] : one.faults)),
  };
}

type ReadPage =
  { readonly ok: true; readonly page: ChatPage } | { readonly ok: false; readonly faults: readonly Fault[] };

function readPage(folder: string, language: Language): ReadPage {
  const file = fileOf(language);
  const name = join('templates', file);
  const read = readYaml(join(folder, file), pageSchema, name);
  if (!read.ok) return read;
  if (read.value.language === language) return { ok: true, page: { ...read.value, file } };
  const says = `language: stands in the folder of "${language}"`;
  return { ok: false, faults: [{ file: name, line: read.lineOf(['language']), says }] };
}

function fileOf(language: Language): string {
  return join(language, 'web', 'page.yaml');
}
