import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { HouseError } from '../errors';
import type { Instant } from '../vocabulary';
import type { Pool, PoolClient, Queryable } from './pool';

/** A migration that has been applied was changed, or stands before one already applied. */
export class MigrationFault extends HouseError {}

export interface Migration {
  /** "0001_people". */
  readonly name: string;
  readonly sql: string;
  readonly hash: string;
}

/** Every numbered SQL file, in order. */
export function migrationFiles(folder: string = migrationsFolder()): readonly Migration[] {
  return readdirSync(folder)
    .filter((file) => /^\d{4}_[a-z0-9_]+\.sql$/.test(file))
    .sort()
    .map((file) => {
      const sql = readFileSync(join(folder, file), 'utf8');
      return { name: file.replace(/\.sql$/, ''), sql, hash: createHash('sha256').update(sql).digest('hex') };
    });
}

/**
 * Applies what is missing, each file in its own transaction under a lock that keeps other processes out, and gives the
 * names applied. A name the code does not know is left alone: while a release rolls out, the newer one has been here.
 * Throws `MigrationFault` when an applied file no longer has the hash it was applied with.
 */
export async function migrate(
  pool: Pool,
  now: Instant,
  files: readonly Migration[] = migrationFiles(),
): Promise<readonly string[]> {
  const client = await pool.connect();
  try {
    await createLedger(client);
    const known = new Map((await ledger(client)).map(({ name, hash }) => [name, hash]));
    const applied: string[] = [];
    for (const file of files.filter(({ name, hash }) => known.get(name) !== hash)) {
      if (await apply(client, file, now)) applied.push(file.name);
    }
    return applied;
  } finally {
    client.release();
  }
}

/** The names and hashes of what has been applied, in order. */
export function appliedMigrations(pool: Pool): Promise<readonly Applied[]> {
  return ledger(pool);
}

interface Applied {
  readonly name: string;
  readonly hash: string;
}

async function ledger(db: Queryable): Promise<readonly Applied[]> {
  return (await db.query('select name, hash from migrations order by name')).rows as Applied[];
}

/** Two processes that both find no ledger may collide in the catalogue; the second then finds it made. */
async function createLedger(client: PoolClient): Promise<void> {
  const create =
    'create table if not exists migrations (name text primary key, hash text not null, applied_at timestamptz not null)';
  await client.query(create).catch(() => client.query(create));
}

async function apply(client: PoolClient, file: Migration, now: Instant): Promise<boolean> {
  await client.query('begin; lock table migrations in exclusive mode');
  try {
    const { rows } = await client.query('select hash from migrations where name = $1', [file.name]);
    const [known] = rows as { hash: string }[];
    if (known !== undefined && known.hash !== file.hash) {
      throw new MigrationFault(
        'migration-changed',
        `${file.name} has changed since it was applied. Put it back as it was and write a new migration.`,
      );
    }
    if (known === undefined) {
      await client.query(file.sql);
      await client.query('insert into migrations (name, hash, applied_at) values ($1, $2, $3)', [
        file.name,
        file.hash,
        now,
      ]);
    }
    await client.query('commit');
    return known === undefined;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

/** Beside this file; or, in a build that did not copy them, in the sources. */
function migrationsFolder(): string {
  const beside = join(__dirname, 'migrations');
  if (existsSync(beside)) return beside;
  for (let folder = __dirname; folder !== dirname(folder); folder = dirname(folder)) {
    const sources = join(folder, 'src', 'record', 'migrations');
    if (existsSync(sources)) return sources;
  }
  throw new MigrationFault('migrations-missing', `No migrations folder beside ${__dirname} or in any src above it.`);
}
