import { keepRecord } from './keepRecord';

const HELP = `Usage: npm run -s backup -- <file>

Writes everything the record holds at this moment to one sealed file, which opens with the same KEYS only: keep those
elsewhere, a backup without them is lost. On Postgres the service may go on meanwhile; the embedded record must be stopped.
Exit codes: 0 written whole, 1 not written, 2 not understood.
`;

export function main(argv: string[]): Promise<number> {
  return keepRecord(argv, { help: HELP, takesFile: true }, async (record, file) => {
    await record.backup(file);
    return `Written: ${file}\n`;
  });
}
