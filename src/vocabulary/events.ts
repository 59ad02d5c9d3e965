import type { LineId } from './messages';
import type { Instant } from './time';

/** Everything that can ever happen, as it stands in the chain of a line: past tense, a closed list. */
export const EVENT_NAMES = [
  'message-received',
  'message-received-again',
  'message-assessed',
  'message-could-not-be-assessed',
  'concern-opened',
  'concern-joined',
  'concern-raised',
  'concern-reopened',
  'concern-closed',
  'nobody-on-duty',
  'notice-made',
  'notice-held',
  'notice-missed',
  'notice-withdrawn',
  'notice-failed',
  'digest-planned',
  'act-recorded',
  'act-reopened',
  'decision-recorded',
  'limits-shown',
  'said-to-young-person',
  'swapped-for-neutral',
  'held-until-safe-hours',
  'delivery-in-doubt',
  'delivery-refused',
  'delivery-delivered',
  'delivery-failed',
  'commitment-made',
  'commitment-kept',
  'commitment-admitted-late',
  'check-in-started',
  'check-in-answered',
  'check-in-finished',
  'check-in-not-started',
  'check-in-missed',
  'going-quiet-told',
  'note-written',
  'note-sent',
  'stopped',
  'started-again',
  'not-them-asked',
  'phone-not-theirs',
  'safe-now-answered',
  'safe-now-silent',
  'person-asked-for',
  'view-ended',
  'case-read',
  'case-read-break-glass',
  'staff-replied',
  'staff-reply-not-understood',
  'staff-opted-out',
  'staff-opted-in',
  'welsh-fell-back-to-english',
  'message-spooled',
  'message-replayed',
  'outage-paged',
  'signature-refused',
  'roster-gap-found',
  'dialog-restarted',
  'model-key-ignored',
] as const;
export type EventName = (typeof EVENT_NAMES)[number];

/** One entry of a chain. `data` holds ids, levels and names of things only: never words, names or numbers of people. */
export interface Event {
  readonly line: LineId | null;
  readonly name: EventName;
  readonly at: Instant;
  readonly data: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
}
