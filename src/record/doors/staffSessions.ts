import { hashWords, newSalt } from '../../keys';
import { later, MINUTE_MS, type Instant, type Milliseconds, type PractitionerId } from '../../vocabulary';
import type { Db } from '../db';

/** Long enough to find the e-mail, short enough to be worthless in an old inbox. */
const LINK_LASTS_MS = 15 * MINUTE_MS;

const secretPlace = (practitioner: PractitionerId) => `staff_secrets.secret:${practitioner}`;

type TryId = string;

interface SessionRow {
  practitioner_id: PractitionerId;
  trust: 'link' | 'full';
}

/** Links, sessions and second-factor secrets of practitioners. A token is shown once and kept as a hash. */
export function staffSessionStore(db: Db) {
  async function issue(practitioner: PractitionerId, kind: 'once' | 'practice', now: Instant, expiresAt: Instant) {
    const token = newSalt();
    await db.all(
      'insert into staff_links (hash, practitioner_id, kind, issued_at, expires_at) values ($1, $2, $3, $4, $5)',
      [linkHash(token), practitioner, kind, now, expiresAt],
    );
    return { token };
  }

  const practitionerOf = async (text: string, values: readonly unknown[]): Promise<PractitionerId | null> =>
    (await db.one<{ practitioner_id: PractitionerId }>(text, values))?.practitioner_id ?? null;

  return {
    /** A link that works once, until `expiresAt`. Links not used before it stop working. */
    async issueLink(
      practitioner: PractitionerId,
      now: Instant,
    ): Promise<{ readonly token: string; readonly expiresAt: Instant }> {
      const expiresAt = later(now, LINK_LASTS_MS);
      await db.all(
        `update staff_links set used_at = $2 where practitioner_id = $1 and kind = 'once' and used_at is null`,
        [practitioner, now],
      );
      return { ...(await issue(practitioner, 'once', now, expiresAt)), expiresAt };
    },

    /** A standing link of practice. The pages refuse it in live mode and from anywhere but this machine. */
    issuePracticeLink: (practitioner: PractitionerId, now: Instant, expiresAt: Instant) =>
      issue(practitioner, 'practice', now, expiresAt),

    lookAtLink: (token: string, now: Instant) =>
      practitionerOf(
        `select practitioner_id from staff_links
         where hash = $1 and kind = 'once' and used_at is null and expires_at > $2`,
        [linkHash(token), now],
      ),

    /** One statement, so that of two who press at once only one gets in. */
    useLink: (token: string, now: Instant) =>
      practitionerOf(
        `update staff_links set used_at = $2
         where hash = $1 and kind = 'once' and used_at is null and expires_at > $2 returning practitioner_id`,
        [linkHash(token), now],
      ),

    practiceLink: (token: string, now: Instant) =>
      practitionerOf(
        `select practitioner_id from staff_links where hash = $1 and kind = 'practice' and expires_at > $2`,
        [linkHash(token), now],
      ),

    async open(what: {
      readonly practitioner: PractitionerId;
      readonly trust: 'link' | 'full';
      readonly now: Instant;
    }): Promise<{ readonly token: string }> {
      const token = newSalt();
      await db.all(
        `insert into staff_sessions (hash, practitioner_id, trust, opened_at, active_at) values ($1, $2, $3, $4, $4)`,
        [sessionHash(token), what.practitioner, what.trust, what.now],
      );
      return { token };
    },

    /** Winds the idle clock up again in the statement that reads: nobody stays in by two requests at once. */
    async find(token: string, now: Instant, limits: { readonly idleMs: Milliseconds; readonly wholeMs: Milliseconds }) {
      const row = await db.one<SessionRow>(
        `update staff_sessions set active_at = greatest(active_at, $2)
         where hash = $1 and closed_at is null and active_at >= $3 and opened_at >= $4
         returning practitioner_id, trust`,
        [sessionHash(token), now, later(now, -limits.idleMs), later(now, -limits.wholeMs)],
      );
      return row && { practitioner: row.practitioner_id, trust: row.trust, formToken: hashWords('staff-forms', token) };
    },

    async close(token: string, now: Instant): Promise<void> {
      await db.all('update staff_sessions set closed_at = $2 where hash = $1 and closed_at is null', [
        sessionHash(token),
        now,
      ]);
    },

    async closeAllOf(practitioner: PractitionerId, now: Instant): Promise<void> {
      await db.all('update staff_sessions set closed_at = $2 where practitioner_id = $1 and closed_at is null', [
        practitioner,
        now,
      ]);
    },

    async secretOf(practitioner: PractitionerId): Promise<string | null> {
      const row = await db.one<{ secret_sealed: string }>(
        'select secret_sealed from staff_secrets where practitioner_id = $1',
        [practitioner],
      );
      return row && db.keys.open(row.secret_sealed, secretPlace(practitioner));
    },

    /** The first proven secret stays: a second one needs `forgetSecret`, which is an administrator's. */
    async enrol(practitioner: PractitionerId, secret: string, now: Instant): Promise<void> {
      await db.all(
        `insert into staff_secrets (practitioner_id, secret_sealed, enrolled_at) values ($1, $2, $3)
         on conflict do nothing`,
        [practitioner, db.keys.seal(secret, secretPlace(practitioner)), now],
      );
    },

    /** For somebody who lost their phone: the next sign-in sets up a new one. */
    async forgetSecret(practitioner: PractitionerId): Promise<void> {
      await db.all('delete from staff_secrets where practitioner_id = $1', [practitioner]);
    },

    async useStep(practitioner: PractitionerId, step: number): Promise<boolean> {
      const used = await db.one(
        `insert into staff_used_steps (practitioner_id, step) values ($1, $2)
         on conflict (practitioner_id) do update set step = excluded.step where staff_used_steps.step < excluded.step
         returning practitioner_id`,
        [practitioner, step],
      );
      return used !== null;
    },

    /** Committed before it resolves, so that of tries made at once every later one counts it. */
    async noteTry(practitioner: PractitionerId, now: Instant): Promise<TryId> {
      const row = await db.one<{ id: TryId }>(
        'insert into staff_wrong_codes (practitioner_id, given_at) values ($1, $2) returning id::text',
        [practitioner, now],
      );
      return row!.id;
    },

    async takeBackTry(id: TryId): Promise<void> {
      await db.all('delete from staff_wrong_codes where id = $1', [id]);
    },

    async triesOf(practitioner: PractitionerId, since: Instant): Promise<number> {
      const row = await db.one<{ count: number }>(
        'select count(*)::int as count from staff_wrong_codes where practitioner_id = $1 and given_at >= $2',
        [practitioner, since],
      );
      return row?.count ?? 0;
    },
  };
}

/** Tokens are 128 random bits: there is nothing to guess, so a fixed salt a use is enough. */
const linkHash = (token: string): string => hashWords('staff-links', token);
const sessionHash = (token: string): string => hashWords('staff-sessions', token);
