import { join } from 'node:path';
import { z } from 'zod';
import type { Language } from '../vocabulary';
import { readBefore, type Reading } from './readBefore';
import { readYaml, type Fault } from './readYaml';

export type ReadPageWords =
  | { readonly ok: true; readonly words: unknown; readonly faults?: undefined }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** The words of the web chat's page in one language. The web room checks them: it knows which words its page has. */
export function readPageWords(folder: string, language: Language): ReadPageWords {
  return readBefore(pageWordsReading(language), folder);
}

/** Its place is the folder of all templates. */
export function pageWordsReading(language: Language): Reading<ReadPageWords> {
  const file = join(language, 'web', 'page.yaml');
  return {
    name: `page-words-${language}`,
    filesOf: (folder) => [join(folder, file)],
    read(folder) {
      const read = readYaml(join(folder, file), z.unknown(), join('templates', file));
      return read.ok ? { ok: true, words: read.value } : read;
    },
  };
}
