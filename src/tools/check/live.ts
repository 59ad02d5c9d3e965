import { inspectLive } from '../../app/live/inspectLive';
import { sayMissing } from '../../app/missing/missing';
import { loadConfig } from '../../config';

/** Prints everything a go-live of these settings still needs. */
export async function checkLive(): Promise<number> {
  process.stderr.write('Asking the carrier, the mail server and the record...\n');
  const { missing, noted } = await inspectLive(loadConfig(process.env));
  for (const note of noted) process.stdout.write(`Note: ${note}\n`);
  if (missing.length === 0) {
    process.stdout.write('Nothing is missing: this installation may go live.\n');
    return 0;
  }
  process.stdout.write(`${missing.length} things are missing before this installation may go live:\n`);
  process.stdout.write(`${sayMissing(missing)}\n`);
  return 1;
}
