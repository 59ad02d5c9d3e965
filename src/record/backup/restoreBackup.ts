import { HouseError } from '../../errors';
import type { Instant } from '../../vocabulary';
import { migrate, migrationFiles, type Migration } from '../migrate';
import type { Pool, PoolClient } from '../pool';
import { ArchiveFault, type Entry } from './archive';
import { tablesInOrder, type Table } from './tables';

/** The record already holds something, or this release does not know the backup's schema. */
export class RestoreRefused extends HouseError {}

/**
 * Puts a backup into an empty record: the schema as it was then, every row in one transaction, then the migrations since.
 * Gives the number of rows. When it throws, no row is there.
 */
export async function restoreEntries(pool: Pool, entries: AsyncIterable<Entry>, now: Instant): Promise<number> {
  const reader = entries[Symbol.asyncIterator]();
  const first = await reader.next();
  if (first.done === true || first.value.is !== 'schema') {
    throw new ArchiveFault('not-a-backup', 'The backup does not begin with its schema.');
  }
  await refuseUnlessEmpty(pool);
  await migrate(pool, now, knownFiles(first.value.migrations));
  const count = await restoreRows(pool, { [Symbol.asyncIterator]: () => reader });
  await migrate(pool, now);
  return count;
}

/** A record that was never migrated, and nothing else: schemas of two ages would mix. */
async function refuseUnlessEmpty(pool: Pool): Promise<void> {
  const { rows } = await pool.query(`select from pg_tables where schemaname = 'public' limit 1`);
  if (rows.length === 0) return;
  throw new RestoreRefused(
    'restore-not-empty',
    'A backup is restored into a new, empty record only. Name another DATABASE_URL or DATA_DIR.',
  );
}

function knownFiles(wanted: readonly { readonly name: string; readonly hash: string }[]): readonly Migration[] {
  const files = migrationFiles();
  return wanted.map(({ name, hash }) => {
    const file = files.find((one) => one.name === name && one.hash === hash);
    if (file !== undefined) return file;
    throw new RestoreRefused(
      'restore-unknown-schema',
      `The backup was made by a release with another ${name}. Restore it with that release.`,
    );
  });
}

async function restoreRows(pool: Pool, entries: AsyncIterable<Entry>): Promise<number> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await emptySeeds(client);
    const count = await insertAll(client, entries);
    await client.query('commit');
    return count;
  } finally {
    client.release();
  }
}

/** Migrations lay a few first rows themselves; the backup has them as they became. */
async function emptySeeds(client: PoolClient): Promise<void> {
  for (const table of [...(await tablesInOrder(client))].reverse()) await client.query(`delete from ${table.name}`);
}

async function insertAll(client: PoolClient, entries: AsyncIterable<Entry>): Promise<number> {
  let table: Table | null = null;
  let count = 0;
  for await (const entry of entries) {
    if (entry.is === 'table') {
      table = entry;
    } else if (entry.is === 'rows' && table !== null) {
      await insert(client, table, entry.rows);
      count += entry.rows.length;
    } else if (entry.is === 'end') {
      if (entry.rows !== count) throw new ArchiveFault('backup-incomplete', 'The backup lacks rows it counted.');
    }
  }
  for (const one of await tablesInOrder(client)) await moveIdentitiesOn(client, one);
  return count;
}

async function insert(client: PoolClient, table: Table, rows: readonly (readonly (string | null)[])[]): Promise<void> {
  const names = table.columns.map((column) => column.name).join(', ');
  const values = table.columns.map((column, index) => `(given.row ->> ${index})::${column.type}`).join(', ');
  await client.query(
    `insert into ${table.name} (${names}) overriding system value
     select ${values} from jsonb_array_elements($1::jsonb) as given (row)`,
    [JSON.stringify(rows)],
  );
}

/** Numbers the database gives out itself go on after the highest restored. */
async function moveIdentitiesOn(client: PoolClient, table: Table): Promise<void> {
  for (const { name } of table.columns.filter((column) => column.identity)) {
    await client.query(
      `select setval(pg_get_serial_sequence('${table.name}', '${name}'), max(${name})) from ${table.name}
       having max(${name}) is not null`,
    );
  }
}
