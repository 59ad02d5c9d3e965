import type { Facts, Kind } from '../src/vocabulary';
import { HOUR_MS, MINUTE_MS, atLeast, canAnswerSafety, later } from '../src/vocabulary';
import { NOT_FOLLOWING, asksWhatSafeIs } from './heard/notFollowing';
import { saidPlainly } from './heard/pleas';
import { hearThreeWay, type ThreeWay } from './heard/threeWay';
import { sayAdvice, sayAfterUrgent, sayImmediate, sayWhileDangerLasts } from './disclosureWording';
import { sayAnother, sayMore, tellsAnother } from './addedLater';
import { limitsAfterwards } from './limits';
import { onCall } from './people';
import { sayDeadline } from './standingValues';
import { StepDialog, type Next, type Step } from './stepDialog';
import type { Turn } from './turn';

/** More than this is questioning a child. */
const MOST_SAFETY_QUESTIONS = 2;
/** Whoever tells of new danger later than this is asked anew whether it is safe now. */
const QUESTIONS_COUNT_FOR_MS = HOUR_MS;
/** "Not sure" is read within this. */
const NOT_SURE_READ_MS = 5 * MINUTE_MS;
/** Kinds after which the second fixed question may ask about ending life. */
const MAY_ASK_ENDING_LIFE: readonly Kind[] = ['suicide', 'self-harm', 'online-sexual-harm'];

type Fresh = NonNullable<Facts['fresh']>;

interface Notes {
  kinds: readonly Kind[];
}

/**
 * After an urgent or immediate disclosure: five things and no more, then the answer to "safe right now?". It ends
 * when that is answered; what is said afterwards goes through the open door. The check-in is never resumed by force.
 */
export class AfterDisclosureDialog extends StepDialog<Notes> {
  protected readonly flow = 1;
  protected readonly first = 'answer';
  protected readonly steps: Readonly<Record<string, Step<Notes>>> = {
    answer: { ask: answerDisclosure, hear: hearSafeNow },
    'safe-now': { ask: async () => 'wait', hear: hearSafeNow },
    'ending-life': { ask: askEndingLife, hear: hearEndingLife },
  };
}

async function answerDisclosure(turn: Turn, notes: Notes): Promise<Next> {
  const { fresh } = turn.facts;
  if (!fresh) return askOnceMore(turn, notes);
  notes.kinds = fresh.assessment.kinds;
  noteAnswer(turn);
  if (atLeast(fresh.assessment.level, 'immediate')) {
    return answerImmediate(turn, fresh, notes);
  }
  const isAnother = tellsAnother(turn, fresh);
  if (questionsPut(turn) > 0) {
    await (isAnother ? sayAnother(turn, fresh) : sayMore(turn));
    await sayAdvice(turn, fresh);
    return isWaiting(turn) ? { to: 'safe-now' } : 'done';
  }
  await sayAfterUrgent(turn, fresh);
  putQuestion(turn);
  await sayAdvice(turn, fresh);
  await limitsAfterwards(turn);
  return { to: 'safe-now' };
}

/** Said in full once a concern; while danger lasts every further text gets a shorter one. */
async function answerImmediate(turn: Turn, fresh: Fresh, { kinds }: Notes): Promise<Next> {
  const concern = turn.facts.concern?.id ?? null;
  if (concern !== null && turn.memory.immediateSaidFor === concern) {
    await sayWhileDangerLasts(turn);
    return 'done';
  }
  turn.memory.immediateSaidFor = concern;
  await sayImmediate(turn, kinds, fresh.teller);
  await sayAdvice(turn, fresh);
  await limitsAfterwards(turn);
  return 'done';
}

/** Nothing new, but the question still waits (a restart, a conversation in between): answered, or put once more. */
async function askOnceMore(turn: Turn, notes: Notes): Promise<Next> {
  notes.kinds = turn.facts.concern?.kinds ?? [];
  if (answersSafeNow(turn) || takesBackSafe(turn)) return hearSafeNow(turn, notes);
  if (!isWaiting(turn)) return 'done';
  if (!mayAskOnceMore(turn)) {
    await sayMore(turn);
    return { to: 'safe-now' };
  }
  countQuestion(turn);
  await turn.say('safe-again');
  return { to: 'safe-now' };
}

/** Twice at most, and not once they want no more questions: silence is read by a human in twenty minutes. */
function mayAskOnceMore(turn: Turn): boolean {
  return questionsPut(turn) < MOST_SAFETY_QUESTIONS && !turn.memory.asksNothing;
}

async function hearSafeNow(turn: Turn, notes: Notes): Promise<Next> {
  const answer = hearThreeWay(turn.words);
  if (answer === null || !answerCounts(turn)) {
    if (mayAskOnceMore(turn)) {
      countQuestion(turn);
      await turn.say(asksWhatIsMeant(turn) ? 'explain-safe' : 'safe-again');
    } else {
      await sayMore(turn);
    }
    return 'wait';
  }
  turn.wish({ wish: 'safe-now-answered', answer });
  if (answer === 'no') {
    turn.memory.immediateSaidFor = turn.facts.concern?.id ?? null;
    await sayImmediate(turn, notes.kinds, null);
    return 'done';
  }
  if (answer === 'not-sure') await sayNotSure(turn);
  else await saySafe(turn);
  return mayAskEndingLife(turn, notes, answer) ? { to: 'ending-life' } : 'done';
}

/** "What do you mean by safe": the same question, with what the word means in it. */
function asksWhatIsMeant({ written }: Turn): boolean {
  return written.some(({ text }) => asksWhatSafeIs(text) || NOT_FOLLOWING.test(saidPlainly(text)));
}

/** Read in minutes, and never later than they were told before. */
async function sayNotSure(turn: Turn): Promise<void> {
  const { concern, now } = turn.facts;
  const lead = onCall(turn.facts);
  if (!lead) {
    await turn.say('safe-not-sure-nobody');
    return;
  }
  const soon = later(now, NOT_SURE_READ_MS);
  const told = concern?.willReadBy ?? null;
  const { by, said: time } = sayDeadline(told !== null && told > now && told < soon ? told : soon);
  await turn.say('safe-not-sure', { lead: lead.firstName, time });
  turn.commit('will-read', lead.id, by);
  turn.commit('will-ring', lead.id, by);
}

async function saySafe(turn: Turn): Promise<void> {
  const { concern, now } = turn.facts;
  if (concern?.readBy) await turn.say('safe-yes-read', { who: concern.readBy.who.firstName });
  else if (concern?.reads && concern.willReadBy && concern.willReadBy > now) {
    const time = sayDeadline(concern.willReadBy).said;
    await turn.say('safe-yes', { who: concern.reads.firstName, time });
  } else await turn.say('safe-yes-waits');
}

async function askEndingLife(turn: Turn): Promise<Next> {
  countQuestion(turn);
  await turn.say('ending-life');
  return 'wait';
}

async function hearEndingLife(turn: Turn, notes: Notes): Promise<Next> {
  const answer = hearThreeWay(turn.words);
  if (answer === 'yes') {
    turn.wish({ wish: 'safe-now-answered', answer: 'no' });
    turn.memory.immediateSaidFor = turn.facts.concern?.id ?? null;
    await sayImmediate(turn, [...notes.kinds, 'suicide'], null);
  } else if (answer === 'not-sure') {
    turn.wish({ wish: 'safe-now-answered', answer });
    await sayNotSure(turn);
  } else {
    await turn.say('ending-life-no');
  }
  return 'done';
}

/** Only where a human is being rung (not sure, or at night), in the ordinary profile, as the second and last question. */
function mayAskEndingLife(turn: Turn, { kinds }: Notes, answer: ThreeWay): boolean {
  const rung = onCall(turn.facts) !== null && (answer === 'not-sure' || turn.facts.night);
  return (
    rung &&
    turn.style === 'ordinary' &&
    mayAskOnceMore(turn) &&
    kinds.some((kind) => MAY_ASK_ENDING_LIFE.includes(kind))
  );
}

/** Words that tell something new may answer the question as well ("no he's here"): both are heard. */
function noteAnswer(turn: Turn): void {
  const answer = hearThreeWay(turn.words);
  if (answer !== null && answersSafeNow(turn)) turn.wish({ wish: 'safe-now-answered', answer });
}

/** True when these words answer a question of safety that is still open, whatever was talked about in between. */
export function answersSafeNow(turn: Turn): boolean {
  return isWaiting(turn) && answerCounts(turn) && hearThreeWay(turn.words) !== null;
}

/**
 * "1", and minutes later "2" or "3": they are not safe after all, or have mistyped, and a human finds out which. Only
 * where no mood is awaited, within the hour, and as long as nobody has decided.
 */
export function takesBackSafe(turn: Turn): boolean {
  const { concern, moodAwaited, now } = turn.facts;
  const asked = concern?.safeNow;
  if (!concern || asked?.answer !== 'yes' || concern.decidedAt !== null || moodAwaited === true) return false;
  const isRecent = later(asked.askedAt, QUESTIONS_COUNT_FOR_MS) > now;
  return isRecent && answerCounts(turn) && /^\s*[23]\W*$/.test(turn.words);
}

/** Every message of the burst must have come after the question had time to be read. */
function answerCounts(turn: Turn): boolean {
  const acceptedAt = turn.facts.concern?.safeNow?.acceptedAt ?? null;
  return acceptedAt !== null && turn.burst.every(({ at }) => canAnswerSafety(acceptedAt, at));
}

function isWaiting(turn: Turn): boolean {
  const safeNow = turn.facts.concern?.safeNow;
  return safeNow != null && safeNow.answer === null;
}

/** The first question is recorded: its clock of twenty minutes is the record's. A second asking is not a new one. */
function putQuestion(turn: Turn): void {
  turn.wish({ wish: 'safe-now-asked' });
  countQuestion(turn);
}

function countQuestion(turn: Turn): void {
  turn.memory.safety = { concern: turn.facts.concern?.id ?? null, asked: questionsPut(turn) + 1 };
}

/**
 * Questions put about the concern now spoken of; a later concern starts again, and so does new danger an hour later.
 * Where another has been spoken of in between, the record still knows that this one was asked about.
 */
function questionsPut(turn: Turn): number {
  const { concern, asked } = turn.memory.safety;
  const open = turn.facts.concern;
  const askedAt = open?.safeNow?.askedAt ?? null;
  if (askedAt !== null && later(askedAt, QUESTIONS_COUNT_FOR_MS) <= turn.facts.now) return 0;
  if (concern === (open?.id ?? null)) return asked;
  return askedAt === null ? 0 : 1;
}
