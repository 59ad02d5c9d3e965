import type { Instant, LineId } from '../vocabulary';
import type { Db } from './db';

/**
 * Shreds the words of a line that are older than `before`: what was said, what was answered, evidence, notes, and the
 * salts their hashes were made under. That something was said, when, and what was done about it stays, and so does the
 * chain. Run it in a transaction.
 */
export async function shredWords(db: Db, line: LineId, before: Instant): Promise<void> {
  await db.all(`update messages set text_sealed = null, words_salt = null where line_id = $1 and received_at < $2`, [
    line,
    before,
  ]);
  await db.all(`update assessments set words_sealed = null where line_id = $1 and made_at < $2`, [line, before]);
  await db.all(`update readings set answer_sealed = null where line_id = $1 and asked_at < $2`, [line, before]);
  await db.all(
    `update check_in_answers set words_sealed = null
     where message_id in (select id from messages where line_id = $1 and received_at < $2)`,
    [line, before],
  );
  await db.all(
    `update notes set text_sealed = null, words_salt = null
     where check_in_id in (
       select check_ins.id from check_ins join lines using (young_person_id)
       where lines.id = $1 and coalesce(finished_at, started_at) < $2)`,
    [line, before],
  );
  await db.all(
    `update deliveries set text_sealed = null, neutral_sealed = null, words_salt = null
     where line_id = $1 and created_at < $2 and due_at is null`,
    [line, before],
  );
  await db.all(`update lines set conversation_sealed = null where id = $1 and last_heard_at < $2`, [line, before]);
}
