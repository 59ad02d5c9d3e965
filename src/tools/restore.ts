import { existsSync } from 'node:fs';
import { fileOf, withRecord } from './keepRecord';
import { CannotGoOn, runTool } from './tool';

const HELP = `Usage: npm run -s restore -- [--without-erasures] <file>

Puts a backup into a new, empty record (DATABASE_URL, or DATA_DIR without one), with the KEYS it was made with, and brings
it up to this release. What was destroyed since the backup was made is destroyed again, and legal holds placed since stand
again: both are read from the list at ERASURES_FILE (DATA_DIR/erasures.list without one), where the service then goes on
noting; keep that setting. Where the list is lost,
--without-erasures goes on: place the holds again before 03:30, when what has outlived its term is next destroyed.
The service then goes on where the backup stopped: what came in since is in the carrier's list only. A backup that was
cut off or changed is refused before anything is written; if it breaks off later, begin again with an empty record.
Exit codes: 0 restored, 1 nothing restored, 2 not understood.
`;

/** The `restore` tool. Returns the exit code. */
export function main(argv: string[]): Promise<number> {
  const options = { 'without-erasures': { type: 'boolean' } } as const;
  return runTool(argv, { help: HELP, options }, async ({ values, words }) => {
    const file = fileOf(words);
    // Before keys, record and list are looked for: whoever mistyped a name should not hunt for them.
    if (!existsSync(file))
      throw new CannotGoOn(`There is no ${file}. Check its name, and the folder it is looked for in.`);
    const withoutErasures = values['without-erasures'] === true;
    const { rows, whole, erasures } = await withRecord((record) => record.restore(file, { withoutErasures }));
    process.stdout.write(`Restored: ${rows} rows.\n`);
    if (!withoutErasures) process.stdout.write(`Destroyed or held again, as listed since: ${erasures.again}.\n`);
    if (erasures.damaged > 0)
      process.stdout.write(`Lines of that list that were cut off and could not be read: ${erasures.damaged}.\n`);
    if (!whole)
      process.stdout.write('Its anchors do not hold: somebody had changed the record before this backup was made.\n');
    return 0;
  });
}
