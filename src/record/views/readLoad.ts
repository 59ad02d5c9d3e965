import type { ConcernId, Instant, NoticeChannel, PractitionerId } from '../../vocabulary';
import type { Db } from '../db';
import { readSummaries } from './readSummaries';
import type { LoadRow, VerdictMark } from './types';

interface NoticeRow {
  concern_id: ConcernId;
  practitioner_id: PractitionerId;
  channel: NoticeChannel;
  made_at: Instant;
}

interface DigestRow {
  concern: ConcernId;
  practitioner: PractitionerId;
  text: string;
  happened_at: Instant;
}

interface MarkRow {
  concern_id: ConcernId;
  verdict: VerdictMark['verdict'];
}

const SINCE = `where opened_at >= $1 or exists (
  select 1 from notices where concern_id = concerns.id and made_at >= $1) order by opened_at, concerns.id`;

/** What each concern opened or told of since then has asked of people, without a word of it. */
export async function readLoad(db: Db, since: Instant): Promise<readonly LoadRow[]> {
  const concerns = await readSummaries(db, SINCE, [since]);
  if (concerns.length === 0) return [];
  const ids = concerns.map(({ id }) => id);
  const [notices, digests, marks] = await Promise.all([
    db.all<NoticeRow>(
      'select concern_id, practitioner_id, channel, made_at from notices where concern_id = any($1) order by made_at, id',
      [ids],
    ),
    db.all<DigestRow>(
      `select data->>'concern' as concern, data->>'practitioner' as practitioner, data->>'delivery' as text, happened_at
       from events where chain_id = any($1) and name = 'digest-sent' and happened_at >= $2
       order by happened_at, chain_id, n`,
      [concerns.map(({ line }) => line), since],
    ),
    db.all<MarkRow>('select concern_id, verdict from verdict_marks where concern_id = any($1) order by id', [ids]),
  ]);
  return concerns.map((concern) => ({
    concern,
    notices: notices
      .filter((one) => one.concern_id === concern.id)
      .map((one) => ({ practitioner: one.practitioner_id, by: one.channel, at: one.made_at })),
    digests: digests
      .filter((one) => one.concern === concern.id)
      .map(({ practitioner, text, happened_at }) => ({ practitioner, text, at: happened_at })),
    verdicts: marks.filter((one) => one.concern_id === concern.id).map(({ verdict }) => verdict),
  }));
}
