import { ACTS, KINDS, LET_GO_REASONS, type EventName, type LetGoReason, type MissedReason } from '../../vocabulary';
import type { HistoryItem } from '../../record/views/types';
import { ACT_NAMES, KIND_NAMES } from './names';

/** What the chain's entries are called on the page of a concern. Those left out say nothing to a reader. */
export const HISTORY_NAMES: Readonly<Partial<Record<EventName, string>>> = {
  'concern-opened': 'Concern opened',
  'concern-joined': 'More was said',
  'concern-raised': 'Level raised',
  'concern-closed': 'Closed',
  'written-after-closing': 'They wrote again, of what is closed',
  'nobody-on-duty': 'Nobody was on duty for this step',
  'notice-made': 'Told',
  'notice-held': 'Held until their day starts',
  'notice-missed': 'Could not be told',
  'notice-withdrawn': 'Notice taken back',
  'notice-failed': 'Notice did not arrive',
  'repeated-worries-found': 'Three worries of one kind',
  'digest-planned': 'Put into the morning digest',
  'digest-sent': 'The morning digest went',
  'act-recorded': 'Act recorded',
  'act-reopened': 'Open again',
  'decision-recorded': 'Decision recorded',
  'referral-reply-chased': 'Asked to chase the reply to the referral',
  'referral-reply-recorded': 'Reply to the referral noted',
  'written-follow-up-chased': 'Reminded of the written follow-up',
  'written-follow-up-recorded': 'Written follow-up sent',
  'commitment-admitted-late': 'Young person told that we are late',
  'commitment-let-go': 'Nobody is late for it any more',
  'commitment-missed': 'We are late, and nothing may be sent to say so',
  'telling-said': 'Had something said to them',
  'telling-answered': 'Answered what was said for',
  'safe-now-answered': 'Answered "are you safe right now?"',
  'safe-now-silent': 'No answer to "are you safe right now?"',
  'case-read-break-glass': 'Read with a reason',
  'may-know-recorded': 'Lead recorded who may know',
  'verdict-marked': 'Verdict marked',
  'act-kept-apart': 'Pressed by somebody whose view has ended',
};

/** What is said of somebody a step did not count for: mostly they were told, and something else did not follow. */
const MISSED_NAMES: Readonly<Record<MissedReason, string>> = {
  'nobody-on-duty': 'Nobody was on duty for this step',
  excluded: 'Left out of it',
  'opted-out': 'Has stopped our texts',
  'unproven-channel': 'Nobody has shown that we reach them this way',
  'no-address': 'We have no number or address for them',
  'channel-failed': 'Not reached that way',
  'same-person-told': 'Was told already',
  'not-taken-on': 'Has not taken it on',
  'not-opened': 'Has not opened it',
  'not-decided': 'Has not decided',
  'not-contacted': 'Has not spoken with the young person',
  'passed-on': 'Passed it on',
  'more-was-said': 'More was said since',
};

const LET_GO_NAMES: Readonly<Record<LetGoReason, string>> = {
  'called-off': 'Young person does not want it then',
  'texts-ended': 'Texts have ended: what was to be texted is not',
  'concern-closed': 'Closed before what they were told of was due',
  'words-read': 'Read before they were rung: nobody is late for the call',
  'left-out': 'Who was to hear of it is left out now',
};

/** Why nobody is late any more for what was promised; null for any other entry, and where none was kept. */
export function sayLetGo({ name, data }: HistoryItem): string | null {
  const reason = LET_GO_REASONS.find((one) => one === data['because']);
  return name !== 'commitment-let-go' || reason === undefined ? null : LET_GO_NAMES[reason];
}

/** What an entry of the chain says of a step that did not count; null for any other. */
export function sayMissed({ name, data }: HistoryItem): string | null {
  const reason = Object.keys(MISSED_NAMES).find((one) => one === data['reason']) as MissedReason | undefined;
  return name !== 'notice-missed' || reason === undefined ? null : MISSED_NAMES[reason];
}

/** Which act is open again, and why; null for any other entry of the chain. */
export function sayReopened({ name, data }: HistoryItem): string | null {
  const act = ACTS.find((one) => one === data['act']);
  const reason = Object.keys(MISSED_NAMES).find((one) => one === data['reason']) as MissedReason | undefined;
  if (name !== 'act-reopened' || act === undefined || reason === undefined) return null;
  return `Open again: ${ACT_NAMES[act].toLowerCase()} (${MISSED_NAMES[reason].toLowerCase()})`;
}

/** Why the duty lead was told of worries that are small one by one; null for any other entry of the chain. */
export function sayRepeated({ name, data }: HistoryItem): string | null {
  const kind = KINDS.find((one) => one === data['kind']);
  if (name !== 'repeated-worries-found' || kind === undefined) return null;
  return `Three worries about ${KIND_NAMES[kind].toLowerCase()} in ${String(data['days'])} days`;
}
