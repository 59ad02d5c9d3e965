import type { Destroyed, Outlived } from '../../vocabulary';
import type { Db } from '../db';

/**
 * Shreds the words of a line that have outlived their term: what was said and answered, evidence, notes, talks, decisions
 * and closings, and the salts their hashes were made under. That something was said, when, and what was done about it
 * stays, and so does the chain. What has not gone yet keeps its words. Run it in a transaction, under the line's lock.
 */
export async function shredWords(db: Db, outlived: Outlived): Promise<Destroyed> {
  const { line, chatBefore, notesBefore, concerns } = outlived;
  const keeps = [
    outlived.keeps.map(({ concern }) => concern),
    outlived.keeps.map(({ from }) => from),
    outlived.keeps.map(({ to }) => to),
  ];
  const messages = await db.all(
    `update messages set text_sealed = null, words_salt = null
     where line_id = $1 and received_at < $2 and text_sealed is not null and not ${keptAt('received_at', 3)}
       and not exists (select from concern_messages where message_id = messages.id and concern_id = any($3))
     returning id`,
    [line, chatBefore, ...keeps],
  );
  await shredReadings(db, outlived);
  const answers = await db.all(
    `update check_in_answers set words_sealed = null from lines, check_ins, messages
     where lines.id = $1 and check_ins.young_person_id = lines.young_person_id and check_in_id = check_ins.id
       and messages.id = message_id and text_sealed is null and words_sealed is not null
     returning check_in_answers.position`,
    [line],
  );
  const notes = await db.all(
    `update notes set text_sealed = null, words_salt = null from check_ins, lines
     where check_ins.id = check_in_id and lines.young_person_id = notes.young_person_id and lines.id = $1
       and sent_at is not null and text_sealed is not null and coalesce(finished_at, started_at) < $2
       and not ${keptAt('coalesce(finished_at, started_at)', 3)}
     returning notes.id`,
    [line, notesBefore, ...keeps],
  );
  await shredDrafts(db, outlived);
  const texts = await db.all(
    `update deliveries set text_sealed = null, neutral_sealed = null, words_salt = null
     where line_id = $1 and created_at < $2 and due_at is null and text_sealed is not null
       and not ${keptAt('created_at', 3)} and (concern_id is null or not (concern_id = any($3)))
     returning id`,
    [line, chatBefore, ...keeps],
  );
  await shredConversation(db, outlived);
  const closings = await shredConcerns(db, concerns);
  return {
    messages: messages.length,
    texts: texts.length,
    answers: answers.length,
    notes: notes.length,
    concerns: closings,
    numbers: await shredNumber(db, outlived),
  };
}

/** Whether a moment lies in the time of a concern that is kept: ids, begins and ends from parameter `first` on. */
function keptAt(moment: string, first: number): string {
  return `exists (
    select from unnest($${first}::text[], $${first + 1}::timestamptz[], $${first + 2}::timestamptz[])
      as kept (concern, from_at, to_at)
    where ${moment} >= from_at and (to_at is null or ${moment} <= to_at))`;
}

/** Evidence of rules, and what a language model read, go with the message they are of. */
async function shredReadings(db: Db, { line }: Outlived): Promise<void> {
  const gone = `messages.line_id = $1 and messages.text_sealed is null`;
  await db.all(
    `update assessments set words_sealed = null from messages
     where messages.id = message_id and words_sealed is not null and ${gone}`,
    [line],
  );
  await db.all(
    `update readings set answer_sealed = null from messages
     where messages.id = subject_id and what = 'message' and answer_sealed is not null and ${gone}`,
    [line],
  );
}

/** What a language model drafted of a check-in goes with its note. */
async function shredDrafts(db: Db, { line }: Outlived): Promise<void> {
  await db.all(
    `update readings set answer_sealed = null from notes
     where notes.check_in_id = subject_id and what = 'note' and readings.line_id = $1 and answer_sealed is not null
       and notes.text_sealed is null`,
    [line],
  );
}

/** The dialogs' own state quotes what was said; a line with an open concern keeps it. */
async function shredConversation(db: Db, { line, chatBefore, keeps }: Outlived): Promise<void> {
  if (keeps.some(({ to }) => to === null)) return;
  await db.all(
    `update lines set conversation_sealed = null
     where id = $1 and turn_due_at is null and last_heard_at < $2 and (last_said_at is null or last_said_at < $2)`,
    [line, chatBefore],
  );
}

/** The number of an unknown sender goes with the last of its words: until then it alone says who wrote them. */
async function shredNumber(db: Db, { line, numberBefore }: Outlived): Promise<number> {
  const gone = await db.all(
    `update lines set unknown_phone_sealed = null, unknown_phone_hash = 'gone:' || id
     where id = $1 and unknown_phone_sealed is not null and turn_due_at is null
       and coalesce(last_heard_at, created_at) < $2
       and not exists (select from messages where line_id = lines.id and text_sealed is not null)
       and not exists (select from deliveries
         where line_id = lines.id and (text_sealed is not null or due_at is not null))
       and not exists (select from concerns
         where line_id = lines.id and (closed_at is null or closing_sealed is not null))
     returning id`,
    [line, numberBefore],
  );
  return gone.length;
}

async function shredConcerns(db: Db, ids: Outlived['concerns']): Promise<number> {
  const closings = await db.all(
    'update concerns set closing_sealed = null where id = any($1) and closing_sealed is not null returning id',
    [ids],
  );
  await db.all('update decisions set words_sealed = null where concern_id = any($1)', [ids]);
  await db.all('update talks set words_sealed = null where concern_id = any($1)', [ids]);
  await db.all('update verdict_marks set note_sealed = null where concern_id = any($1)', [ids]);
  return closings.length;
}
