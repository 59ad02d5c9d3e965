import { mkdirSync } from 'node:fs';
import { namesToHear } from '../../acts/who/namesToHear';
import { READ_BACK_MS } from '../../acts/judge/judgeMessage';
import { systemClock } from '../../clock';
import type { Config } from '../../config';
import { openRecord, type OpenRecord } from '../../record';
import { staffBook } from '../../record/doors/staffBook';
import { readMarkedVerdicts } from '../../record/views/readMarkedVerdicts';
import type { MarkedVerdict } from '../../record/views/types';
import type { Instant, KnownByName, PractitionerId } from '../../vocabulary';
import { openKeysOf } from '../keyRingText';

/** A marked verdict with the adults that the young person knows, and those at home, as the judge was given them. */
export interface ToReview extends MarkedVerdict, KnownByName {}

/** The record these settings name, for a reviewer of rules: whoever holds its keys. */
export async function marksIn(config: Config, by: PractitionerId): Promise<readonly ToReview[] | null> {
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
  const keys = openKeysOf(config);
  const where = config.databaseUrl ? { url: config.databaseUrl } : { dataDir: config.dataDir };
  const open = await openRecord({ ...where, keys, clock: systemClock });
  try {
    await open.migrate();
    return await marksToReview(open, by, systemClock.now());
  } finally {
    await open.close();
  }
}

/**
 * What was marked wrong, unclear or missed, newest first, without the concerns this reader may know nothing of. Each
 * concern shown is a read of it, and stands in its chain. Null when nobody on the roster has that id.
 */
export async function marksToReview(
  open: Pick<OpenRecord, 'db' | 'record' | 'inTransaction'>,
  by: PractitionerId,
  now: Instant,
): Promise<readonly ToReview[] | null> {
  const roster = await open.record.transaction((tx) => tx.roster.snapshot());
  if (!roster.practitioners.some(({ id }) => id === by)) return null;
  const marked = (await readMarkedVerdicts(open.db, READ_BACK_MS)).filter(
    ({ concern }) => !concern.excluded.includes(by),
  );
  const book = staffBook(open);
  for (const concern of new Map(marked.map((one) => [one.concern.id, one.concern])).values()) {
    const { id, line, youngPerson } = concern;
    await book.recordRead({ by, page: 'review', concern: id, line, youngPerson, throughGlass: false }, now);
  }
  return marked.map((one) => {
    const person = roster.youngPeople.find(({ id }) => id === one.concern.youngPerson) ?? null;
    return {
      ...one,
      carers: person?.carers ?? [],
      staff: namesToHear(
        roster,
        person,
        one.messages.flatMap(({ text, before }) => [text, ...before]),
      ),
    };
  });
}
