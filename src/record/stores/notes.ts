import type { Instant, Note, PractitionerId } from '../../vocabulary';
import type { FreshWords } from '../chain/words';
import { openOrNull, type Db } from '../db';
import { places } from '../places';

interface Row {
  id: string;
  check_in_id: string;
  young_person_id: string;
  practitioner_id: PractitionerId;
  text_sealed: string | null;
  due_at: Instant;
  sent_at: Instant | null;
}

/** The mentor's notes of check-ins, one each. */
export function noteStore(db: Db, words: FreshWords) {
  return {
    async get(id: string): Promise<Note | null> {
      const row = await db.one<Row>('select * from notes where id = $1', [id]);
      return row === null ? null : toNote(db, row);
    },

    async add(note: Note): Promise<boolean> {
      const added = await db.one(
        `insert into notes (id, check_in_id, young_person_id, practitioner_id, text_sealed, words_salt, due_at, sent_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (check_in_id) do nothing returning id`,
        [
          note.id,
          note.checkIn,
          note.youngPerson,
          note.to,
          db.keys.seal(note.text, places.noteText(note.id)),
          words.note(note.id, note.text),
          note.dueAt,
          note.sentAt,
        ],
      );
      return added !== null;
    },
  };
}

function toNote({ keys }: Db, row: Row): Note {
  return {
    id: row.id,
    checkIn: row.check_in_id,
    youngPerson: row.young_person_id,
    to: row.practitioner_id,
    text: openOrNull(keys, row.text_sealed, places.noteText(row.id)) ?? '',
    dueAt: row.due_at,
    sentAt: row.sent_at,
  };
}
