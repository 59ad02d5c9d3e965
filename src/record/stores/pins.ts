import { timingSafeEqual } from 'node:crypto';
import type { PractitionerId } from '../../vocabulary';
import type { Db } from '../db';

const pinPlace = (practitioner: PractitionerId) => `practitioner_pins.pin:${practitioner}`;

/** The four numbers by which a practitioner proves on a call that it is they who take something on. */
export function pinStore(db: Db) {
  return {
    async set(practitioner: PractitionerId, pin: string): Promise<void> {
      await db.all(
        `insert into practitioner_pins (practitioner_id, pin_sealed) values ($1, $2)
         on conflict (practitioner_id) do update set pin_sealed = excluded.pin_sealed`,
        [practitioner, db.keys.seal(pin, pinPlace(practitioner))],
      );
    },

    async is(practitioner: PractitionerId, pin: string): Promise<boolean> {
      const row = await db.one<{ pin_sealed: string }>(
        'select pin_sealed from practitioner_pins where practitioner_id = $1',
        [practitioner],
      );
      if (row === null) return false;
      const own = Buffer.from(db.keys.open(row.pin_sealed, pinPlace(practitioner)));
      const given = Buffer.from(pin);
      return own.length === given.length && timingSafeEqual(own, given);
    },
  };
}
