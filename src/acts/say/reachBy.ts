import { channelStates } from '../../rota';
import type { Instant, NoticeChannel, Practitioner } from '../../vocabulary';

/** Where the wanted channel is closed to somebody, the next that is open is taken. Nobody is rung for want of a text. */
const INSTEAD: readonly NoticeChannel[] = ['email', 'sms'];

/**
 * By which channel somebody can be reached now: the wanted one, unless they have no such address or have opted out of
 * texts; null when nothing reaches them.
 */
export function reachBy(practitioner: Practitioner, wanted: NoticeChannel, now: Instant): NoticeChannel | null {
  if (practitioner.leftAt !== null && practitioner.leftAt <= now) return null;
  const states = channelStates(practitioner, now, false);
  return [wanted, ...INSTEAD].find((by) => states[by] === 'usable') ?? null;
}
