import type { Talk } from '../../vocabulary';
import { sealOrNull, type Db } from '../db';
import { places } from '../places';

/** Keeps a talk; noted after their view had ended, it stands among what they pressed then, as if it had counted. */
export async function writeTalk(db: Db, talk: Talk): Promise<void> {
  const { concern, by, spokenAt, notedAt, way, safe, words, apart } = talk;
  const sealed = sealOrNull(db.keys, words === '' ? null : words, places.talkWords(concern));
  await db.write(
    `insert into talks (concern_id, practitioner_id, spoken_at, noted_at, way, safe, words_sealed, apart)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [concern, by, spokenAt, notedAt, way, safe, sealed, apart],
  );
  if (!apart) return;
  await db.write(
    `insert into kept_apart (concern_id, practitioner_id, pressed, pressed_at) values ($1, $2, 'contacted', $3)`,
    [concern, by, notedAt],
  );
}
