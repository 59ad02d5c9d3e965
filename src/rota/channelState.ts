import { DAY_MS, later, type ChannelState, type Instant, type NoticeChannel, type Practitioner } from '../vocabulary';

/** A channel is proven by any real reply in this time (PATHWAYS). */
const PROVEN_FOR_MS = 30 * DAY_MS;

/** How a practitioner can be reached now, channel by channel. Opting out of texts leaves calls and e-mail open. */
export function channelStates(
  practitioner: Practitioner,
  now: Instant,
  proofsRequired: boolean,
): Readonly<Record<NoticeChannel, ChannelState>> {
  const stateOf = (by: NoticeChannel): ChannelState => {
    if ((by === 'email' ? practitioner.email : practitioner.phone) === null) return 'no-address';
    if (by === 'sms' && practitioner.optedOutAt !== null) return 'opted-out';
    return !proofsRequired || isProven(practitioner, by, now) ? 'usable' : 'unproven';
  };
  return { sms: stateOf('sms'), voice: stateOf('voice'), email: stateOf('email') };
}

/** Whether a real reply came by this channel in the last 30 days. */
export function isProven(practitioner: Practitioner, by: NoticeChannel, now: Instant): boolean {
  const provenAt = practitioner.provenAt[by];
  return provenAt !== null && later(provenAt, PROVEN_FOR_MS) >= now;
}
