import { movableClock } from '../../../src/clock';
import { newKeys, openKeys } from '../../../src/keys';
import { openRecord, type OpenRecord } from '../../../src/record';
import { START } from '../../harness/record';

const keys = openKeys(newKeys('a'));
const clock = movableClock(START);

describe('a record out of an image', () => {
  let image: Uint8Array;
  const opened: OpenRecord[] = [];

  beforeAll(async () => {
    const first = await openRecord({ memory: true, keys, clock });
    await first.pool.query('create table kept (n int primary key, words text)');
    await first.pool.query('insert into kept values ($1, $2)', [1, 'before']);
    image = await first.image();
    await first.close();
  });
  afterEach(async () => {
    for (const one of opened.splice(0)) await one.close();
  });

  /** An image is used up by the record that comes out of it. */
  const open = async () => {
    const record = await openRecord({ memory: true, image: Uint8Array.from(image), keys, clock });
    opened.push(record);
    return record;
  };
  const kept = async ({ pool }: OpenRecord) => (await pool.query('select n, words from kept order by n')).rows;

  test('holds what the first one held, and asks it what was asked there before', async () => {
    const record = await open();
    await record.pool.query('insert into kept values ($1, $2)', [2, 'after']);
    expect(await kept(record)).toEqual([
      { n: 1, words: 'before' },
      { n: 2, words: 'after' },
    ]);
  });

  test('knows nothing of another one out of the same image', async () => {
    const [one, other] = [await open(), await open()];
    await one.pool.query('delete from kept');
    expect(await kept(one)).toEqual([]);
    expect(await kept(other)).toEqual([{ n: 1, words: 'before' }]);
  });

  test('refuses, undoes and goes on as any other', async () => {
    const { pool, ...record } = await open();
    await expect(pool.query('insert into kept values (1, null)')).rejects.toMatchObject({ code: '23505' });
    await expect(
      record.inTransaction(async ({ db }) => {
        await db.all('delete from kept');
        throw new Error('undone');
      }),
    ).rejects.toThrow('undone');
    expect(await kept({ pool, ...record })).toEqual([{ n: 1, words: 'before' }]);
  });

  test('has room for more than its memory, and logs further than the file it was logging to', async () => {
    const { pool } = await open();
    await pool.query(`insert into kept select n, repeat(md5(n::text), 60) from generate_series(2, 20000) n`);
    await pool.query('checkpoint');
    const counted = await pool.query('select count(*)::int as n, sum(length(words))::int as length from kept');
    expect(counted.rows).toEqual([{ n: 20_000, length: 'before'.length + 19_999 * 32 * 60 }]);
  });

  test('is not made of a database that has loaded a library, which would do nothing in the next one', async () => {
    const record = await open();
    await record.pool.query('create function one() returns int language plpgsql as $$ begin return 1; end $$');
    await expect(record.image()).rejects.toThrow('has loaded a library');
  });
});
