import { keepRecord } from './keepRecord';

const HELP = `Usage: npm run -s restore -- <file>

Puts a backup into a new, empty record (DATABASE_URL, or DATA_DIR without one), with the KEYS it was made with, and brings
it up to this release. The service then goes on where the backup stopped: what came in since is in the carrier's list only.
Exit codes: 0 restored, 1 nothing restored, 2 not understood.
`;

export function main(argv: string[]): Promise<number> {
  return keepRecord(argv, { help: HELP, takesFile: true }, async (record, file) => {
    const { rows, whole } = await record.restore(file);
    const warning = 'Its anchors do not hold: somebody had changed the record before this backup was made.\n';
    return `Restored: ${rows} rows.\n${whole ? '' : warning}`;
  });
}
