import { openRecordAlone, type RecordAlone } from '../app/recordAlone';
import { loadConfig, SettingsError } from '../config';
import { HouseError } from '../errors';

/**
 * What the tools that keep the record share: `--help`, their one argument, the settings, the record opened and closed
 * again. `work` gives what to print. A fault somebody can mend is said on stderr in a line, exit code 1; a wrong call 2.
 */
export async function keepRecord(
  argv: readonly string[],
  tool: { readonly help: string; readonly takesFile: boolean },
  work: (record: RecordAlone, file: string) => Promise<string>,
): Promise<number> {
  if (argv.includes('--help')) return say('stdout', tool.help, 0);
  const [file = ''] = argv;
  if (argv.length !== (tool.takesFile ? 1 : 0) || file.startsWith('-')) return say('stderr', tool.help, 2);
  try {
    const record = await openRecordAlone(loadConfig(process.env));
    try {
      return say('stdout', await work(record, file), 0);
    } finally {
      await record.close();
    }
  } catch (error) {
    if (error instanceof SettingsError || error instanceof HouseError || isOfTheDisk(error)) {
      return say('stderr', `${error.message}\n`, 1);
    }
    throw error;
  }
}

const isOfTheDisk = (error: unknown): error is Error => error instanceof Error && 'syscall' in error;

function say(where: 'stdout' | 'stderr', text: string, exitCode: number): number {
  process[where].write(text);
  return exitCode;
}
