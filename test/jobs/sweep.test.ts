import type { DueWork } from '../../src/vocabulary';
import { createCrew } from '../../src/jobs/crew';
import { doAllDue } from '../../src/jobs/doAllDue';
import { createInProcessNudge } from '../../src/jobs/inProcessNudge';
import { startSweep } from '../../src/jobs/sweep';
import { keyOf, type Work } from '../../src/jobs/work';
import { handClock, keptLog, until } from './hands';

/** Rows with a due time, as the record reads them: oldest first, those done are gone. */
function rows(...ids: readonly string[]) {
  const waiting = ids.map((id): DueWork => ({ kind: 'delivery', id, line: null, dueAt: '2026-11-22T00:00:00.000Z' }));
  return {
    waiting,
    due: (_now: string, limit: number) => Promise.resolve(waiting.slice(0, limit)),
    nextDueAt: () => Promise.resolve(waiting[0]?.dueAt ?? null),
    finish: (work: Work) => {
      const at = waiting.findIndex(({ id }) => id === work.id);
      if (at >= 0) waiting.splice(at, 1);
    },
  };
}

function startOn(record: ReturnType<typeof rows>, perform: (work: Work) => Promise<void>, batch = 200) {
  const [clock, log] = [handClock(), keptLog()];
  const crew = createCrew({ perform, clock, log, atOnce: 2 });
  const sweep = startSweep({ due: (now, limit) => record.due(now, limit), crew, clock, log, everyMs: 5, batch });
  const close = async () => {
    await sweep.close();
    await crew.close();
  };
  return { clock, log, crew, sweep, close };
}

describe('the sweep', () => {
  test('finds and does what is due without any nudge, each row once', async () => {
    const record = rows('a', 'b', 'c');
    const done: string[] = [];
    const { close } = startOn(record, async (work) => {
      done.push(work.id);
      record.finish(work);
    });
    await until(() => record.waiting.length === 0);
    await close();
    expect(done).toEqual(['a', 'b', 'c']);
  });

  test('gets past rows that fail every time, however many stand at the front', async () => {
    const bad = Array.from({ length: 25 }, (_, i) => `bad-${i}`);
    const record = rows(...bad, 'good');
    const done: string[] = [];
    const { close } = startOn(
      record,
      async (work) => {
        if (work.id.startsWith('bad')) throw new Error('broken');
        done.push(work.id);
        record.finish(work);
      },
      10,
    );
    await until(() => done.length === 1);
    await close();
    expect(done).toEqual(['good']);
  });

  test('works off a backlog without waiting for its next look', async () => {
    const record = rows(...Array.from({ length: 500 }, (_, i) => `row-${i}`));
    const looks: number[] = [];
    const [clock, log] = [handClock(), keptLog()];
    const crew = createCrew({ perform: async (work) => record.finish(work), clock, log, atOnce: 2 });
    const due = (now: string, limit: number) => {
      looks.push(limit);
      return record.due(now, limit);
    };
    const sweep = startSweep({ due, crew, clock, log, everyMs: 3_600_000, batch: 50 });
    await until(() => record.waiting.length === 0);
    await sweep.close();
    expect(looks.length).toBeGreaterThanOrEqual(10);
  });

  test('says once that the record is away and once that it is back, and goes on', async () => {
    const record = rows('a');
    const { due } = record;
    let away = true;
    record.due = (now, limit) => (away ? Promise.reject(new Error('no connection')) : due(now, limit));
    const { log, sweep, close } = startOn(record, async (work) => record.finish(work));
    await until(() => log.lines.length > 0);
    expect(sweep.lastReadAt()).toBeNull();
    away = false;
    await until(() => record.waiting.length === 0);
    await close();
    expect(log.lines.map(({ severity }) => severity)).toEqual(['error', 'info']);
    expect(sweep.lastReadAt()).not.toBeNull();
  });

  test('stops at once when closed, though its next look is far away', async () => {
    const [clock, log] = [handClock(), keptLog()];
    const crew = createCrew({ perform: () => Promise.resolve(), clock, log, atOnce: 1 });
    const sweep = startSweep({ due: () => Promise.resolve([]), crew, clock, log, everyMs: 3_600_000 });
    await until(() => sweep.lastReadAt() !== null);
    await sweep.close();
  });
});

describe('a nudge in this process', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  test('hands work to the crew at once or later, and nothing after it is closed', async () => {
    const done: string[] = [];
    const perform = async (work: Work) => void done.push(keyOf(work));
    const crew = createCrew({ perform, clock: handClock(), log: keptLog(), atOnce: 1 });
    const { nudge, close } = createInProcessNudge(crew);
    nudge({ kind: 'turn', id: 'later', afterMs: 20 });
    nudge({ kind: 'concern', id: 'now' });
    nudge({ kind: 'turn', id: 'never', afterMs: 60 });
    expect(done).toEqual([]);
    await jest.advanceTimersByTimeAsync(20);
    expect(done).toHaveLength(2);
    close();
    await jest.advanceTimersByTimeAsync(80);
    expect(done).toEqual(['concern:now', 'turn:later']);
  });
});

describe('doAllDue', () => {
  test('does everything in order, with what falls due by doing it', async () => {
    const record = rows('a', 'b');
    const done: string[] = [];
    const next = await doAllDue(
      record,
      async (work) => {
        done.push(work.id);
        record.finish(work);
        if (work.id === 'a')
          record.waiting.push({ kind: 'turn', id: 'c', line: null, dueAt: '2026-11-22T00:00:00.000Z' });
      },
      '2026-11-22T00:00:00.000Z',
    );
    expect(done).toEqual(['a', 'b', 'c']);
    expect(next).toBeNull();
  });

  test('throws rather than go round for ever when work stays due', async () => {
    const record = rows('a');
    await expect(doAllDue(record, () => Promise.resolve(), '2026-11-22T00:00:00.000Z')).rejects.toThrow('stays due');
  });
});
