import { createInProcessFanout } from '../../src/jobs/inProcessFanout';
import { createInProcessRateLimit } from '../../src/jobs/inProcessRateLimit';
import { handClock, settle } from './hands';

describe('news of lines in one process', () => {
  test('reaches who listens to the line and who listens to all, and nobody else', async () => {
    const hub = createInProcessFanout();
    const heard: string[] = [];
    hub.listen('a', (line) => heard.push(`one: ${line}`));
    hub.listen('b', (line) => heard.push(`other: ${line}`));
    hub.listen('all', (line) => heard.push(`all: ${line}`));
    hub.tell({ line: 'a' });
    expect(heard).toEqual([]);
    await settle();
    expect(heard).toEqual(['one: a', 'all: a']);
  });

  test('reaches nobody who has stopped listening, also when they stop twice', async () => {
    const hub = createInProcessFanout();
    const heard: string[] = [];
    const stop = hub.listen('a', () => heard.push('first'));
    stop();
    hub.listen('a', () => heard.push('second'));
    stop();
    hub.tell({ line: 'a' });
    await settle();
    expect(heard).toEqual(['second']);
  });
});

describe('a rate limit in one process', () => {
  test('lets through as many as the window has room for, for each key by itself', async () => {
    const limit = createInProcessRateLimit(handClock());
    const rate = { atMost: 2, perMs: 1_000 };
    expect([await limit('a', rate), await limit('a', rate), await limit('a', rate)]).toEqual([true, true, false]);
    expect(await limit('b', rate)).toBe(true);
  });

  test('opens a new window when the old one has ended, and not a moment before', async () => {
    const clock = handClock();
    const limit = createInProcessRateLimit(clock);
    const rate = { atMost: 1, perMs: 1_000 };
    await limit('a', rate);
    clock.pass(999);
    expect(await limit('a', rate)).toBe(false);
    clock.pass(1);
    expect(await limit('a', rate)).toBe(true);
  });
});
