import { keepRecord } from './keepRecord';

const HELP = `Usage: npm run -s migrate

Brings the record's schema up to this release and names what it applied. Every process does so at its start too.
Exit codes: 0 up to date, 1 not, 2 not understood.
`;

export function main(argv: string[]): Promise<number> {
  return keepRecord(argv, { help: HELP, takesFile: false }, async (record) => {
    const applied = await record.migrate();
    return applied.length === 0 ? 'Nothing to apply: the record is up to date.\n' : `Applied: ${applied.join(', ')}\n`;
  });
}
