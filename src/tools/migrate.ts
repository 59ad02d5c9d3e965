import { withRecord } from './keepRecord';
import { NotUnderstood, runTool } from './tool';

const HELP = `Usage: npm run -s migrate

Brings the record's schema up to this release and names what it applied. Every process does so at its start too.
The record is the one your settings name (npm run -s config), with MODE=practice that of script/start.
Exit codes: 0 up to date, 1 not, 2 not understood.
`;

/** The `migrate` tool. Returns the exit code. */
export function main(argv: string[]): Promise<number> {
  return runTool(argv, { help: HELP, options: {} }, async ({ words }) => {
    if (words.length > 0) throw new NotUnderstood('It takes nothing.');
    const applied = await withRecord((record) => record.migrate());
    const says =
      applied.length === 0 ? 'Nothing to apply: the record is up to date.' : `Applied: ${applied.join(', ')}`;
    process.stdout.write(`${says}\n`);
    return 0;
  });
}
