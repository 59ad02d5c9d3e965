import { describePostgres } from '../../harness/record';

const ONE = 'select $1::integer as it';
const REFUSED = 'select 1 / $1::integer as it';

describePostgres('what is asked together of Postgres', (record) => {
  /** Works in a transaction on one connection, and undoes it. */
  async function undone<T>(work: (ask: (text: string, values: readonly unknown[]) => Promise<unknown>) => Promise<T>) {
    const client = await record().pool.connect();
    await client.begin(30_000);
    try {
      return await work(async (text, values) => (await client.query(text, values)).rows);
    } finally {
      await client.query('rollback');
      client.release();
    }
  }

  test('is answered in order, with nothing and with many rows, the first time and again', async () => {
    const many = 'select n from generate_series(1, $1::integer) n';
    for (const _ of [1, 2]) {
      const answers = await undone((ask) =>
        Promise.all([ask(ONE, [7]), ask(many, [0]), ask(many, [3]), ask(ONE, [8])]),
      );
      expect(answers).toEqual([[{ it: 7 }], [], [{ n: 1 }, { n: 2 }, { n: 3 }], [{ it: 8 }]]);
    }
  });

  test('is answered up to what is refused, and what stood behind it is refused and can be asked again', async () => {
    const behind = 'select $1::text as it';
    for (const _ of [1, 2]) {
      const told = await undone((ask) => Promise.allSettled([ask(ONE, [1]), ask(REFUSED, [0]), ask(behind, ['a'])]));
      expect(told.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
      expect(told[1]).toMatchObject({ reason: { code: '22012' } });
    }
    for (const _ of [1, 2]) {
      const told = await undone((ask) => Promise.allSettled([ask('select -$1::integer as it', ['a'])]));
      expect(told).toMatchObject([{ reason: { code: '22P02' } }]);
    }
    const again = () => undone((ask) => Promise.all([ask(behind, ['b']), ask(REFUSED, [1])]));
    expect([await again(), await again()]).toEqual(Array(2).fill([[{ it: 'b' }], [{ it: 1 }]]));
  });

  test('a value that cannot be sent refuses its own question alone', async () => {
    const told = await undone((ask) => Promise.allSettled([ask(ONE, [1]), ask(ONE, [{}]), ask(ONE, [2])]));
    expect(told).toMatchObject([{ value: [{ it: 1 }] }, { reason: expect.any(TypeError) }, { value: [{ it: 2 }] }]);
  });

  test('whoever asks outside a transaction is refused and served again', async () => {
    const { pool } = record();
    await expect(pool.query(REFUSED, [0])).rejects.toMatchObject({ code: '22012' });
    expect((await pool.query(REFUSED, [1])).rows).toEqual([{ it: 1 }]);
  });
});
