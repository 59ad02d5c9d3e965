import { movableClock } from '../../../src/clock';
import { newKeys, openKeys } from '../../../src/keys';
import { openRecord, type Pool, type Stores } from '../../../src/record';
import { verifyChain } from '../../../src/record/chain/verifyChain';
import { RecordTooSlow } from '../../../src/record/database/deadline';
import { inTransaction } from '../../../src/record/database/transaction';
import { TransactionBroken } from '../../../src/record/database/watchedStatements';
import { PoolUsedInTransaction } from '../../../src/record/database/transactionGuard';
import type { Errand, Event, LineId } from '../../../src/vocabulary';
import { aDelivery, aRoster } from '../../harness/people';
import { describePostgres, describeRecords, START, type TestRecord } from '../../harness/record';

const errand = (id: string): Errand => ({ id, kind: 'note', subject: id, line: null, dueAt: START, doneAt: null });

describeRecords('transactions', (record) => {
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

  test('a write that is refused undoes its savepoint, also when it is the last thing done there', async () => {
    await record().record.transaction(async (tx) => {
      await tx.errands.add(errand('a'));
      const refused = await tx.savepoint(async () => {
        await tx.errands.done('a', START);
        await tx.errands.postpone('a', 'no moment at all');
      });
      expect(refused.ok).toBe(false);
    });
    expect(await record().db.all('select id, done_at from errands')).toEqual([{ id: 'a', done_at: null }]);
  });

  test('a write that is refused as the last thing of a transaction does not pass for a commit', async () => {
    const undone = record().record.transaction(async (tx) => {
      await tx.errands.add(errand('a'));
      await tx.errands.postpone('a', 'no moment at all');
    });
    await expect(undone).rejects.toMatchObject({ code: '22007' });
    expect(await kept()).toEqual([]);
  });

  test('what is read after a write sees it, and what is undone is not read from memory', async () => {
    await record().record.transaction((tx) => tx.roster.replace(aRoster()));
    await record().record.transaction(async (tx) => {
      const one = { youngPerson: 'robin', date: '2026-11-22', finishedAt: null, mood: null, answers: [] } as const;
      await tx.checkIns.start({ ...one, id: 'first', slot: 'a', startedAt: START });
      await tx.savepoint(async () => {
        await tx.checkIns.save({ ...one, id: 'first', slot: 'a', startedAt: START, mood: 7 });
        expect((await tx.checkIns.latestOf('robin', 4))[0]?.mood).toBe(7);
        throw new Error('undone');
      });
      expect((await tx.checkIns.latestOf('robin', 1))[0]?.mood).toBeNull();
    });
  });

  test('work that goes well is done once, and once more where a savepoint was needed', async () => {
    let times = 0;
    const work = (moment: string) =>
      record().record.transaction(async (tx) => {
        times += 1;
        await tx.errands.add(errand(`${moment}`));
        const first = await tx.savepoint(() => tx.errands.postpone(moment, moment));
        await tx.savepoint(() => tx.errands.add(errand(`${moment} behind`)));
        return first.ok;
      });
    expect([await work(START), times]).toEqual([true, 1]);
    expect(await work('no moment at all')).toBe(false);
    expect(times).toBe(3);
    expect(await kept()).toEqual([START, `${START} behind`, 'no moment at all', 'no moment at all behind'].sort());
  });

  test('what throws behind a savepoint that went well is thrown, and not done again', async () => {
    let times = 0;
    const undone = record().record.transaction(async (tx) => {
      times += 1;
      await tx.savepoint(() => tx.errands.add(errand('a')));
      throw new Error('half way');
    });
    await expect(undone).rejects.toThrow('half way');
    expect([times, await kept()]).toEqual([1, []]);
  });

  test('a savepoint that throws behind one that was not heard of undoes its own writes alone', async () => {
    await record().record.transaction(async (tx) => {
      const first = await tx.savepoint(() => tx.errands.add(errand('a')));
      const second = await tx.savepoint(async () => {
        await tx.errands.add(errand('b'));
        throw new Error('of its own');
      });
      expect([first.ok, second.ok]).toEqual([true, false]);
    });
    expect(await kept()).toEqual(['a']);
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
    const goOn = gate();
    const slow = record().record.transaction(
      async (tx) => {
        await tx.errands.add(errand('a'));
        await goOn.passed;
        await tx.errands.add(errand('b'));
      },
      { timeoutMs: 60 },
    );
    await expect(slow).rejects.toThrow(RecordTooSlow);
    goOn.open();
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
});

describePostgres('transactions of several connections', (record) => {
  /** Resolves once a transaction has the line's lock. `letGo` lets it do `last` and commit. */
  async function holdLine(line: LineId, last: (tx: Stores) => Promise<void>): Promise<{ letGo(): Promise<void> }> {
    const locked = gate();
    const goOn = gate();
    const held = record().record.transaction(async (tx) => {
      await tx.lines.lock(line);
      locked.open();
      await goOn.passed;
      await last(tx);
    });
    await locked.passed;
    return {
      letGo() {
        goOn.open();
        return held;
      },
    };
  }

  test('a deadlock is tried again until both have done their work', async () => {
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

  test('a deadlock is tried again, too, where more was asked together with the lock', async () => {
    const lineOf = (phone: string) =>
      record().record.transaction((tx) => tx.lines.lockFor({ by: 'phone', phone }, START, record().ids.next()));
    const [one, other] = [await lineOf('+447700900998'), await lineOf('+447700900999')];
    const meeting = twoArrive();
    const crossing = (first: string, second: string) =>
      record().record.transaction(async (tx) => {
        await tx.lines.lock(first);
        await meeting();
        const [line] = await Promise.all([tx.lines.lock(second), tx.messages.unanswered(second)]);
        await tx.lines.save({ ...line, lastSeq: line.lastSeq + 1 });
      });
    await Promise.all([crossing(one.id, other.id), crossing(other.id, one.id)]);
    const lines = await record().record.transaction((tx) =>
      Promise.all([tx.lines.read(one.id), tx.lines.read(other.id)]),
    );
    expect(lines.map(({ lastSeq }) => lastSeq)).toEqual([1, 1]);
  });

  test.each<[string, (tx: Stores) => Promise<unknown>]>([
    ['a turn', (tx) => tx.lines.lock('l1')],
    ['a delivery', (tx) => tx.deliveries.lock('d1')],
  ])(
    '%s that waits for its line keeps nobody from the chain meanwhile, so that no two wait for each other',
    async (_what, lock) => {
      await record().record.transaction(async (tx) => {
        await tx.roster.replace(aRoster());
        const line = await tx.lines.lockOf('robin', START, 'l1');
        await tx.deliveries.add(aDelivery({ line: line.id }, { id: 'd1' }));
        await tx.events.append({ line: 'l1', name: 'message-received', at: START, data: {} });
      });
      const locked = gate();
      const letGo = gate();
      const holder = record().inTransaction(async ({ db }) => {
        await db.all(`select id from lines where id = 'l1' for update`);
        locked.open();
        await letGo.passed;
        return db.all(`select id from chains where id = 'l1' for update nowait`);
      });
      await locked.passed;
      const waiting = record().record.transaction(lock);
      await isWaitingForALock(record());
      letGo.open();
      expect(await holder).toEqual([{ id: 'l1' }]);
      await waiting;
    },
  );

  test('waiting for another’s line ends when the time is up, and leaves nobody waiting', async () => {
    await record().record.transaction((tx) => tx.roster.replace(aRoster()));
    const lockLine = (timeoutMs: number, meanwhile: () => Promise<void> = async () => undefined) =>
      record().record.transaction(
        async (tx) => {
          await tx.lines.lockOf('robin', START, 'l1');
          await meanwhile();
        },
        { timeoutMs },
      );
    const locked = gate();
    const letGo = gate();
    const first = lockLine(60_000, () => {
      locked.open();
      return letGo.passed;
    });
    await locked.passed;
    await expect(lockLine(80)).rejects.toThrow(RecordTooSlow);
    letGo.open();
    await first;
    await lockLine(60_000);
  });

  test('a delivery that had to wait for its line is read as the line’s holder left it', async () => {
    const delivery = await record().record.transaction(async (tx) => {
      await tx.roster.replace(aRoster());
      const line = await tx.lines.lockOf('robin', START, 'l1');
      await tx.deliveries.add(aDelivery({ line: line.id }, { id: 'd1' }));
      return (await tx.deliveries.get('d1'))!;
    });
    const holder = await holdLine('l1', (tx) => tx.deliveries.save({ ...delivery, state: 'withdrawn', dueAt: null }));
    const waiting = record().record.transaction((tx) => tx.deliveries.lock('d1'));
    await isWaitingForALock(record());
    await holder.letGo();
    expect(await waiting).toMatchObject({ state: 'withdrawn', dueAt: null });
  });

  test('what is written of a line by whoever does not hold it waits its turn, and breaks no chain', async () => {
    const wrote = (line: string): Event => ({ line, name: 'message-received', at: START, data: {} });
    await record().record.transaction(async (tx) => {
      await tx.roster.replace(aRoster());
      await tx.lines.lockOf('robin', START, 'l1');
      await tx.events.append(wrote('l1'));
    });
    const holder = await holdLine('l1', (tx) => tx.events.append(wrote('l1')));
    const outsider = record().record.transaction((tx) => tx.events.append(wrote('l1')));
    await isWaitingForALock(record());
    await Promise.all([holder.letGo(), outsider]);
    expect(await verifyChain(record().db, 'l1')).toEqual({ ok: true, length: 3 });
  });
});

/** Resolves once somebody waits for a lock that somebody else has. */
async function isWaitingForALock({ db }: TestRecord): Promise<void> {
  while (
    (await db.all(`select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`))
      .length === 0
  );
}

test('a commit whose answer was lost may have been carried out: nothing is done a second time', async () => {
  let times = 0;
  const keys = openKeys(newKeys('a'));
  const lost = inTransaction(poolThatLosesCommits(), keys, async ({ savepoint }) => {
    times += 1;
    await savepoint(async () => undefined);
  });
  await expect(lost).rejects.toThrow('Connection terminated unexpectedly');
  expect(times).toBe(1);
});

test('a database that is away is heard of at once', async () => {
  const keys = openKeys(newKeys('a'));
  const away = await openRecord({ url: 'postgres://127.0.0.1:1/none', keys, clock: movableClock(START) });
  await expect(away.record.transaction(async () => 1, { timeoutMs: 60_000 })).rejects.toMatchObject({
    code: 'ECONNREFUSED',
  });
  await away.close();
});

/** Answers everything but a commit, before which the connection is gone. */
function poolThatLosesCommits(): Pool {
  const query: Pool['query'] = async (text) => {
    if (text === 'commit') throw new Error('Connection terminated unexpectedly');
    return { rows: [] };
  };
  const done = () => Promise.resolve();
  const client = { query, begin: done, ahead: () => {}, write: done, written: done, release: () => {} };
  return { query, connect: () => Promise.resolve(client), end: done };
}

function gate(): { open(): void; readonly passed: Promise<void> } {
  let open!: () => void;
  const passed = new Promise<void>((resolve) => (open = resolve));
  return { open, passed };
}

/** The first two to arrive wait for each other; whoever comes later goes straight on. */
function twoArrive(): () => Promise<void> {
  let arrived = 0;
  const both = gate();
  return async () => {
    arrived += 1;
    if (arrived === 2) both.open();
    await both.passed;
  };
}
