import { verifyChain } from '../../src/record/chain/verifyChain';
import { freshWords } from '../../src/record/chain/words';
import { eventStore } from '../../src/record/stores/events';
import { describeRecords, START } from '../harness/record';

describeRecords('what is asked', (record) => {
  const one = async (text: string, values: readonly unknown[]) => (await record().pool.query(text, values)).rows[0];

  test.each([
    ['text', 'text', 'he said "no" \\ and 😔\n'],
    ['nothing', 'text', null],
    ['a number', 'integer', -7],
    ['a large number', 'bigint', 4_000_000_000],
    ['yes', 'boolean', true],
    ['a moment', 'timestamptz', '2026-11-22T23:40:00.250Z'],
    ['a date', 'date', '2026-11-22'],
    ['a list', 'text[]', ['a', '', 'NULL', '{b,c}', '"d"', '\\', 'ŵ']],
    ['an empty list', 'text[]', []],
    ['a list with gaps', 'text[]', ['a', null]],
    ['a list of numbers', 'integer[]', [3, 1, 2]],
  ])('%s comes back as it was given', async (_, type, value) => {
    expect(await one(`select $1::${type} as it`, [value])).toEqual({ it: value });
  });

  test('json comes back read', async () => {
    expect(await one('select $1::jsonb as it', ['{"a": [1, null, "b"]}'])).toEqual({ it: { a: [1, null, 'b'] } });
  });

  test('a row has its columns in order, and many rows come whole', async () => {
    const { rows } = await record().pool.query(
      'select n, repeat($1, n) as said from generate_series(1, $2::integer) n',
      ['ŵ', 300],
    );
    expect(rows).toHaveLength(300);
    expect(Object.entries(rows[299]!)).toEqual([
      ['n', 300],
      ['said', 'ŵ'.repeat(300)],
    ]);
  });

  test('what is refused says why by its code, each time, and the next question is answered', async () => {
    for (const _ of [1, 2]) {
      await expect(one('select $1::text as it from nowhere', ['a'])).rejects.toMatchObject({ code: '42P01' });
      await expect(one('select $1::integer as it', ['a'])).rejects.toMatchObject({ code: '22P02' });
    }
    const again = () => record().pool.query(`insert into chains (id, length, head) values ('a', 0, 'b')`, []);
    await again();
    await expect(again()).rejects.toMatchObject({ code: '23505', constraint: 'chains_pkey', table: 'chains' });
    expect(await one('select $1::integer as it', [1])).toEqual({ it: 1 });
  });

  test('the same question asked twice at the same moment is answered twice', async () => {
    const asked = await record().inTransaction(({ db }) =>
      Promise.all([1, 2].map((n) => db.one('select $1::integer + 40 as it', [n]))),
    );
    expect(asked).toEqual([{ it: 41 }, { it: 42 }]);
  });

  test('two processes that extend one chain in turn leave no gap, whatever each remembers of its end', async () => {
    const processes = [new Map(), new Map()];
    for (const [n, heads] of [...processes, ...processes, processes[1]!].entries()) {
      await record().inTransaction(async ({ db }) => {
        const events = eventStore({ db, assume: null }, freshWords(), heads);
        await events.append({ line: null, name: 'staff-replied', at: START, data: { n } });
        await events.link();
      });
    }
    expect(await verifyChain(record().db, null)).toEqual({ ok: true, length: 5 });
  });

  test('a chain goes on from where it is when what was linked last was undone', async () => {
    const heads = new Map();
    const append = (n: number, then: () => void) =>
      record().inTransaction(async ({ db }) => {
        const events = eventStore({ db, assume: null }, freshWords(), heads);
        await events.append({ line: null, name: 'staff-replied', at: START, data: { n } });
        await events.link();
        then();
      });
    await append(1, () => undefined);
    await expect(
      append(2, () => {
        throw new Error('undone');
      }),
    ).rejects.toThrow('undone');
    await append(3, () => undefined);
    expect(await verifyChain(record().db, null)).toEqual({ ok: true, length: 2 });
  });
});
