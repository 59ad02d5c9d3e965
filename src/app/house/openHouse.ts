import { mkdirSync } from 'node:fs';
import type { ActContext, BurstRules, Clock, Log, Nudge } from '../../acts';
import { systemClock } from '../../clock';
import type { Config } from '../../config';
import { makeIds } from '../../ids';
import type { Keys } from '../../keys';
import { createReader } from '../../readers';
import { openRecord, type OpenRecord } from '../../record';
import { openErasureList } from '../../record/backup';
import { openRosterCopy } from '../../spool/rosterCopy';
import { openSpool, type Spool } from '../../spool';
import { readAuthoredHouse, type AuthoredHouse } from '../service/authoredHouse';
import { createCarrier, type OpenCarrier } from '../service/createCarrier';
import { createService, type Service } from '../service/createService';
import { openKeysOf } from '../keyRingText';
import { erasuresFile } from '../erasuresFile';
import { hurryCommitted } from './hurryCommitted';
import { openJournal, type Journal } from './journal';
import { readLiveAuthored } from './liveAuthored';
import { openHands, type Hands } from './openHands';
import { projectRoot } from '../projectRoot';
import { spoolFolder } from '../spoolFolder';

/** A whole running house, without its doors: what servers, workers and tools start from. */
export interface House extends Service {
  readonly config: Config;
  readonly authored: AuthoredHouse;
  readonly keys: Keys;
  readonly open: OpenRecord;
  readonly hands: Hands;
  readonly carrier: OpenCarrier;
  readonly clock: Clock;
  readonly log: Log;
  readonly ids: ActContext['ids'];
  /** A day of messages on disk, where the record would not survive a power cut by itself. */
  readonly journal: Journal | null;
  /** Messages on this disk while the record is away. */
  readonly spool: Spool;
  /** Takes no more work, waits for what is under way, closes the record. */
  close(): Promise<void>;
}

export interface HouseOptions {
  readonly config: Config;
  readonly log: Log;
  /** Whether this process does the work that falls due. */
  readonly works: boolean;
  /** How long words wait for quiet, when not as long as people need: measurements. */
  readonly burst?: BurstRules;
  /** The time, when not the machine's: measurements that cannot wait for it. */
  readonly clock?: Clock;
  /** Stands around whatever leaves this process: measurements that end it there. */
  readonly around?: (outside: Outside) => Outside;
}

/** What the acts leave this process through. */
export interface Outside {
  readonly record: OpenRecord['record'];
  readonly carrier: OpenCarrier;
  readonly nudge: Nudge;
  readonly spool: Spool;
}

/**
 * Opens the record, brings it up to date, and joins every room. The public address falls back to the loopback one. Live
 * goes on with what was approved last when what stands on the disk is worse; practice says what is wrong.
 */
export async function openHouse(options: HouseOptions): Promise<House> {
  const { config, log, works, burst, clock = systemClock, around = (outside: Outside) => outside } = options;
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
  const keys = openKeysOf(config);
  const where = config.databaseUrl ? { url: config.databaseUrl } : { dataDir: config.dataDir };
  const opening = openRecord({
    ...where,
    keys,
    clock,
    onFault: (error) => log.error({ error, part: 'record' }, 'something broke behind the record'),
  });
  // An embedded record opens in a thread of its own: reading what is authored fills the time.
  const atRest = config.mode === 'live' ? null : readAuthoredHouse(projectRoot());
  const open = await opening;
  await open.migrate();
  const authored = atRest ?? (await readLiveAuthored({ db: open.db, dataDir: config.dataDir, now: clock.now() }));
  const ids = makeIds(clock);
  const carrier = createCarrier(config);
  const built: { service: Service | null } = { service: null };
  const hands = openHands({
    config,
    clock,
    log,
    record: open.record,
    works,
    perform: (work) => actsOf(built).passTime(work),
    onStuck: (work) => {
      const failed = (error: unknown) => log.error({ error, kind: work.kind, id: work.id }, 'nobody could be told');
      actsOf(built).reportStuck(work).catch(failed);
    },
  });
  const spoolDir = spoolFolder(config);
  const outside = around({
    record: open.record,
    carrier,
    nudge: hands.nudge,
    spool: openSpool({ folder: spoolDir, keys }),
  });
  const { spool } = outside;
  const service = createService({
    house: authored,
    ...outside,
    clock,
    ids,
    log,
    reader: readerOf(config, clock, log),
    rosterCopy: openRosterCopy({ folder: spoolDir, keys }),
    erasures: openErasureList({ file: erasuresFile(config), keys }),
    serviceName: config.serviceName,
    ...(burst === undefined ? {} : { burst }),
    publicUrl: publicUrl(config),
    proofsRequired: config.mode === 'live',
  });
  open.record.onCommitted(hurryCommitted(outside.nudge, hands.hub.tell));
  built.service = service;
  const journal = openJournal({ config, keys, log, clock, acts: service.acts, open });
  await journal?.replay();
  return {
    ctx: service.ctx,
    acts: { ...service.acts, ...journal?.receiving },
    journal,
    spool,
    config,
    authored,
    keys,
    open,
    hands,
    carrier,
    clock,
    log,
    ids,
    async close() {
      await hands.close();
      carrier.close();
      await open.close();
    },
  };
}

/** Hands are there before the acts they work for, because the acts nudge them. */
function actsOf({ service }: { readonly service: Service | null }): Service['acts'] {
  if (!service) throw new Error('the house is still being built');
  return service.acts;
}

/** The language model these settings name, if any. Whether it may be asked is the roster's to say, each time. */
function readerOf({ anthropicApiKey: apiKey, anthropicBaseUrl: baseUrl, model }: Config, clock: Clock, log: Log) {
  return apiKey === null ? null : createReader({ apiKey, baseUrl, model, clock, log });
}

/** The service as the world sees it; in practice, this machine alone. */
export function publicUrl(config: Config): string {
  return config.publicBaseUrl ?? `http://127.0.0.1:${config.port}`;
}
