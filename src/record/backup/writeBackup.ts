import type { Pool, PoolClient } from '../pool';
import type { Entry } from './archive';
import { tablesInOrder, type Table } from './tables';

const ROWS_AT_ONCE = 500;

/** Everything the record holds at one moment, read in one transaction beside the running service. */
export async function* recordEntries(pool: Pool): AsyncGenerator<Entry> {
  const client = await pool.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    const { rows: migrations } = await client.query('select name, hash from migrations order by name');
    yield { is: 'schema', migrations: migrations as { name: string; hash: string }[] };
    let count = 0;
    for (const table of await tablesInOrder(client)) {
      yield { is: 'table', name: table.name, columns: [...table.columns] };
      for await (const rows of rowsOf(client, table)) {
        count += rows.length;
        yield { is: 'rows', rows };
      }
    }
    await client.query('commit');
    yield { is: 'end', rows: count };
  } finally {
    client.release();
  }
}

/** Each value as the database writes it: the same from Postgres and from the embedded record. */
async function* rowsOf(client: PoolClient, table: Table): AsyncGenerator<(string | null)[][]> {
  const values = table.columns.map((column) => `${column.name}::text`).join(', ');
  await client.query(`declare backup_rows cursor for select array[${values}] as row from ${table.name}`);
  for (;;) {
    const { rows } = await client.query(`fetch ${ROWS_AT_ONCE} from backup_rows`);
    if (rows.length > 0) yield (rows as { row: (string | null)[] }[]).map(({ row }) => row);
    if (rows.length < ROWS_AT_ONCE) break;
  }
  await client.query('close backup_rows');
}
