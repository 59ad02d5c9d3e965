import type { Instant, PractitionerId } from '../../vocabulary';
import type { CaseWhole } from '../../record/views/types';
import type { Eye } from '../need-to-know/eye';
import { HISTORY_NAMES, sayLetGo, sayMissed, sayReopened, sayRepeated } from '../words/history';
import {
  ACT_NAMES,
  CAPACITY_NAMES,
  NOTICE_CHANNEL_NAMES,
  SAFE_SAID_NAMES,
  TALK_WAY_NAMES,
  sayState,
} from '../words/names';
import { nameOf as nameOfPractitioner } from '../words/people';

/** One thing that happened in a concern, as its picture and its list show it. Never any words of the young person. */
export interface Happened {
  readonly at: Instant;
  /** Whose row of the picture it stands in. */
  readonly lane: string;
  readonly what: string;
  readonly tone: 'said' | 'told' | 'failed' | 'done' | 'late';
  /** One of many attempts to reach somebody: on a long night they stand behind everything else. */
  readonly isAttempt?: boolean;
}

const FAILED_STATES: readonly string[] = ['failed', 'undelivered', 'in-doubt'];
const LATE_EVENTS: readonly string[] = [
  'act-reopened',
  'notice-missed',
  'nobody-on-duty',
  'commitment-admitted-late',
  'notice-failed',
];
/** Shown from the rows themselves, where they say more than the chain does. */
const TOLD_BY_ROWS: readonly string[] = ['notice-made', 'act-recorded', 'decision-recorded', 'concern-closed'];

/** Why a step did not count, where the attempt itself says as much. */
const OF_AN_ATTEMPT: readonly string[] = ['channel-failed', 'same-person-told'];

/** Everything of a concern in the order it was lived, for the picture and for the list that reads it aloud. */
export function tellStory(eye: Eye, whole: CaseWhole): readonly Happened[] {
  const nameOf = (id: PractitionerId): string => nameOfPractitioner(eye, id);
  const said = whole.thread.map((item): Happened => {
    if (item.from === 'young-person') return { at: item.at, lane: 'Young person', what: 'Wrote to us', tone: 'said' };
    const writer = item.who === null ? 'The service' : nameOf(item.who);
    const state = item.state === null ? '' : ` (${sayState(item.channel, item.state).toLowerCase()})`;
    const failed = item.state !== null && FAILED_STATES.includes(item.state);
    return { at: item.at, lane: 'Our answers', what: `${writer} wrote${state}`, tone: failed ? 'failed' : 'told' };
  });
  const told = whole.notices.map((notice): Happened => {
    const state = notice.withdrawnAt !== null ? 'withdrawn' : notice.state;
    const outcome = state === null ? '' : `: ${sayState(notice.by, state).toLowerCase()}`;
    const what = `${NOTICE_CHANNEL_NAMES[notice.by]} to ${nameOf(notice.practitioner)}, ${CAPACITY_NAMES[notice.as].toLowerCase()}${outcome}`;
    const failed = state !== null && FAILED_STATES.includes(state);
    const tone = failed ? 'failed' : 'told';
    return { at: notice.madeAt, lane: nameOf(notice.practitioner), what, tone, isAttempt: true };
  });
  const done = whole.summary.acts
    .filter((act) => act.act !== 'decided')
    .map((act): Happened => ({
      at: act.at,
      lane: nameOf(act.by),
      what: `${ACT_NAMES[act.act]} by ${nameOf(act.by)}`,
      tone: 'done',
    }));
  const decided = whole.decisions.map((decision): Happened => ({
    at: decision.at,
    lane: nameOf(decision.by),
    what: `${nameOf(decision.by)} decided: ${decision.referred ? 'referred' : 'not referred'}`,
    tone: 'done',
  }));
  const talks = whole.talks
    .filter(({ apart }) => !apart)
    .map((talk): Happened => ({
      at: talk.spokenAt,
      lane: nameOf(talk.by),
      what: `${nameOf(talk.by)} spoke with them ${TALK_WAY_NAMES[talk.way].toLowerCase()}: ${SAFE_SAID_NAMES[talk.safe]}`,
      tone: talk.safe === 'no' ? 'late' : 'done',
    }));
  return [
    ...said,
    ...told,
    ...talks,
    ...done,
    ...decided,
    ...fromChain(whole, nameOf),
    ...closing(whole, nameOf),
  ].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

function fromChain(whole: CaseWhole, nameOf: (id: PractitionerId) => string): readonly Happened[] {
  return whole.history.flatMap((entry) => {
    const name = sayMissed(entry) ?? sayLetGo(entry) ?? HISTORY_NAMES[entry.name];
    if (name === undefined || TOLD_BY_ROWS.includes(entry.name)) return [];
    const id = entry.data['practitioner'];
    const who = typeof id === 'string' ? nameOf(id) : null;
    const what = sayReopened(entry) ?? sayRepeated(entry) ?? (who === null ? name : `${name}: ${who}`);
    const tone = LATE_EVENTS.includes(entry.name) ? 'late' : 'told';
    const isAttempt = OF_AN_ATTEMPT.includes(String(entry.data['reason']));
    return [{ at: entry.at, lane: who ?? 'The concern', what, tone, isAttempt }];
  });
}

function closing(whole: CaseWhole, nameOf: (id: PractitionerId) => string): readonly Happened[] {
  const { closed } = whole;
  if (closed === null) return [];
  return [{ at: closed.at, lane: nameOf(closed.by), what: `Closed by ${nameOf(closed.by)}`, tone: 'done' }];
}
