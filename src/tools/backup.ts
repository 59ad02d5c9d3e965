import { existsSync, rmSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { backupMadeAt } from '../app/alone/recordAlone';
import { projectRoot } from '../app/projectRoot';
import { readRetention } from '../authored/retention';
import { systemClock } from '../clock';
import { backupIsOver } from '../retention';
import { fileOf, withRecord } from './keepRecord';
import { CannotGoOn, runTool } from './tool';

const HELP = `Usage: npm run -s backup -- [--throw-away] <file>

Writes everything the record holds at this moment to one sealed file (over an earlier backup of that name, never over
anything else), which opens with the same KEYS only: keep those elsewhere, a backup without them is lost. On Postgres the service may go on meanwhile; the embedded record must be stopped.
Then it names the backups beside this one whose term is over (escalation-rules/retention.yaml, backups); --throw-away
deletes them. Keep the list of what was destroyed (ERASURES_FILE) with your backups: restore needs it.
Exit codes: 0 written whole, 1 not written, 2 not understood.
`;

/** The `backup` tool. Returns the exit code. */
export function main(argv: string[]): Promise<number> {
  const options = { 'throw-away': { type: 'boolean' } } as const;
  return runTool(argv, { help: HELP, options }, async ({ values, words }) => {
    const file = fileOf(words);
    await refusePlace(file);
    await withRecord((record) => record.backup(file));
    process.stdout.write(`Written: ${file}\n`);
    for (const old of await outlivedBeside(file)) {
      if (values['throw-away']) rmSync(old);
      process.stdout.write(
        values['throw-away'] ? `Thrown away: ${old}\n` : `Its term is over, throw it away: ${old}\n`,
      );
    }
    return 0;
  });
}

/** Into a folder that is there; over an earlier backup, as every night does, but over nothing else: it is somebody's. */
async function refusePlace(file: string): Promise<void> {
  if (!existsSync(dirname(file))) throw new CannotGoOn(`There is no folder ${dirname(file)}. Make it first.`);
  const isOther = existsSync(file) && (statSync(file).isDirectory() || (await backupMadeAt(file)) === null);
  if (isOther) throw new CannotGoOn(`${file} is there already and is no backup. Name another file.`);
}

/** Other backups in the same folder that were made too long ago to be kept. */
async function outlivedBeside(file: string): Promise<readonly string[]> {
  const { terms } = readRetention(join(projectRoot(), 'escalation-rules/retention.yaml'));
  if (terms === null) return [];
  const outlived: string[] = [];
  for (const entry of await readdir(dirname(file), { withFileTypes: true })) {
    const path = join(dirname(file), entry.name);
    const madeAt = entry.isFile() ? await backupMadeAt(path) : null;
    if (madeAt !== null && backupIsOver(madeAt, terms, systemClock.now())) outlived.push(path);
  }
  return outlived;
}
