import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commonSchema, findHoles, rowSchema, type Pathways, type Row } from '../escalation';
import { deepFrozen } from './deepFrozen';
import { readBefore, type Reading } from './readBefore';
import { readYaml, type Fault } from './readYaml';

const COMMON_FILE = 'common.yaml';

export type ReadPathways =
  | { readonly ok: true; readonly pathways: Pathways; readonly faults?: undefined }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/**
 * Reads `escalation-rules/pathways/`: one file a row of the table, and `common.yaml`. All faults are given, each with
 * file and line: a file that does not fit, an id that is not its file's name, a case no row would catch.
 */
export function readPathways(folder: string): ReadPathways {
  return deepFrozen(readBefore(pathwaysReading, folder));
}

export const pathwaysReading: Reading<ReadPathways> = {
  name: 'pathways',
  filesOf: (folder) => namesIn(folder).map((name) => join(folder, name)),
  read: readAll,
};

function namesIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort();
}

function readAll(folder: string): ReadPathways {
  const files = namesIn(folder);
  const faults: Fault[] = [];
  const common = readYaml(join(folder, COMMON_FILE), commonSchema, COMMON_FILE);
  if (!common.ok) faults.push(...common.faults);
  const rows: Row[] = [];
  for (const file of files.filter((one) => one !== COMMON_FILE)) {
    const read = readYaml(join(folder, file), rowSchema, file);
    if (!read.ok) faults.push(...read.faults);
    else {
      rows.push(read.value);
      if (`${read.value.id}.yaml` !== file) {
        faults.push({ file, line: read.lineOf(['id']), says: `the id must be the file's name: ${read.value.id}` });
      }
    }
  }
  if (faults.length > 0 || !common.ok) return { ok: false, faults };
  const pathways = { version: versionOf(folder, files), common: common.value, rows };
  const holes = findHoles(pathways).map((says): Fault => ({ file: COMMON_FILE, line: 1, says }));
  return holes.length > 0 ? { ok: false, faults: holes } : { ok: true, pathways };
}

/** A short hash over names and bytes of every file: kept with each case that opens under it. */
function versionOf(folder: string, files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of files)
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(folder, file)))
      .update('\0');
  return hash.digest('hex').slice(0, 12);
}
