import { hashWords, newSalt } from '../../keys';
import type { Instant, YoungPersonId } from '../../vocabulary';
import type { Db } from '../db';

interface Row {
  id: string;
  young_person_id: YoungPersonId;
  live_since: Instant;
  active_at: Instant;
  checked_at: Instant | null;
}

const COLUMNS = 'id, young_person_id, live_since, active_at, checked_at';

/**
 * Personal links and the sessions they become. A link works once; opening one ends the sessions its young person had
 * before, because a new link is what is asked for when the old phone is in other hands.
 */
export function webSessionStore(db: Db, newId: () => string) {
  return {
    async issueLink(what: {
      readonly youngPerson: YoungPersonId;
      readonly now: Instant;
      readonly expiresAt: Instant;
    }): Promise<{ readonly token: string }> {
      const token = newSalt();
      await db.all('insert into web_links (hash, young_person_id, issued_at, expires_at) values ($1, $2, $3, $4)', [
        hashOf(token),
        what.youngPerson,
        what.now,
        what.expiresAt,
      ]);
      return { token };
    },

    /** One statement, so that of two devices opening the same link at once only one gets in. */
    async exchangeLink(token: string, now: Instant) {
      const row = await db.one<Row>(
        `with link as (
           update web_links set used_at = $2 where hash = $1 and used_at is null and expires_at > $2
           returning young_person_id
         ), earlier as (
           update web_sessions set ended_at = $2
           where ended_at is null and young_person_id in (select young_person_id from link)
         )
         insert into web_sessions (id, young_person_id, opened_at, live_since, active_at)
         select $3, young_person_id, $2, $2, $2 from link
         returning ${COLUMNS}`,
        [hashOf(token), now, newId()],
      );
      return row === null ? null : toSession(row);
    },

    async find(id: string) {
      const row = await db.one<Row>(`select ${COLUMNS} from web_sessions where id = $1 and ended_at is null`, [id]);
      return row === null ? null : toSession(row);
    },

    /** Saves the live stretch. What has ended stays ended. */
    async save(session: ReturnType<typeof toSession>): Promise<void> {
      await db.all(
        `update web_sessions set live_since = $2, active_at = $3, checked_at = $4 where id = $1 and ended_at is null`,
        [session.id, session.liveSince, session.activeAt, session.checkedAt],
      );
    },

    async end(id: string, now: Instant): Promise<void> {
      await db.all('update web_sessions set ended_at = $2 where id = $1 and ended_at is null', [id, now]);
    },
  };
}

function toSession(row: Row) {
  return {
    id: row.id,
    youngPerson: row.young_person_id,
    liveSince: row.live_since,
    activeAt: row.active_at,
    checkedAt: row.checked_at,
  };
}

/** A token is 128 random bits, so there is nothing to guess and the salt need not be secret. */
function hashOf(token: string): string {
  return hashWords('web-links', token);
}
