import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { createWatcher, serveHeartbeat } from '../../src/audit';
import { movableClock } from '../../src/clock';
import { MINUTE_MS } from '../../src/vocabulary';

const auditor = { well: true, isWell: () => auditor.well };
let server: Server;
let url: string;

beforeAll(async () => {
  server = serveHeartbeat(auditor);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
beforeEach(() => void (auditor.well = true));
afterAll(() => new Promise((resolve) => server.close(resolve)));

function aWatcher(auditorUrl = url) {
  const clock = movableClock('2026-11-21T23:00:00.000Z');
  const pages: string[] = [];
  const watcher = createWatcher({
    auditorUrl,
    silenceMinutes: 5,
    clock,
    log: { warn: () => {}, error: () => {} },
    page: () => Promise.resolve(pages.push(clock.now())),
  });
  return { watcher, clock, pages };
}

test('the heartbeat is served while all is well, and nothing else ever is', async () => {
  const statusOf = async (path: string, method = 'GET') => (await fetch(url + path, { method })).status;
  expect(await statusOf('/heartbeat')).toBe(200);
  expect(await statusOf('/')).toBe(404);
  expect(await statusOf('/heartbeat', 'POST')).toBe(404);
  auditor.well = false;
  expect(await statusOf('/heartbeat')).toBe(503);
});

test('nobody is paged while the heart beats', async () => {
  const { watcher, clock, pages } = aWatcher();
  for (let minute = 0; minute < 30; minute += 1) {
    expect(await watcher.ask()).toBe(true);
    clock.pass(MINUTE_MS);
  }
  expect(pages).toEqual([]);
});

test.each([
  ['an auditor that is not well', () => url],
  ['an auditor that is gone', () => 'http://127.0.0.1:9'],
])('%s: paged after five minutes of silence, again after half an hour, not in between', async (_what, where) => {
  const { watcher, clock, pages } = aWatcher(where());
  auditor.well = false;
  for (let minute = 0; minute < 40; minute += 1) {
    expect(await watcher.ask()).toBe(false);
    clock.pass(MINUTE_MS);
  }
  expect(pages).toEqual(['2026-11-21T23:05:00.000Z', '2026-11-21T23:35:00.000Z']);
});

test('a single missed beat is nothing, and a silence after a recovery is new', async () => {
  const { watcher, clock, pages } = aWatcher();
  const minutes = async (count: number, well: boolean) => {
    auditor.well = well;
    for (let minute = 0; minute < count; minute += 1) {
      clock.pass(MINUTE_MS);
      await watcher.ask();
    }
  };
  await minutes(4, false);
  await minutes(1, true);
  expect(pages).toEqual([]);
  await minutes(5, false);
  await minutes(1, true);
  await minutes(5, false);
  expect(pages).toHaveLength(2);
});
