/**
 * One run of a service that kills itself at a point: `node life.js FOLDER POINT`, POINT a number or "none". A young person
 * discloses and the mentor takes it on. Run again in the same folder it goes on where it was killed: the carrier brings
 * again each webhook it got no answer to. Prints, as JSON, what the record and the carrier hold at the end.
 */
import { openFolderRecord } from '../../../app/alone/openUpToDate';
import { projectRoot } from '../../../app/projectRoot';
import { readAuthoredHouse } from '../../../app/service/authoredHouse';
import { createService } from '../../../app/service/createService';
import { workUntil, type Stage } from '../../../app/service/workUntil';
import { movableClock } from '../../../clock';
import { makeIds } from '../../../ids';
import { later, MINUTE_MS, type IncomingMessage, type Instant } from '../../../vocabulary';
import { BENCH_KEYS } from '../keys';
import { benchRoster, phoneOf } from '../roster';
import { whatStands, type Ended } from './ended';
import { createPoints, killThisProcess } from './points';
import { openWorld, type World } from './world';

/** What a run that came to its end printed. */
export interface Lived extends Ended {
  readonly points: readonly string[];
}

const BEGINS: Instant = '2026-11-17T10:00:00.000Z';
const REPLIES_AT = later(BEGINS, 3 * MINUTE_MS);
/** Within this time after a restart every text in doubt has been looked up with the carrier and settled. */
const SETTLES_IN_MS = 6 * MINUTE_MS;
const MENTOR = 'mentor-0';

async function live(folder: string, killAt: number | null): Promise<Lived> {
  const clock = movableClock(BEGINS);
  const world = openWorld(folder, () => clock.now());
  if (world.endedAt) clock.moveTo(world.endedAt);
  const open = await openFolderRecord(folder, BENCH_KEYS, clock);
  const roster = benchRoster(1, BEGINS);
  if (!world.endedAt) await open.record.transaction((tx) => tx.roster.replace(roster));
  const passed: string[] = [];
  const points = createPoints((name) => {
    passed.push(name);
    if (passed.length - 1 === killAt) killThisProcess();
  });
  const carrier = points.carrier(world.carrier);
  const record = points.record(open.record);
  const { acts } = createService({
    house: readAuthoredHouse(projectRoot()),
    record,
    clock,
    ids: makeIds(clock),
    log: { info: () => {}, warn: () => {}, error: () => {} },
    carrier,
    nudge: () => {},
    spool: {
      keep: () => Promise.reject(new Error('no disk')),
      list: async () => [],
      read: async () => null,
      remove: async () => {},
    },
    rosterCopy: { keep: async () => {}, last: async () => roster },
    serviceName: 'Between Visits',
    publicUrl: 'https://bv.example',
    proofsRequired: false,
  });
  const shown = async () => world.noteNow(clock.now());
  const stage: Stage = { acts, record, clock, receipts: carrier, shown };
  await shown();
  await bring(world, 'disclosure', async () => {
    await acts.receiveFromPhone(text('disclosure', phoneOf(0), 'my stepdad hits me when mum is out', clock.now()));
  });
  await workUntil(stage, later(clock.now(), MINUTE_MS));
  await workUntil(stage, clock.now() > REPLIES_AT ? clock.now() : REPLIES_AT);
  await bring(world, 'takes it on', async () => {
    const code = await open.record.transaction((tx) => tx.notices.latestCodeOf(MENTOR));
    const phone = roster.practitioners.find(({ id }) => id === MENTOR)?.phone ?? '';
    await acts.receiveFromPhone(text('takes it on', phone, `${code ?? ''} 1`, clock.now()));
  });
  await workUntil(stage, later(clock.now(), SETTLES_IN_MS));
  const stood = await whatStands(open.record, 1);
  await open.close();
  return { points: passed, stood, taken: world.taken() };
}

/** Brings a webhook, unless an earlier run has answered it already. */
async function bring(world: World, webhook: string, deliver: () => Promise<void>): Promise<void> {
  if (world.wasAnswered(webhook)) return;
  await deliver();
  world.noteAnswered(webhook);
}

function text(providerId: string, phone: string, words: string, receivedAt: Instant): IncomingMessage {
  return {
    provider: 'twilio-sms',
    providerId,
    channel: 'sms',
    sender: { by: 'phone', phone },
    kind: 'text',
    text: words,
    to: null,
    optOut: null,
    receivedAt,
  };
}

const [folder = '', point = 'none'] = process.argv.slice(2);
live(folder, point === 'none' ? null : Number(point)).then(
  (lived) => process.stdout.write(JSON.stringify(lived)),
  (error: unknown) => {
    process.stderr.write(`${(error as Error).stack}\n`);
    process.exitCode = 1;
  },
);
