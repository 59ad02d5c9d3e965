import type { Instant, PractitionerId } from '../../vocabulary';
import type { CaseWhole, DigestSeen } from '../../record/views/types';
import { NOTICE_CHANNEL_NAMES, sayState } from '../words/names';

/** Somebody who hears of a concern in their morning, and what has come of it. */
export interface ToldInTheMorning {
  readonly practitioner: PractitionerId;
  readonly how: 'Morning digest' | 'Text, when their day starts';
  /** When it goes, or went. */
  readonly at: Instant;
  readonly came: string;
}

const WAITS = 'Waits until then';

/**
 * Whom a concern waits for: a notice held until their day starts, or a place in a morning digest. As things stood at
 * `asOf`: now, or the moment the view of whoever reads had ended.
 */
export function toldInTheMorning(whole: CaseWhole, asOf: Instant): readonly ToldInTheMorning[] {
  const digests = whole.digests.map((one) => ({
    practitioner: one.practitioner,
    how: 'Morning digest' as const,
    at: one.sent?.at ?? one.goesAt,
    came: sayCame(one, asOf),
  }));
  return [...stillHeld(whole, asOf), ...digests];
}

function sayCame({ withdrawnAt, sent, goesAt }: DigestSeen, asOf: Instant): string {
  if (withdrawnAt !== null) return 'Taken back';
  if (sent !== null) return `${NOTICE_CHANNEL_NAMES[sent.by]}: ${sayState(sent.by, sent.state).toLowerCase()}`;
  return goesAt > asOf ? WAITS : 'Did not go';
}

/** Notices that wait for a morning: nothing went to them since, nothing was taken back, and the concern is open. */
function stillHeld({ history, notices, summary }: CaseWhole, asOf: Instant): readonly ToldInTheMorning[] {
  if (summary.closedAt !== null) return [];
  const waits = new Map<PractitionerId, ToldInTheMorning>();
  for (const { name, at: since, data } of history) {
    const { practitioner, until } = data;
    if (typeof practitioner !== 'string') continue;
    if (name === 'notice-withdrawn') waits.delete(practitioner);
    if (name !== 'notice-held' || typeof until !== 'string' || until <= asOf) continue;
    const wasTold = notices.some((one) => one.practitioner === practitioner && one.madeAt > since);
    if (!wasTold) waits.set(practitioner, { practitioner, how: 'Text, when their day starts', at: until, came: WAITS });
  }
  return [...waits.values()];
}
