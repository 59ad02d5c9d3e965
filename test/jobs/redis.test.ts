import { createBullNudge, type BullNudge } from '../../src/jobs/bullNudge';
import { startBullWorker, type BullWorker } from '../../src/jobs/bullWorker';
import { createCrew } from '../../src/jobs/crew';
import { createRedisFanout } from '../../src/jobs/redisFanout';
import { createRedisClient } from '../../src/jobs/redis';
import { createRedisRateLimit } from '../../src/jobs/redisRateLimit';
import { keyOf, type Work } from '../../src/jobs/work';
import { describeOnRedis } from '../harness/servers';
import { handClock, keptLog, until } from './hands';
import { openProxy } from './redisProxy';

describeOnRedis('nudges through Redis', (redis) => {
  const done: string[] = [];
  const log = keptLog();
  let sender: BullNudge;
  let worker: BullWorker;

  const crewOfDone = () => {
    const perform = async (work: Work) => void done.push(keyOf(work));
    return createCrew({ perform, clock: handClock(), log: keptLog(), atOnce: 4 });
  };

  beforeAll(() => {
    sender = createBullNudge({ url: redis().url, log });
    worker = startBullWorker({ url: redis().url, crew: crewOfDone(), log: keptLog(), atOnce: 4 });
  });
  afterAll(async () => {
    await Promise.all([sender.close(), worker.close()]);
  });
  beforeEach(() => void done.splice(0));

  /** Nudges now and then until one came through: a nudge may be lost, and is while a client connects. */
  const nudgeUntilDone = (id: string) =>
    until(() => {
      if (!done.includes(`turn:${id}`)) sender.nudge({ kind: 'turn', id });
      return done.includes(`turn:${id}`);
    });

  test('reach another process, at once and later', async () => {
    await nudgeUntilDone('first');
    sender.nudge({ kind: 'delivery', id: 'later', afterMs: 100 });
    sender.nudge({ kind: 'concern', id: 'now' });
    await until(() => done.includes('delivery:later'));
    expect(done.indexOf('concern:now')).toBeLessThan(done.indexOf('delivery:later'));
  });

  test('do not wait in Redis behind what is being done: the crew has them all, and decides what comes first', async () => {
    const ends: (() => void)[] = [];
    const begun: string[] = [];
    const perform = (work: Work) =>
      new Promise<void>((resolve) => {
        begun.push(keyOf(work));
        ends.push(resolve);
      });
    await worker.close();
    const crew = createCrew({ perform, clock: handClock(), log: keptLog(), atOnce: 1 });
    const busy = startBullWorker({ url: redis().url, crew, log: keptLog(), atOnce: 1 });
    ['a', 'b', 'c'].forEach((id) => sender.nudge({ kind: 'turn', id }));
    await until(() => begun.length === 1);
    sender.nudge({ kind: 'notice', id: 'n' });
    await until(() => crew.holds({ kind: 'notice', id: 'n' }));
    ends[0]?.();
    await until(() => begun.length === 2);
    expect(begun[1]).toBe('notice:n');
    ends.forEach((end) => end());
    const ending = crew.close();
    ends.slice(1).forEach((end) => end());
    await Promise.all([ending, busy.close()]);
    worker = startBullWorker({ url: redis().url, crew: crewOfDone(), log: keptLog(), atOnce: 4 });
  });

  test('leave nothing behind in Redis but ids, and no job once it is done', async () => {
    sender.nudge({ kind: 'concern', id: 'seen', afterMs: 60_000 });
    const client = createRedisClient(redis().url, keptLog());
    await client.connect();
    const jobs = async () => (await client.keys('bull:*')).filter((key) => /:\d+$/.test(key));
    await until(async () => (await jobs()).length === 1);
    expect(await client.hGet((await jobs())[0] ?? '', 'data')).toBe('{"id":"seen"}');
    client.destroy();
  });

  test('are dropped while Redis is away, not kept to flood it, and go through again when it is back', async () => {
    await redis().away();
    await until(() => log.lines.some(({ said }) => said.startsWith('Redis is away')));
    for (let times = 0; times < 100; times += 1) sender.nudge({ kind: 'turn', id: `lost-${times}` });
    await redis().back();
    await nudgeUntilDone('after');
    expect(done.filter((work) => work.includes('lost'))).toEqual([]);
  });
});

describeOnRedis('with Redis away from the start', (redis) => {
  test('a process starts, nudges without waiting, and closes', async () => {
    await redis().away();
    const log = keptLog();
    const sender = createBullNudge({ url: redis().url, log });
    const crew = createCrew({ perform: () => Promise.resolve(), clock: handClock(), log, atOnce: 1 });
    const worker = startBullWorker({ url: redis().url, crew, log: keptLog(), atOnce: 1 });
    sender.nudge({ kind: 'turn', id: 'a' });
    await until(() => log.lines.length > 0);
    await Promise.all([sender.close(), worker.close()]);
    expect(log.lines.map(({ said }) => said)).toEqual(['Redis is away: work is found by the sweep instead']);
    await redis().back();
  });
});

describeOnRedis('with Redis lost in the middle of a beginning', (redis) => {
  test('nudging begins again: what BullMQ was not told then, it would never have known', async () => {
    const proxy = await openProxy(redis().url);
    const [log, done]: [ReturnType<typeof keptLog>, string[]] = [keptLog(), []];
    const perform = async (work: Work) => void done.push(keyOf(work));
    const crew = createCrew({ perform, clock: handClock(), log: keptLog(), atOnce: 1 });
    proxy.cutBeginnings(3);
    const worker = startBullWorker({ url: proxy.url, crew, log, atOnce: 1 });
    await until(() => proxy.cutsLeft() === 0);
    proxy.cutBeginnings(1);
    const sender = createBullNudge({ url: proxy.url, log });
    await until(() => {
      if (!done.includes('turn:a')) sender.nudge({ kind: 'turn', id: 'a' });
      return done.includes('turn:a');
    });
    await Promise.all([sender.close(), worker.close(), crew.close()]);
    await until(() => proxy.countOpen() === 0);
    await proxy.close();
    expect(log.lines.map(({ severity }) => severity)).not.toContain('error');
  });

  test.each([0, 1, 2, 3, 4, 5, 6])('nothing stays open when all is ended at connection %i', async (connections) => {
    const proxy = await openProxy(redis().url);
    const log = keptLog();
    const crew = createCrew({ perform: () => Promise.resolve(), clock: handClock(), log, atOnce: 1 });
    const parts = [
      createBullNudge({ url: proxy.url, log }),
      startBullWorker({ url: proxy.url, crew, log, atOnce: 1 }),
      createRedisFanout({ url: proxy.url, log }),
      createRedisRateLimit({ url: proxy.url, clock: handClock(), log }),
    ];
    await proxy.whenSeen(connections);
    await Promise.all(parts.map(({ close }) => close()));
    await proxy.whenSeen(1);
    await until(() => proxy.countOpen() === 0);
    await proxy.close();
    expect(log.lines).toEqual([]);
  });
});

describeOnRedis('news of lines through Redis', (redis) => {
  test('reaches every process once, and this one even while Redis is away', async () => {
    const [here, there] = [1, 2].map(() => createRedisFanout({ url: redis().url, log: keptLog() }));
    if (!here || !there) throw new Error('two hubs were made');
    const heard: string[] = [];
    here.listen('all', (line) => heard.push(`here ${line}`));
    there.listen('line-0', (line) => heard.push(`there ${line}`));
    there.listen('line-1', (line) => heard.push(`there ${line}`));
    await until(() => {
      if (!heard.includes('there line-0')) here.tell({ line: 'line-0' });
      return heard.includes('there line-0');
    });
    await until(() => {
      if (!heard.includes('here line-2')) there.tell({ line: 'line-2' });
      return heard.includes('here line-2');
    });
    here.tell({ line: 'line-1' });
    await until(() => heard.includes('there line-1'));
    // Redis hands news on in order: once this comes back, an echo of the line before would have come too.
    there.tell({ line: 'line-3' });
    await until(() => heard.includes('here line-3'));
    expect(heard.filter((news) => news.endsWith('line-1'))).toEqual(['here line-1', 'there line-1']);
    // Told in one breath, they travel together: each is heard, and once.
    ['line-0', 'line-1', 'line-0'].forEach((line) => here.tell({ line }));
    await until(() => heard.filter((news) => news === 'there line-1').length === 2);
    there.tell({ line: 'line-6' });
    await until(() => heard.includes('here line-6'));
    expect(heard.slice(heard.lastIndexOf('there line-0'))).toEqual(['there line-0', 'there line-1', 'here line-6']);
    await redis().away();
    here.tell({ line: 'line-4' });
    await until(() => heard.includes('here line-4'));
    await Promise.all([here.close(), there.close()]);
    await redis().back();
  });
});

describeOnRedis('a rate limit through Redis', (redis) => {
  test('counts over processes together, and each by itself while Redis is away', async () => {
    const [clock, log] = [handClock(), keptLog()];
    const limits = [1, 2].map(() => createRedisRateLimit({ url: redis().url, clock, log }));
    const [one, two] = limits.map(({ limit }) => limit);
    if (!one || !two) throw new Error('two limits were made');
    const rate = { atMost: 2, perMs: 3_600_000 };
    await until(async () => {
      const key = `warm-${Math.random()}`;
      return (await one(key, rate)) && (await two(key, rate)) && !(await one(key, rate));
    });
    expect([await one('k', rate), await two('k', rate), await one('k', rate)]).toEqual([true, true, false]);
    await redis().away();
    await until(async () => one('k', rate));
    limits.forEach(({ close }) => close());
    await redis().back();
  });
});
