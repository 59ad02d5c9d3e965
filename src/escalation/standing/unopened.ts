import type { Instant, PractitionerId } from '../../vocabulary';
import type { Draft } from './progress';

/** When somebody was last told, if they have not opened the words since: that notice covers what came after it. */
export function unopenedNoticeAt(draft: Draft, person: PractitionerId): Instant | null {
  const told = Object.values(draft.progress.told).filter((one) => one.practitioner === person);
  const last =
    told
      .map((one) => one.at)
      .sort()
      .at(-1) ?? null;
  const opened = draft.progress.acts.some(
    (act) => act.by === person && act.act === 'seen' && act.lastAt >= (last ?? ''),
  );
  return opened ? null : last;
}
