import type { DialogContext } from 'botbuilder-dialogs';
import {
  askForMentor,
  askForOneOfUs,
  askForPerson,
  askForSomebodyElse,
  asksForMentor,
  asksForOneOfUs,
  asksAboutUs,
  asksWhenSomebodyIsIn,
  askWhatStaysPrivate,
  sayWhoIsThere,
  tellWhatStaysPrivate,
} from './aboutService';
import { takeUp } from './complaintAndData';
import { ASKS_FOR_ANYBODY, ASKS_FOR_SOMEBODY_ELSE } from './heard/asksForOne';
import {
  ASKS_FOR_A_PERSON,
  ASKS_FOR_HELP_TEXT,
  ASKS_FOR_THEIR_DATA,
  ASKS_IF_A_ROBOT,
  ASKS_WHAT_STAYS_PRIVATE,
  ASKS_WHAT_WE_TELL,
  ASKS_WHEN_SOMEBODY_IS_IN,
  ASKS_WHO_IS_THERE,
  ASKS_WHO_READS,
  ASKS_WHY_WE_TELL,
  COMPLAINS,
} from './heard/asksOfUs';
import { PLEADS, saidPlainly, WANTS_GONE } from './heard/pleas';
import { STOP_ASKING } from './heard/stopAsking';
import { NOT_FOLLOWING } from './heard/notFollowing';
import { ASKS_WHO_ELSE } from './heard/whoElse';
import { limitsAfterwards, tellRules } from './limits';
import { choiceInPassing, isWishInPassing, passOnWish, prefer } from './myWay';
import { undoNotThem } from './notThem';
import { answerAboutUs } from './questionsAboutUs';
import { startCheckIn } from './startCheckIn';
import { StepDialog } from './stepDialog';
import { START, startTexts, STOP, stopsLast, stopTexts } from './stopAndStart';
import { stopAsking } from './stopAsking';
import type { Turn } from './turn';
import { BACK } from './awayAndBack';
import { sayItStays } from './cannotDelete';
import { sayWhoElse } from './whoElse';
import { isWordForTheVisit, keepForTheVisit } from './wordForTheVisit';

/**
 * What comes after the answer: the open question is put again (`ask-again`), it is left standing because asking now
 * would press (`leave`), or another conversation has begun in its place (`moved`).
 */
type Then = 'ask-again' | 'leave' | 'moved';

interface Interruption {
  /** Against one whole message, in plain form. */
  readonly asks: RegExp;
  readonly when?: (turn: Turn) => boolean;
  readonly does: (turn: Turn, dc: DialogContext) => Promise<unknown>;
  readonly then: Then;
}

/** Where danger lasts, and where they are still asked whether they are safe, that comes first. */
function mayBeToldItStays({ facts: { concern, fresh } }: Turn): boolean {
  return fresh === null && concern?.level !== 'immediate' && concern?.safeNow?.answer !== null;
}

/** Words that are answered whatever is being talked about, first match first. "Help me" is not among them. */
const INTERRUPTIONS: readonly Interruption[] = [
  { asks: ASKS_FOR_HELP_TEXT, does: (turn) => turn.say('help'), then: 'leave' },
  { asks: STOP, when: stopsLast, does: stopTexts, then: 'moved' },
  { asks: START, does: startTexts, then: 'ask-again' },
  { asks: STOP_ASKING, when: ({ facts }) => facts.fresh === null, does: stopAsking, then: 'leave' },
  { asks: /^(?:private|examples?|preifat|enghreifftiau)$/, does: tellWhatStaysPrivate, then: 'leave' },
  { asks: /^(?:rules|rheolau)$/, does: tellRules, then: 'leave' },
  { asks: ASKS_WHY_WE_TELL, does: tellRules, then: 'leave' },
  {
    asks: ASKS_WHO_READS,
    does: (turn) => turn.say('who'),
    then: 'ask-again',
  },
  {
    asks: ASKS_IF_A_ROBOT,
    does: (turn) => turn.say('robot'),
    then: 'ask-again',
  },
  {
    asks: ASKS_WHO_IS_THERE,
    when: asksAboutUs,
    does: sayWhoIsThere,
    then: 'ask-again',
  },
  {
    asks: ASKS_WHEN_SOMEBODY_IS_IN,
    when: asksWhenSomebodyIsIn,
    does: sayWhoIsThere,
    then: 'ask-again',
  },
  { asks: ASKS_WHO_ELSE, does: sayWhoElse, then: 'ask-again' },
  {
    asks: ASKS_WHAT_STAYS_PRIVATE,
    does: tellWhatStaysPrivate,
    then: 'leave',
  },
  { asks: PLEADS, does: tellWhatStaysPrivate, then: 'leave' },
  { asks: WANTS_GONE, when: mayBeToldItStays, does: sayItStays, then: 'ask-again' },
  {
    asks: ASKS_WHAT_WE_TELL,
    does: (turn) => turn.say('who'),
    then: 'ask-again',
  },
  {
    asks: NOT_FOLLOWING,
    when: ({ facts, memory }) => memory.limitsMade && facts.concern?.safeNow?.answer !== null,
    does: explain,
    then: 'ask-again',
  },
  {
    asks: /^(?:keep|change|cadw|newid) \d(?:(?: and| a|,)? \d)*$/,
    when: ({ memory }) => (memory.checkIn?.answers.length ?? 0) > 0,
    does: (_, dc) => replaceWith(dc, 'note', { replies: true }),
    then: 'moved',
  },
  {
    asks: ASKS_FOR_A_PERSON,
    does: askForPerson,
    then: 'leave',
  },
  { asks: ASKS_FOR_SOMEBODY_ELSE, does: askForSomebodyElse, then: 'leave' },
  { asks: ASKS_FOR_ANYBODY, does: askForPerson, then: 'leave' },
  { asks: /^/, when: asksForMentor, does: askForMentor, then: 'leave' },
  { asks: /^/, when: asksForOneOfUs, does: askForOneOfUs, then: 'leave' },
  { asks: /^ask$/, does: askWhatStaysPrivate, then: 'leave' },
  {
    asks: /^(?:check ?in|start check ?in|do (?:my|a) check ?in)$/,
    does: (turn, dc) => startCheckIn(dc, turn),
    then: 'moved',
  },
  {
    asks: /^(?:note|my note|see (?:my |the )?note|nodyn|fy nodyn)$/,
    does: (_, dc) => replaceWith(dc, 'note'),
    then: 'moved',
  },
  {
    asks: /^(?:settings?|my way|change settings|gosodiadau)$/,
    does: (_, dc) => replaceWith(dc, 'myWay'),
    then: 'moved',
  },
  { asks: /^undo$/, when: ({ facts }) => facts.notThem.length > 0, does: undoNotThem, then: 'leave' },
  {
    asks: COMPLAINS,
    does: (turn) => takeUp(turn, 'complaint'),
    then: 'leave',
  },
  {
    asks: ASKS_FOR_THEIR_DATA,
    does: (turn) => takeUp(turn, 'my-data'),
    then: 'leave',
  },
  {
    asks: BACK,
    when: ({ facts, memory }) => facts.youngPerson?.missing === true || !memory.limitsMade,
    does: (_, dc) => replaceWith(dc, 'awayAndBack', { back: true }),
    then: 'moved',
  },
];

/** Answers a word that comes before ordinary turns. False: there was none. */
export async function answerInterruption(dc: DialogContext, turn: Turn): Promise<boolean> {
  const said = turn.written.map((one) => saidPlainly(one.text));
  const found = INTERRUPTIONS.find(({ asks, when }) => said.some((one) => asks.test(one)) && (when?.(turn) ?? true));
  if (found) {
    await found.does(turn, dc);
    if (found.then !== 'moved') await goOn(dc, turn, found.then);
    return true;
  }
  if (await answerAboutUs(turn)) {
    await goOn(dc, turn, 'ask-again');
    return true;
  }
  const choice = choiceInPassing(turn.words);
  if (choice) {
    await prefer(turn, choice);
    if (dc.activeDialog?.id === 'myWay') await dc.cancelAllDialogs();
  } else if (turn.facts.fresh === null && isWishInPassing(turn.words)) await passOnWish(turn);
  else if (!isCheckIn(dc) && isWordForTheVisit(turn.words, turn.facts.mentor?.firstName ?? null)) {
    await keepForTheVisit(turn);
  } else return false;
  await goOn(dc, turn, 'ask-again');
  return true;
}

/** True when the whole burst is words of the table: then nothing else has been said in it. */
export function onlyKeywords(turn: Turn): boolean {
  const said = turn.written.map((one) => saidPlainly(one.text));
  return said.length > 0 && said.every((one) => INTERRUPTIONS.some(({ asks }) => asks.exec(one)?.[0] === one));
}

/** The statement of limits is owed in any conversation; then back to what was being asked. */
async function goOn(dc: DialogContext, turn: Turn, then: Then): Promise<void> {
  await limitsAfterwards(turn);
  const active = dc.activeDialog && dc.findDialog(dc.activeDialog.id);
  if (turn.memory.asksNothing) return;
  if (then === 'ask-again' && active instanceof StepDialog && active.asksAgain) await active.askAgain(dc);
}

/** What is asked, in plainer words where there are some; else what they can do here. */
async function explain(turn: Turn, dc: DialogContext): Promise<void> {
  const active = dc.activeDialog && dc.findDialog(dc.activeDialog.id);
  await turn.say((active instanceof StepDialog && active.explanation(dc)) || 'not-understood');
}

/** Inside a check-in "tell Sam..." is an answer, and reaches the note as one. */
function isCheckIn(dc: DialogContext): boolean {
  return dc.activeDialog?.id === 'checkIn';
}

async function replaceWith(dc: DialogContext, id: string, options?: object): Promise<void> {
  await dc.cancelAllDialogs();
  await dc.beginDialog(id, options);
}
