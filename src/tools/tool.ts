import { parseArgs, type ParseArgsConfig } from 'node:util';
import { isOfTheSystem, sayFileFault } from '../authored/sayFileFault';
import { SettingsError } from '../config';
import { HouseError } from '../errors';

type OptionsShape = NonNullable<ParseArgsConfig['options']>;

/** Something the caller can mend; its message says how. */
export class CannotGoOn extends Error {
  override readonly name = 'CannotGoOn';
}

/** The tool was called in a way it does not know. */
export class NotUnderstood extends Error {
  override readonly name = 'NotUnderstood';
}

export interface ToolShape<Options extends OptionsShape> {
  readonly help: string;
  readonly options: Options;
}

/** What a tool was called with, `--help` taken out. */
export interface Called<Options extends OptionsShape> {
  readonly values: ReturnType<typeof parseArgs<{ options: Options; allowPositionals: true }>>['values'];
  readonly words: readonly string[];
}

/**
 * What every tool does the same way: `--help`, arguments, and faults said on stderr in plain words. Exit codes: what
 * `work` gives, 1 for a fault somebody can mend, 2 for a call that was not understood. A bug is thrown on.
 */
export async function runTool<Options extends OptionsShape>(
  argv: readonly string[],
  { help, options }: ToolShape<Options>,
  work: (called: Called<Options>) => Promise<number>,
): Promise<number> {
  if (argv.includes('--help') || argv.includes('-h')) {
    process.stdout.write(help);
    return 0;
  }
  try {
    const { values, positionals } = parse(argv, options);
    return await work({ values, words: positionals });
  } catch (error) {
    if (error instanceof NotUnderstood) return fail(`${error.message}\n\n${help}`, 2);
    if (canBeMended(error)) return fail(`${error.message}\n`, 1);
    if (isOfTheSystem(error)) return fail(`It cannot be done: ${sayFileFault(error)}.\n`, 1);
    throw error;
  }
}

function parse<Options extends OptionsShape>(argv: readonly string[], options: Options) {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true });
  } catch (error) {
    throw new NotUnderstood((error as Error).message.split('. ')[0]);
  }
}

function canBeMended(error: unknown): error is Error {
  return [CannotGoOn, SettingsError, HouseError].some((kind) => error instanceof kind);
}

function fail(says: string, exitCode: number): number {
  process.stderr.write(says);
  return exitCode;
}
