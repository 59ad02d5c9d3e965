import type { CaseWhole, ConcernSummary, LineHistory, ThreadItem, ViewEnd } from '../../record/views/types';
import type { Capacity, Instant, MessageId, PractitionerId } from '../../vocabulary';

/**
 * A summary as it stood when the view ended: what they did stands, nobody else holds it, and later acts, notices and closings have not happened. What the reader
 * themselves pressed since, to no effect, shows to them as if it had one.
 */
export function trimSummary(concern: ConcernSummary, end: ViewEnd, reader: PractitionerId): ConcernSummary {
  const pressed = concern.keptApart.filter((one) => one.by === reader);
  const ownActs = pressed.flatMap(({ pressed: act, by, at }) =>
    act === 'closed' ? [] : [{ act, by, at, as: capacityOf(concern, reader) }],
  );
  const stood = concern.frozen.find(({ practitioners }) => practitioners.includes(reader))?.stood ?? concern;
  const closedAt = concern.closedAt !== null && concern.closedAt < end.at ? concern.closedAt : null;
  return {
    ...concern,
    ...stood,
    acts: [...stood.acts.filter((act) => act.at < end.at), ...ownActs],
    moodFellAt: before(concern.moodFellAt, end),
    foundByReadingAt: before(concern.foundByReadingAt, end),
    frozen: [],
    told: concern.told
      .filter((one) => one.at < end.at)
      .map((one) => (one.withdrawnAt !== null && one.withdrawnAt >= end.at ? { ...one, withdrawnAt: null } : one)),
    mayKnow: [],
    keptApart: [],
    closedAt: closedAt ?? pressed.find((one) => one.pressed === 'closed')?.at ?? null,
  };
}

const before = (at: Instant | null, end: ViewEnd): Instant | null => (at !== null && at < end.at ? at : null);

const capacityOf = (concern: ConcernSummary, reader: PractitionerId): Capacity =>
  concern.told.find((one) => one.practitioner === reader)?.as ?? 'mentor';

/** A case as it stood when the view ended. */
export function trimCase(whole: CaseWhole, end: ViewEnd, reader: PractitionerId): CaseWhole {
  const summary = trimSummary(whole.summary, end, reader);
  const thread = trimThread(whole.thread, end);
  const shown = new Set(thread.flatMap((item) => item.message ?? []));
  return {
    ...whole,
    summary,
    thread,
    assessments: whole.assessments.filter((one) => shown.has(one.message) && one.at < end.at),
    notices: whole.notices
      .filter((one) => one.madeAt < end.at)
      .map((one) => (one.withdrawnAt !== null && one.withdrawnAt >= end.at ? { ...one, withdrawnAt: null } : one)),
    digests: whole.digests
      .filter((one) => one.plannedAt < end.at)
      .map((one) => ({
        ...one,
        withdrawnAt: one.withdrawnAt !== null && one.withdrawnAt < end.at ? one.withdrawnAt : null,
        sent: one.sent !== null && one.sent.at < end.at ? one.sent : null,
      })),
    decisions: whole.decisions.filter((one) => one.at < end.at),
    talks: whole.talks
      .filter((one) => (one.apart ? one.by === reader : one.notedAt < end.at))
      .map((one) => ({ ...one, apart: false })),
    closed: whole.closed !== null && whole.closed.at < end.at ? whole.closed : null,
    history: whole.history.filter((one) => one.at < end.at),
    marks: whole.marks.filter((one) => one.at < end.at),
  };
}

/** A line as it stood when the view ended: past notes stay, nothing new appears but what the reader pressed. */
export function trimHistory(history: LineHistory, end: ViewEnd, reader: PractitionerId): LineHistory {
  const { notTheirsAt, givenBackApartBy, returnTalk } = history;
  const isOwed = returnTalk !== null && returnTalk.since < end.at && !returnTalk.notedApartBy.includes(reader);
  const isMarked = notTheirsAt !== null && notTheirsAt < end.at && !givenBackApartBy.includes(reader);
  return {
    ...history,
    thread: trimThread(history.thread, end),
    checkIns: history.checkIns.filter((one) => one.startedAt < end.at),
    notes: history.notes.filter((one) => one.sentAt !== null && one.sentAt < end.at),
    commitments: [],
    howWasThis: history.howWasThis.filter((one) => one.at < end.at),
    stoppedAt: history.stoppedAt !== null && history.stoppedAt < end.at ? history.stoppedAt : null,
    notTheirsAt: isMarked ? notTheirsAt : null,
    returnTalk: isOwed ? returnTalk : null,
  };
}

/**
 * A conversation without what this reader may not know. An allegation ends it before its first message, because what
 * follows would tell of it; the messages of any other hidden concern are left out.
 */
export function hideConcerns(thread: readonly ThreadItem[], hidden: readonly ConcernSummary[]): readonly ThreadItem[] {
  const firstSaid = hidden.filter((one) => one.nature === 'allegation').map((one) => one.firstSeq);
  const endsBefore = Math.min(...firstSaid, Number.POSITIVE_INFINITY);
  const endsAt = thread.find((item) => item.seq !== null && item.seq >= endsBefore)?.at;
  const closed = new Set<MessageId>(hidden.flatMap((one) => one.messages));
  const concerns = new Set(hidden.map((one) => one.id));
  return thread.filter(
    (item) =>
      (endsAt === undefined || item.at < endsAt) &&
      !(item.message !== null && closed.has(item.message)) &&
      !(item.concern !== null && concerns.has(item.concern)),
  );
}

/** Without the messages a young person kept back: the mentor's side sees neither them nor that there are any. */
export function withoutKeptBack(thread: readonly ThreadItem[]): readonly ThreadItem[] {
  return thread.filter((item) => !item.keptBack);
}

function trimThread(thread: readonly ThreadItem[], end: ViewEnd): readonly ThreadItem[] {
  return thread.filter((item) => item.at < end.at && (item.seq === null || item.seq < end.beforeSeq));
}
