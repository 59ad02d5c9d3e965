import { RecordTooSlow, TransactionBroken } from '../../src/record/transaction';
import { PoolUsedInTransaction } from '../../src/record/transactionGuard';
import { aRoster } from '../harness/people';
import { describeRecords, START } from '../harness/record';

describeRecords('transactions', (record) => {
  const errand = (id: string) => ({
    id,
    kind: 'note' as const,
    subject: id,
    line: null,
    dueAt: START,
    doneAt: null,
  });
  const kept = async () =>
    (await record().db.all<{ id: string }>('select id from errands order by id')).map((e) => e.id);

  test('what throws leaves nothing behind', async () => {
    const undone = record().record.transaction(async (tx) => {
      await tx.errands.add(errand('a'));
      throw new Error('half way');
    });
    await expect(undone).rejects.toThrow('half way');
    expect(await kept()).toEqual([]);
  });

  test('a savepoint undoes its own writes, after a database error too, and the rest commits', async () => {
    await record().record.transaction(async (tx) => {
      await tx.errands.add(errand('a'));
      const thrown = await tx.savepoint(async () => {
        await tx.errands.add(errand('b'));
        await tx.deliveries.noteReceipt(null as never, 1);
      });
      const refused = await tx.savepoint(() => tx.concerns.decide({ concern: 'nobody' } as never));
      const fine = await tx.savepoint(async () => tx.errands.add(errand('c')));
      expect([thrown.ok, refused.ok, fine]).toEqual([false, false, { ok: true, value: true }]);
    });
    expect(await kept()).toEqual(['a', 'c']);
  });

  test('a database error that was caught without a savepoint does not pass for a commit', async () => {
    const work = record().inTransaction(async ({ db }) => {
      await db.all(`insert into errands (id, kind, subject, due_at) values ('a', 'note', 'a', $1)`, [START]);
      await db.all('select nonsense').catch(() => undefined);
    });
    await expect(work).rejects.toThrow(TransactionBroken);
    expect(await kept()).toEqual([]);
  });

  test('the pool refuses whoever is inside a transaction, and serves them again after it', async () => {
    const inside = record().record.transaction(() => record().record.due(START, 1));
    await expect(inside).rejects.toThrow(PoolUsedInTransaction);
    const nested = record().record.transaction(() => record().record.transaction(async () => 1));
    await expect(nested).rejects.toThrow(PoolUsedInTransaction);
    expect(await record().record.due(START, 1)).toEqual([]);
  });

  test('a transaction that is not done in time is given up, and what it does later is not kept', async () => {
    let goOn!: () => void;
    const held = new Promise<void>((resolve) => (goOn = resolve));
    const slow = record().record.transaction(
      async (tx) => {
        await tx.errands.add(errand('a'));
        await held;
        await tx.errands.add(errand('b'));
      },
      { timeoutMs: 60 },
    );
    await expect(slow).rejects.toThrow(RecordTooSlow);
    goOn();
    await record().record.transaction((tx) => tx.errands.add(errand('c')));
    expect(await kept()).toEqual(['c']);
  });

  test('one line is written by one transaction at a time', async () => {
    await record().record.transaction((tx) => tx.roster.replace(aRoster()));
    const count = 6;
    await Promise.all(
      Array.from({ length: count }, () =>
        record().record.transaction(async (tx) => {
          const line = await tx.lines.lockOf('robin', START, record().ids.next());
          await tx.lines.save({ ...line, lastSeq: line.lastSeq + 1 });
        }),
      ),
    );
    const line = await record().record.transaction((tx) => tx.lines.findOf('robin'));
    expect(line?.lastSeq).toBe(count);
  });

  test('a deadlock is tried again until both have done their work', async () => {
    if (record().kind === 'embedded') return;
    await record().record.transaction(async (tx) => {
      await tx.errands.add(errand('a'));
      await tx.errands.add(errand('b'));
    });
    const meeting = twoArrive();
    const crossing = (first: string, second: string) =>
      record().inTransaction(async ({ db }) => {
        await db.all(`update errands set subject = subject || '+' where id = $1`, [first]);
        await meeting();
        await db.all(`update errands set subject = subject || '+' where id = $1`, [second]);
      });
    await Promise.all([crossing('a', 'b'), crossing('b', 'a')]);
    expect(await record().db.all('select subject from errands order by id')).toEqual([
      { subject: 'a++' },
      { subject: 'b++' },
    ]);
  });
});

/** The first two to arrive wait for each other; whoever comes later goes straight on. */
function twoArrive(): () => Promise<void> {
  let arrived = 0;
  let open!: () => void;
  const both = new Promise<void>((resolve) => (open = resolve));
  return async () => {
    arrived += 1;
    if (arrived === 2) open();
    await both;
  };
}
