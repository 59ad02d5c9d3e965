import { timingSafeEqual } from 'node:crypto';
import { later, MINUTE_MS, type Instant, type PractitionerId } from '../../vocabulary';
import type { Db } from '../db';

const pinPlace = (practitioner: PractitionerId) => `practitioner_pins.pin:${practitioner}`;

/** So many wrong tries within the window, over however many calls, and even the right numbers are refused. */
const WRONG_TRIES_ALLOWED = 5;
const WINDOW_MS = 15 * MINUTE_MS;

/** The four numbers by which a practitioner proves on a call that it is they who take something on. */
export function pinStore(db: Db) {
  async function isLockedOut(practitioner: PractitionerId, now: Instant): Promise<boolean> {
    const row = await db.one<{ tries: number }>(
      'select count(*)::int as tries from wrong_pins where practitioner_id = $1 and tried_at > $2',
      [practitioner, later(now, -WINDOW_MS)],
    );
    return (row?.tries ?? 0) >= WRONG_TRIES_ALLOWED;
  }

  /** Their numbers, for this transaction alone: of tries on several calls at once each counts those before it. */
  async function lockPin(practitioner: PractitionerId): Promise<Buffer | null> {
    const row = await db.one<{ pin_sealed: string }>(
      'select pin_sealed from practitioner_pins where practitioner_id = $1 for update',
      [practitioner],
    );
    return row && Buffer.from(db.keys.open(row.pin_sealed, pinPlace(practitioner)));
  }

  return {
    async set(practitioner: PractitionerId, pin: string): Promise<void> {
      await db.write(
        `insert into practitioner_pins (practitioner_id, pin_sealed) values ($1, $2)
         on conflict (practitioner_id) do update set pin_sealed = excluded.pin_sealed`,
        [practitioner, db.keys.seal(pin, pinPlace(practitioner))],
      );
    },

    async isSet(practitioner: PractitionerId): Promise<boolean> {
      const row = await db.one('select from practitioner_pins where practitioner_id = $1', [practitioner]);
      return row !== null;
    },

    async is(practitioner: PractitionerId, pin: string, now: Instant): Promise<boolean> {
      const own = await lockPin(practitioner);
      if (own === null || (await isLockedOut(practitioner, now))) return false;
      const given = Buffer.from(pin);
      if (own.length === given.length && timingSafeEqual(own, given)) return true;
      await db.write('insert into wrong_pins (practitioner_id, tried_at) values ($1, $2)', [practitioner, now]);
      return false;
    },
  };
}
