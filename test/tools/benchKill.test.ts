import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countRepeats, lacks, type Ended, type Taken } from '../../src/tools/bench/kill/ended';
import { createPoints } from '../../src/tools/bench/kill/points';
import { openWorld } from '../../src/tools/bench/kill/world';
import { aheadClock, aheadToShow } from '../../src/tools/bench/killApart/aheadClock';
import { startOutsideCarrier } from '../../src/tools/bench/killApart/carrier';
import { phoneOf } from '../../src/tools/bench/roster';
import { later, SECOND_MS } from '../../src/vocabulary';

const AT = '2026-11-24T10:00:00.000Z';
const MENTOR = '+441632960001';

const taken = (to: string, text: string): Taken => ({ delivery: `${to} ${text}`, to, text, at: AT });
const UNDISTURBED: Ended = {
  stood: [{ messages: 1, concerns: 1, takenOn: true }],
  taken: [taken(phoneOf(0), 'thank you'), taken(phoneOf(0), 'not a person'), taken(MENTOR, 'somebody needs you')],
};

describe('what is missing after a process was killed', () => {
  const stood = (one: Partial<Ended['stood'][number]>): Ended => ({
    ...UNDISTURBED,
    stood: [{ ...UNDISTURBED.stood[0]!, ...one }],
  });
  const without = (at: number): Ended => ({ ...UNDISTURBED, taken: UNDISTURBED.taken.filter((_one, of) => of !== at) });

  test.each<[string, Ended]>([
    ['the message', stood({ messages: 0 })],
    ['the message, kept twice', stood({ messages: 2 })],
    ['its concern', stood({ concerns: 0 })],
    ['the human who took it on', stood({ takenOn: false })],
    ['a text to the young person', without(0)],
    ['the practitioner who was told', without(2)],
  ])('%s is noticed', (_what, after) => expect(lacks(after, UNDISTURBED)).toBe(true));

  it('is nothing when everything stands', () => expect(lacks(UNDISTURBED, UNDISTURBED)).toBe(false));
});

test('a text a young person got twice is counted, a notice that was repeated is not', () => {
  expect(countRepeats([...UNDISTURBED.taken, taken(phoneOf(0), 'thank you'), ...UNDISTURBED.taken.slice(2)])).toBe(1);
});

test('a point is passed before and after a call, also after one that failed', async () => {
  const passed: string[] = [];
  const { nudge, spool } = createPoints((name) => passed.push(name));
  nudge(() => {})({ kind: 'turn', id: 'a line' });
  const away = spool({
    keep: (..._kept: readonly unknown[]) => Promise.reject(new Error('no disk')),
    list: () => Promise.resolve([]),
    read: () => Promise.resolve(null),
    remove: (_file: string) => Promise.resolve(),
  });
  await expect(away.remove('a file')).resolves.toBeUndefined();
  await expect(away.keep({} as never, null)).rejects.toThrow('no disk');
  expect(passed).toEqual([
    'before a nudge',
    'after a nudge',
    'before removing from the disk',
    'after removing from the disk',
    'before keeping on the disk',
    'after keeping on the disk',
  ]);
});

test("the outside carrier lists what it took, and tells of it once, by the service's time", async () => {
  const clock = aheadClock(aheadToShow(AT));
  const carrier = await startOutsideCarrier(clock);
  try {
    const form = new URLSearchParams({
      To: phoneOf(0),
      Body: 'hi',
      StatusCallback: 'https://bv.example/sms/status/d1',
    });
    const account = `${carrier.url}/2010-04-01/Accounts/AC0`;
    const sent = (await (await fetch(`${account}/Messages.json`, { method: 'POST', body: form })).json()) as {
      sid: string;
    };
    const listed = await (await fetch(`${account}/Messages.json?To=${encodeURIComponent(phoneOf(0))}`)).json();
    expect(listed).toMatchObject({ messages: [{ sid: sent.sid, body: 'hi', to: phoneOf(0) }] });
    expect(carrier.taken()).toMatchObject([{ delivery: 'd1', to: phoneOf(0), text: 'hi' }]);
    expect(carrier.receiptsBy(clock.now())).toEqual([]);
    const afterwards = later(clock.now(), 5 * SECOND_MS);
    expect(carrier.receiptsBy(afterwards).map(({ fields }) => fields['MessageStatus'])).toEqual(['sent', 'delivered']);
    expect([carrier.receiptsBy(afterwards), carrier.nextAt()]).toEqual([[], null]);
    await fetch(`${account}/Messages.json`, { method: 'POST', body: form });
    carrier.loseReceipts();
    expect([carrier.taken().length, carrier.nextAt()]).toEqual([2, null]);
  } finally {
    await carrier.close();
  }
});

test('what was taken outlives a life; the receipts that were on their way do not, and settle nothing after it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bv-world-'));
  try {
    const before = openWorld(folder, () => AT);
    await before.carrier.sendSms({ delivery: 'd1', to: phoneOf(0), text: 'hi' });
    expect(before.carrier.nextAt()).not.toBeNull();
    const after = openWorld(folder, () => AT);
    expect(after.taken()).toEqual([{ delivery: 'd1', to: phoneOf(0), text: 'hi', at: AT }]);
    expect(after.carrier.nextAt()).toBeNull();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
