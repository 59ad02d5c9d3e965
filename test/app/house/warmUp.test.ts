import { warmUp } from '../../../src/app/house/warmUp';
import type { Event } from '../../../src/vocabulary';
import { describePostgres, describeRecords, type TestRecord } from '../../harness/record';
import { beginStory, type Story } from '../../harness/story';

const AT = '2026-11-17T02:00:00.000Z';
/** The record's pool has so many. */
const CONNECTIONS = 10;

const carrier = { answers: () => Promise.resolve({ phone: null, mail: null }) };

/** Warms a service as its process would, and gives what it was warned of. */
async function warm(story: Story): Promise<readonly string[]> {
  const warned: string[] = [];
  const log = { info: () => {}, warn: (_: unknown, said: string) => void warned.push(said), error: () => {} };
  await warmUp({ ctx: story.service.ctx, carrier, log, withinMs: 60_000, rounds: 1 });
  return warned;
}

async function rowsOf({ db }: TestRecord): Promise<Record<string, number>> {
  const tables = await db.all<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
  );
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    counts[name] = (await db.one<{ rows: number }>(`select count(*)::int as rows from ${name}`))!.rows;
  }
  return counts;
}

describeRecords('what is played before the doors open', (record) => {
  it('leaves no row behind, writes to nobody and makes nothing due', async () => {
    const story = await beginStory(record(), { at: AT });
    const before = await rowsOf(record());
    expect(await warm(story)).toEqual([]);
    expect(await rowsOf(record())).toEqual(before);
    expect(await record().record.nextDueAt()).toBeNull();
    await story.passes(60);
    story.isQuiet();
    story.ends();
  });

  it('is played to its end: it is answered, and the lead is told of it', async () => {
    const story = await beginStory(record(), { at: AT });
    const written: string[] = [];
    const { ctx } = story.service;
    const watched = {
      ...ctx,
      record: {
        ...ctx.record,
        transaction: (work, options) =>
          ctx.record.transaction(async (tx) => {
            const events = {
              ...tx.events,
              append: (event: Event) => (written.push(event.name), tx.events.append(event)),
            };
            return work({ ...tx, events });
          }, options),
      },
    } as typeof ctx;
    await warmUp({ ctx: watched, carrier, log: ctx.log, withinMs: 60_000, rounds: 1 });
    expect(written).toEqual(
      expect.arrayContaining(['message-received', 'concern-opened', 'notice-sent', 'sent-to-young-person']),
    );
    expect(written.filter((name) => name === 'turn-left-to-a-human')).toEqual([]);
    story.ends();
  });

  it('has texts as long as may be judged too, and stops when its time is up', async () => {
    const story = await beginStory(record(), { at: AT });
    const { ctx } = story.service;
    const judged: string[] = [];
    const listening = { ...ctx, assess: (input) => (judged.push(input.text), ctx.assess(input)) } as typeof ctx;
    await warmUp({ ctx: listening, carrier, log: ctx.log, withinMs: 60_000, rounds: 1 });
    expect(new Set(judged.filter(({ length }) => length === 1_600)).size).toBe(10);
    judged.length = 0;
    await warmUp({ ctx: listening, carrier, log: ctx.log, withinMs: -1, rounds: 1 });
    expect(judged).toEqual([]);
    story.ends();
  });

  it('keeps no door shut while the record is away or does not answer', async () => {
    const story = await beginStory(record(), { at: AT });
    const { ctx } = story.service;
    const warned: string[] = [];
    const log = { ...ctx.log, warn: (_: unknown, said: string) => void warned.push(said) };
    const recordThat = (transaction: () => Promise<never>) => ({ ...ctx, record: { ...ctx.record, transaction } });
    await warmUp({
      ctx: recordThat(() => Promise.reject(new Error('away'))),
      carrier,
      log,
      withinMs: 60_000,
      rounds: 1,
    });
    expect(warned).toHaveLength(1);
    await warmUp({ ctx: recordThat(() => new Promise(() => {})), carrier, log, withinMs: 1 });
    story.ends();
  });
});

describePostgres('the connections of a process that has been warmed', (record) => {
  it('all know the statements of a turn, of a concern and of a notice', async () => {
    const story = await beginStory(record(), { at: AT });
    await warm(story);
    const clients = await Promise.all(Array.from({ length: CONNECTIONS }, () => record().pool.connect()));
    const known = await Promise.all(
      clients.map(async (client) => {
        const { rows } = await client.query('select statement from pg_prepared_statements');
        return (rows as { statement: string }[]).map(({ statement }) => statement).join('\n');
      }),
    );
    clients.forEach((client) => client.release());
    for (const statements of known) {
      expect(statements).toMatch(/insert into messages/);
      expect(statements).toMatch(/insert into concerns/);
      expect(statements).toMatch(/update deliveries/);
    }
    story.ends();
  });
});
