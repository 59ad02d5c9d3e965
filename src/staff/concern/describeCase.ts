import { compareLevels, firstName, mayBeCutOff, type ActDone, type Because } from '../../vocabulary';
import type { ConcernSummary, ThreadItem } from '../../record/views/types';
import { followUpOwed } from '../decision/followUpOwed';
import { replyAwaited } from '../decision/replyAwaited';
import { drawTimeline } from '../pictures/drawTimeline';
import { sayAgeMatters } from '../words/age';
import { sayRepeated } from '../words/history';
import { LEADS } from '../need-to-know/relate';
import { nameOf, nameOfYoungPerson } from '../words/people';
import { fourClocks, type ActClock } from './fourClocks';
import { markEvidence, type Stretch } from './markEvidence';
import { mayDo } from './mayDo';
import type { OpenedCase } from './openCase';
import { sumUpNotices } from './sumUpNotices';
import { tellStory } from './tellStory';
import { toldInTheMorning } from './toldInTheMorning';

/** A text of the thread with its writer's name and its evidence marked. */
interface ShownItem extends ThreadItem {
  readonly writer: string;
  readonly stretches: readonly Stretch[];
  readonly isCutOff: boolean;
  readonly isOfConcern: boolean;
}

/** What one rule, or a reader, heard. */
interface Reason extends Because {
  readonly by: 'rules' | 'reader';
  /** Said before the message that was judged. */
  readonly earlier: boolean;
  /** What the evidence alone does not say: a number over several check-ins, or which question a "2" answers. */
  readonly inWords: string | null;
  /** The words of theirs to quote beside it. */
  readonly quoted: string | null;
}

/** Counts numbers over time; the first of its steps says them. */
const COUNTS = 'falling-mood';
/** Rules that hear an answer to a question of ours. */
const ANSWERS: Readonly<Record<string, string>> = {
  'safe-now-no': 'Said no to “are you safe right now?”:',
  'safe-now-unsure': 'Not sure when asked “are you safe right now?”:',
};

/** A longer story is shown without the attempts to reach somebody; whole behind it. */
const READ_AT_ONCE = 40;

/** Everything the page of a concern shows, in the words of the page. */
export function describeCase(opened: OpenedCase): Readonly<Record<string, unknown>> {
  const { eye, whole, access } = opened;
  const { summary } = whole;
  const youngPerson = summary.youngPerson === null ? null : eye.youngPerson(summary.youngPerson);
  const leads = LEADS.includes(access.as);
  const story = tellStory(eye, leads ? whole : withoutKeptApart(whole));
  const talks = whole.talks.map((talk) => ({ ...talk, name: nameOf(eye, talk.by) }));
  return {
    concern: summary,
    whole,
    as: access.as,
    youngPerson,
    who: nameOfYoungPerson(eye, summary.youngPerson),
    called: youngPerson === null ? 'The young person' : firstName(youngPerson),
    ageMatters: youngPerson === null ? null : sayAgeMatters(youngPerson, eye.roster, eye.now),
    holder: summary.holder === null ? null : nameOf(eye, summary.holder),
    clocks: fourClocks(summary, eye.now).map((clock) => ({
      ...clock,
      doneBy: standing(summary, clock).map((done) => ({ name: nameOf(eye, done.by), at: done.at })),
    })),
    thread: whole.thread.map((item) => showItem(opened, item)),
    heard: heardOf(reasonsOf(opened)),
    reasons: reasonsOf(opened),
    repeated: whole.history.flatMap((entry) => sayRepeated(entry) ?? []),
    summedUp: sumUpNotices(whole.notices)?.map((one) => ({ ...one, name: nameOf(eye, one.practitioner) })) ?? null,
    notices: whole.notices.map((notice) => ({ ...notice, name: nameOf(eye, notice.practitioner) })),
    inTheMorning: toldInTheMorning(whole, access.may === 'ended' ? access.end.at : eye.now).map((one) => ({
      ...one,
      name: nameOf(eye, one.practitioner),
    })),
    decisions: whole.decisions.map((decision) => ({ ...decision, name: nameOf(eye, decision.by) })),
    talks: talks.filter(({ apart }) => !apart),
    talksApart: talks.filter(({ apart }) => apart),
    reply: whole.closed === null ? replyAwaited(whole) : null,
    followUp: whole.closed === null ? followUpOwed(whole) : null,
    closedBy: whole.closed === null ? null : nameOf(eye, whole.closed.by),
    mayKnow: summary.mayKnow.map((id) => nameOf(eye, id)),
    marks: whole.marks.map((mark) => ({ ...mark, name: nameOf(eye, mark.by) })),
    apart: (leads ? summary.keptApart : []).map((one) => ({ ...one, name: nameOf(eye, one.by) })),
    story,
    storyInShort: story.length > READ_AT_ONCE ? story.filter((one) => !one.isAttempt) : null,
    picture: drawTimeline(story),
    may: mayDo(opened),
  };
}

/** What somebody pressed after their view had ended tells of an allegation, which is for leads alone. */
function withoutKeptApart(whole: OpenedCase['whole']): OpenedCase['whole'] {
  return { ...whole, history: whole.history.filter(({ name }) => name !== 'act-kept-apart') };
}

/** Who stands behind an act. One person holds or decides, the last who did; but each who has seen it has seen it. */
function standing({ acts }: ConcernSummary, { act, done }: ActClock): readonly ActDone[] {
  if (act !== 'seen') return done === null ? [] : [done];
  const seen = acts.filter((one) => one.act === 'seen');
  return seen.filter((one, index) => seen.findIndex(({ by }) => by === one.by) === index);
}

function showItem({ eye, whole }: OpenedCase, item: ThreadItem): ShownItem {
  const { youngPerson: id, messages } = whole.summary;
  const youngPerson = id === null ? null : eye.youngPerson(id);
  const because = whole.assessments.filter((one) => one.message === item.message).flatMap((one) => one.because);
  const writers: Readonly<Record<ThreadItem['from'], string>> = {
    'young-person': youngPerson === null ? 'Unknown number' : firstName(youngPerson),
    service: 'The service, automatic',
    practitioner: item.who === null ? 'A practitioner' : nameOf(eye, item.who),
  };
  return {
    ...item,
    writer: writers[item.from],
    stretches: item.from === 'young-person' ? markEvidence(item.text, because) : [{ text: item.text, evidence: false }],
    isCutOff: item.from === 'young-person' && mayBeCutOff(item),
    isOfConcern: item.message !== null && messages.includes(item.message),
  };
}

/** What to read first: each stretch of words once, the gravest first; words within a graver stretch say nothing new. */
function heardOf(reasons: readonly Reason[]): readonly Reason[] {
  const heard: Reason[] = [];
  const gravestFirst = reasons.toSorted(
    (a, b) => compareLevels(b.level, a.level) || b.evidence.length - a.evidence.length,
  );
  for (const one of gravestFirst) {
    if (one.inWords !== null || !heard.some(({ evidence }) => evidence.includes(one.evidence))) heard.push(one);
  }
  return heard;
}

/** Each rule that spoke, once, with the longest words it pointed at and how the level came to be. */
function reasonsOf({ whole }: OpenedCase): readonly Reason[] {
  const spoken = whole.assessments.flatMap(({ because, by }) => because.map((one) => ({ ...one, by })));
  const longest = new Map<string, (typeof spoken)[number]>();
  for (const one of spoken) {
    const known = longest.get(one.rule);
    if (known === undefined || one.evidence.length > known.evidence.length) longest.set(one.rule, one);
  }
  return [...longest.values()].map((one) => ({
    ...one,
    earlier: one.where !== 'message',
    inWords: (one.rule === COUNTS ? one.steps[0]?.replace(/^m/, 'M') : ANSWERS[one.rule]) ?? null,
    quoted: one.rule === COUNTS ? null : one.evidence,
  }));
}
