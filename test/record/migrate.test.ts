import { appliedMigrations, migrate, migrationFiles, MigrationFault } from '../../src/record/migrate';
import { openRecord } from '../../src/record';
import { describePostgres, describeRecords, emptyDatabase, START } from '../harness/record';

const files = migrationFiles();

test('migrations are numbered without a double, and none asks the database for the time or for ids', () => {
  const numbers = files.map((file) => file.name.slice(0, 4));
  expect(new Set(numbers).size).toBe(numbers.length);
  for (const file of files) {
    const statements = file.sql.replace(/--.*$/gm, '');
    expect(statements).not.toMatch(
      /\b(now|clock_timestamp|current_timestamp|uuidv7|gen_random_uuid|create extension)\b/i,
    );
  }
});

describeRecords('migrations', (record) => {
  test('are all applied, once', async () => {
    expect((await appliedMigrations(record().pool)).map((one) => one.name)).toEqual(files.map((file) => file.name));
    expect(await record().migrate()).toEqual([]);
  });

  test('a file changed after it was applied stops the process, and says which', async () => {
    const [first, ...rest] = files;
    const changed = [{ ...first!, hash: 'another' }, ...rest];
    await expect(migrate(record().pool, START, changed)).rejects.toThrow(/0001_people has changed/);
    await expect(migrate(record().pool, START, changed)).rejects.toThrow(MigrationFault);
  });

  test('a file that fails leaves nothing of itself', async () => {
    const broken = { name: '9000_broken', sql: 'create table half (id text); select nonsense', hash: 'x' };
    await expect(migrate(record().pool, START, [broken])).rejects.toThrow('nonsense');
    expect(await record().db.all(`select from pg_tables where tablename = 'half'`)).toEqual([]);
    expect(await record().migrate()).toEqual([]);
  });

  test('what a newer release has applied is left alone', async () => {
    const newer = { name: '9001_newer', sql: 'create table newer (id text)', hash: 'x' };
    expect(await migrate(record().pool, START, [newer])).toEqual(['9001_newer']);
    expect(await record().migrate()).toEqual([]);
    await record().pool.query(`drop table newer; delete from migrations where name = '9001_newer'`);
  });
});

describePostgres('migrations of several processes', (record) => {
  test('two processes that start at once apply each file once', async () => {
    const { where, drop } = await emptyDatabase('postgres');
    const both = await Promise.all(
      [1, 2].map(() => openRecord({ ...where, keys: record().keys, clock: record().clock })),
    );
    const applied = await Promise.all(both.map((one) => one.migrate()));
    expect(applied.flat().sort()).toEqual(files.map((file) => file.name));
    await Promise.all(both.map((one) => one.close()));
    await drop();
  });
});
