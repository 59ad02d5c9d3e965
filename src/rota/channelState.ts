import { DAY_MS, later, type Instant, type NoticeChannel, type Practitioner } from '../vocabulary';

/** A channel is proven by any real reply in this time (PATHWAYS). */
const PROVEN_FOR_MS = 30 * DAY_MS;

export type ChannelState = 'proven' | 'unproven' | 'opted-out' | 'no-address';

/** How a practitioner can be reached by a channel now. Opting out of texts leaves calls and e-mail open. */
export function channelState(practitioner: Practitioner, by: NoticeChannel, now: Instant): ChannelState {
  const address = by === 'email' ? practitioner.email : practitioner.phone;
  if (address === null) return 'no-address';
  if (by === 'sms' && practitioner.optedOutAt !== null) return 'opted-out';
  const provenAt = practitioner.provenAt[by];
  return provenAt !== null && later(provenAt, PROVEN_FOR_MS) >= now ? 'proven' : 'unproven';
}
