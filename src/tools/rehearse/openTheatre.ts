import type { Carrier } from '../../acts/ports';
import { openMemoryRecord } from '../../app/alone/openMemoryRecord';
import type { AuthoredHouse } from '../../app/service/authoredHouse';
import { createService, type Service } from '../../app/service/createService';
import type { ReceiptsToCome } from '../../app/service/workUntil';
import { movableClock, type MovableClock } from '../../clock';
import { seededIds } from '../../ids';
import { HOUR_MS, type Event, type Instant, type Roster } from '../../vocabulary';

/** A whole service in this process, on a fresh record in memory and a clock that is moved by hand. */
export interface Theatre extends Service {
  readonly clock: MovableClock;
  readonly carrier: Carrier & ReceiptsToCome;
  readonly record: Awaited<ReturnType<typeof openMemoryRecord>>['record'];
  close(): Promise<void>;
}

export interface TheatreOptions {
  readonly house: AuthoredHouse;
  readonly roster: Roster;
  readonly at: Instant;
  /** Ids and codes come from it: the same seed, the same codes. */
  readonly seed: string;
  readonly carrier: (now: () => Instant) => Carrier & ReceiptsToCome;
  /** Hears what the service logs as an error. */
  readonly onError: (error: unknown) => void;
}

/** A busy machine may be slow with a rehearsal, and nobody waits for an answer: what happens must not depend on it. */
const NO_HURRY_MS = HOUR_MS;

/** Before anybody's time: a young person without `joinedAt` counts as joined in rehearsal. */
const JOINED_LONG_AGO = '2000-01-01T00:00:00.000Z';

/** Nothing hurries, nothing waits on disk, no model reads along: what happens depends on what is played alone. */
export async function openTheatre({ house, roster, at, seed, onError, ...given }: TheatreOptions): Promise<Theatre> {
  const clock = movableClock(at);
  const open = await openMemoryRecord(clock);
  const record: Theatre['record'] = {
    ...open.record,
    transaction: (work) => open.record.transaction(work, { timeoutMs: NO_HURRY_MS }),
  };
  const carrier = given.carrier(() => clock.now());
  const service = createService({
    house,
    record,
    clock,
    ids: seededIds(seed, clock),
    log: { info: () => {}, warn: () => {}, error: (fields) => onError(fields['error']) },
    carrier,
    nudge: () => {},
    spool: {
      keep: () => Promise.reject(new Error('a rehearsal has no spool')),
      list: () => Promise.resolve([]),
      read: () => Promise.resolve(null),
      remove: () => Promise.resolve(),
    },
    rosterCopy: { keep: () => Promise.resolve(), last: () => Promise.resolve(null) },
    serviceName: 'Between Visits',
    publicUrl: 'https://bv.example',
    proofsRequired: false,
  });
  await record.transaction((tx) => tx.roster.replace(everybodyJoined(roster)));
  await service.acts.planAhead({ watchRoster: false });
  return { ...service, clock, carrier, record, close: open.close };
}

function everybodyJoined(roster: Roster): Roster {
  const youngPeople = roster.youngPeople.map((one) => ({ ...one, joinedAt: one.joinedAt ?? JOINED_LONG_AGO }));
  return { ...roster, youngPeople };
}

/** Collects what is committed from now on; each call of the result gives what came since the one before. */
export function eventsOf({ record }: Theatre): () => readonly Event[] {
  let events: Event[] = [];
  record.onCommitted((committed) => void events.push(...committed));
  return () => {
    const come = events;
    events = [];
    return come;
  };
}
