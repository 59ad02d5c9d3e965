import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { CannotGoOn } from '../../tool';

const run = promisify(execFile);

/** A database of its own, and how to be rid of it. */
export interface FreshDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/**
 * Makes a database beside that of `besideUrl`, by PostgreSQL's own tools: a copy of `template`, which nobody may have open,
 * or an empty one. Throws CannotGoOn when they are missing or may not.
 */
export async function freshDatabase(besideUrl: string, name: string, template = 'template1'): Promise<FreshDatabase> {
  const at = (database: string) => Object.assign(new URL(besideUrl), { pathname: `/${database}` }).href;
  const maintenance = ['--maintenance-db', at('postgres')];
  const drop = () => tool('dropdb', ['--if-exists', '--force', ...maintenance, name]);
  await drop();
  await tool('createdb', [...maintenance, '--template', template, name]);
  return { url: at(name), drop };
}

async function tool(program: 'createdb' | 'dropdb', argv: readonly string[]): Promise<void> {
  try {
    await run(program, argv);
  } catch (error) {
    const why = `${program} cannot be run, or may not`;
    throw new CannotGoOn(
      `${why}: each point has a database of its own on the server of BENCH_DATABASE_URL, whose role must be allowed to make databases. ${said(error)}`,
    );
  }
}

/** What it said for itself, without the address it was called with. */
function said(error: unknown): string {
  return String((error as { stderr?: unknown }).stderr ?? '').trim();
}
