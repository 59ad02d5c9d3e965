import type { Instant } from '../../vocabulary';
import { openOrNull, type Db } from '../db';
import { places } from '../places';
import type { ColleagueText } from './types';

interface Row {
  id: string;
  practitioner_id: string;
  text_sealed: string | null;
  level: ColleagueText['level'];
  received_at: Instant;
}

/** Beyond this many nobody reads; they are in the record, and this is a list for a lead's screen. */
const MOST_SHOWN = 200;

/** What practitioners texted since then that was no reply code and no keyword, newest first. Destroyed words are left out. */
export async function readColleagueTexts(db: Db, since: Instant): Promise<readonly ColleagueText[]> {
  const rows = await db.all<Row>(
    `select id, practitioner_id, text_sealed, level, received_at from staff_replies
     where not understood and text_sealed is not null and received_at >= $1
     order by received_at desc, id desc limit ${MOST_SHOWN}`,
    [since],
  );
  return rows.flatMap((row) => {
    const text = openOrNull(db.keys, row.text_sealed, places.staffReplyText(row.id));
    return text === null ? [] : [{ id: row.id, by: row.practitioner_id, text, level: row.level, at: row.received_at }];
  });
}
