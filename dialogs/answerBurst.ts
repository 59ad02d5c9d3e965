import type { DialogContext, DialogTurnResult } from 'botbuilder-dialogs';
import { DialogTurnStatus } from 'botbuilder-dialogs/lib/dialog';
import { atLeast, tellsAnew } from '../src/vocabulary';
import { answersSafeNow, takesBackSafe } from './afterDisclosure';
import { takeUpCheckIn } from './checkIn';
import { finishCheckIn, noteMood } from './checkInAnswers';
import { isBareAnswer } from './heard/threeWay';
import { saysTheyAreWatched, wantsNoReply } from './heard/watched';
import { askHowThisWas } from './howWasThis';
import { answerInterruption, onlyKeywords } from './interruptions';
import { limitsAfterwards, limitsAtJoining } from './limits';
import { answerMedia, couldNotRead, isCallOnly, isCutOff, isMedia, sayIfCutOff } from './media';
import { obeyNotThem } from './notThem';
import { tell, answersTelling } from './telling';
import { saysTheyAreBack } from './awayAndBack';
import { startCheckIn } from './startCheckIn';
import type { Turn } from './turn';
import { answerWhatHappened } from './whatHappened';

const LONGEST_QUESTION_WORDS = 7;

/**
 * Who answers a burst, in order: what is dangerous before what was asked, what was asked before what was being
 * talked about, and the open door for everything else. One reply a burst.
 */
export async function answerBurst(dc: DialogContext, turn: Turn): Promise<void> {
  await leaveWhatIsGone(dc, turn);
  if (turn.burst.length === 0) return startIfDue(dc, turn);
  if (isCallOnly(turn)) return;
  sayLessIfWatched(turn);
  if (turn.facts.phoneNotTheirs) return answerWhoeverHoldsIt(dc, turn);
  await answerWords(dc, turn);
  if (!isDangerNow(turn)) await sayIfCutOff(turn);
}

async function answerWords(dc: DialogContext, turn: Turn): Promise<void> {
  if (isAnswered(turn) && isShort(turn) && (await answerWhatHappened(turn))) return;
  if (isAnswered(turn) && isShort(turn) && !isDangerNow(turn) && (await answerNotThem(turn))) return;
  if (!((isAnswered(turn) || bringsBackOldWords(turn)) && saysNothingNew(turn)) && (await answerDanger(dc, turn)))
    return;
  if (isToBeLeft(turn)) return;
  if (turn.facts.optOut === 'help') return;
  if (turn.facts.youngPerson === null) return continueOr(dc, 'unknownNumber');
  if (await answerUnread(turn)) return;
  if (await answerWhatHappened(turn)) return;
  if (await answerInterruption(dc, turn)) return;
  if (await answerNotThem(turn)) return;
  await continueTalk(dc, turn);
}

/**
 * Holds from here to the end of the conversation. Whether the phone is always read by somebody is a setting of theirs.
 */
function sayLessIfWatched(turn: Turn): void {
  turn.memory.watched ||= turn.written.some((one) => saysTheyAreWatched(one.text));
  if (turn.memory.watched) turn.style = 'discreet';
}

/** "Dont txt back", and nothing new: a text now may hurt them. The words are kept and judged like any other. */
function isToBeLeft({ written }: Turn): boolean {
  return written.length > 0 && written.every((one) => wantsNoReply(one.text));
}

/**
 * Whether the open concern has already been answered: words that are graver only because of it are not treated as told
 * anew.
 */
function isAnswered({ facts, memory }: Turn): boolean {
  const id = facts.concern?.id;
  return id !== undefined && (memory.safety.concern === id || memory.immediateSaidFor === id);
}

/** What makes it grave was told before, and has been answered then: in a conversation that is over, too. */
function bringsBackOldWords({ assessment }: Turn): boolean {
  return assessment !== null && !tellsAnew(assessment);
}

/** A number, a yes or no, or a word of ours, and nothing else: an answer, whatever was said before it. */
function saysNothingNew(turn: Turn): boolean {
  const isAnswer = (text: string) => /^\s*\d{1,2}(?:\s*\/\s*10)?\W*$/.test(text) || isBareAnswer(text);
  return onlyKeywords(turn) || turn.written.every((one) => isAnswer(one.text));
}

function isDangerNow({ facts }: Turn): boolean {
  return atLeast(facts.fresh?.assessment.level ?? 'none', 'immediate');
}

/** Short enough to be a question and nothing beside it. */
function isShort(turn: Turn): boolean {
  return turn.words.trim().split(/\s+/).length <= LONGEST_QUESTION_WORDS;
}

/** A deploy has taken away the dialog they were in: said kindly, and never thrown. */
async function leaveWhatIsGone(dc: DialogContext, turn: Turn): Promise<void> {
  const gone = dc.stack.find((one) => !dc.findDialog(one.id));
  if (!gone) return;
  turn.wish({ wish: 'dialog-restarted', dialog: gone.id });
  turn.lostItsPlace = true;
  await dc.cancelAllDialogs();
}

/** Nothing is asked over an open question of safety, nor of somebody who has just wanted no more questions. */
async function startIfDue(dc: DialogContext, turn: Turn): Promise<void> {
  const { checkInDue, telling, youngPerson } = turn.facts;
  if (telling) return tell(dc, turn, telling);
  if (turn.facts.joining) return limitsAtJoining(turn);
  if (!checkInDue || youngPerson?.joined !== true || dc.activeDialog?.id === 'afterDisclosure') return;
  if (turn.memory.asksNothing) return;
  await startCheckIn(dc, turn);
}

/** Whoever may not be themselves hears nothing of anybody: 999 where danger was told, else that the text came. */
async function answerWhoeverHoldsIt(dc: DialogContext, turn: Turn): Promise<void> {
  await dc.cancelAllDialogs();
  await turn.say(isDangerNow(turn) ? 'immediate-nobody' : 'phone-not-theirs');
}

/** An urgent concern interrupts any dialog. */
async function answerDanger(dc: DialogContext, turn: Turn): Promise<boolean> {
  const { fresh, youngPerson } = turn.facts;
  if (!fresh) return false;
  if (youngPerson === null) return false;
  const immediate = atLeast(fresh.assessment.level, 'immediate');
  if (fresh.nature === 'missing-person-writes' && !immediate) {
    if (dc.activeDialog?.id === 'awayAndBack') await dc.continueDialog();
    else await interrupt(dc, turn, 'awayAndBack', { back: turn.written.some((one) => saysTheyAreBack(one.text)) });
    return true;
  }
  const urgent = fresh.nature === 'allegation' || atLeast(fresh.assessment.level, 'urgent');
  if (!urgent || (fresh.nature === 'could-not-be-assessed' && !immediate)) return false;
  await interrupt(dc, turn, 'afterDisclosure');
  return true;
}

async function interrupt(dc: DialogContext, turn: Turn, by: string, options?: object): Promise<void> {
  if (dc.activeDialog?.id === 'checkIn') noteMood(turn);
  finishCheckIn(turn);
  await dc.cancelAllDialogs();
  await dc.beginDialog(by, options);
}

/** What nobody could read, see or hear by machine. True when there were no other words to go on with. */
async function answerUnread(turn: Turn): Promise<boolean> {
  const nature = turn.facts.fresh?.nature;
  if (isMedia(turn)) await answerMedia(turn);
  else if (nature === 'could-not-be-assessed' || isUnread(turn)) await couldNotRead(turn);
  else return false;
  await limitsAfterwards(turn);
  return !isMedia(turn) || turn.written.length === 0;
}

/** Of a text that was only cut off everything that came was read: it is answered like any other. */
function isUnread(turn: Turn): boolean {
  return turn.facts.fresh?.nature === 'picture-or-unread' && !(isCutOff(turn) && turn.assessment?.readable !== false);
}

async function answerNotThem(turn: Turn): Promise<boolean> {
  const them = turn.assessment?.notThem[0];
  if (them === undefined) return false;
  await obeyNotThem(turn, them);
  await limitsAfterwards(turn);
  return true;
}

/** Dialogs that ask about safety themselves. */
const SAFETY: readonly string[] = ['afterDisclosure', 'awayAndBack'];

/** No other question waits: a lone number can only be about the last one that was put with numbers. */
function isAtTheDoor(active: string | undefined): boolean {
  return active === undefined || active === 'openDoor';
}

async function continueTalk(dc: DialogContext, turn: Turn): Promise<void> {
  const active = dc.activeDialog?.id;
  const isElsewhere = !SAFETY.includes(active ?? '') && !answersTelling(dc, turn);
  const isForSafety = isElsewhere && (answersSafeNow(turn) || (isAtTheDoor(active) && takesBackSafe(turn)));
  if (isForSafety) return interrupt(dc, turn, 'afterDisclosure');
  if (turn.lostItsPlace) await turn.say('dialog-restarted');
  else if (isAtTheDoor(active) && (await takeUpCheckIn(dc, turn))) return;
  const result = await dc.continueDialog();
  if (result.status === DialogTurnStatus.empty || isNotMine(result)) {
    await dc.beginDialog('openDoor');
  } else if (active === 'checkIn' && ended(result) && turn.memory.checkIn?.finished === false) {
    await dc.beginDialog('note');
  } else if (active === 'note' && ended(result)) {
    await askHowThisWas(dc, turn);
  }
}

async function continueOr(dc: DialogContext, begin: string): Promise<void> {
  const result = await dc.continueDialog();
  if (result.status === DialogTurnStatus.empty) await dc.beginDialog(begin);
}

function ended(result: DialogTurnResult): boolean {
  return result.status === DialogTurnStatus.complete;
}

function isNotMine(result: DialogTurnResult): boolean {
  return ended(result) && result.result === 'not-mine';
}
