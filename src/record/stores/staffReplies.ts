import type { Instant, Level, PractitionerId } from '../../vocabulary';
import type { FreshWords } from '../chain/words';
import type { Db } from '../db';
import { places } from '../places';

/** What practitioners text that belongs to no line. */
export function staffReplyStore(db: Db, words: FreshWords) {
  return {
    async keep(reply: {
      readonly id: string;
      readonly practitioner: PractitionerId;
      readonly providerId: string;
      readonly text: string;
      readonly level: Level;
      readonly understood: boolean;
      readonly receivedAt: Instant;
    }): Promise<boolean> {
      const kept = await db.one(
        `insert into staff_replies (id, practitioner_id, provider_id, text_sealed, words_salt, level, understood, received_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (provider_id) do nothing returning id`,
        [
          reply.id,
          reply.practitioner,
          reply.providerId,
          db.keys.seal(reply.text, places.staffReplyText(reply.id)),
          words.note(reply.id, reply.text),
          reply.level,
          reply.understood,
          reply.receivedAt,
        ],
      );
      return kept !== null;
    },
  };
}
