import type { Facts, Named } from '../src/vocabulary';
import { sayNames } from '../src/wording';
import {
  ASKS_IF_IT_IS_KEPT_FROM,
  ASKS_IF_THEY_KNOW,
  ASKS_WHAT_HAPPENS_NEXT,
  ASKS_WHAT_WAS_TOLD,
  ASKS_WHETHER_IT_WAS_READ,
  ASKS_WHETHER_TO_PAY,
  ASKS_WHO_WAS_TOLD,
  STILL_HAS_TO_SEE_THEM,
} from './heard/asksOfConcern';
import { plain } from './heard/plain';
import { PLEADS } from './heard/pleas';
import { ASKS_WHO_ELSE } from './heard/whoElse';
import { limitsAfterwards } from './limits';
import { decider, holder, namesTold, onCall } from './people';
import { sayDeadline, sayTime } from './standingValues';
import type { Turn } from './turn';
import { sayWhoElse } from './whoElse';

interface Question {
  /** Against the burst in plain form, with `<name>` where a person of ours is named, `<kept>` one it is kept from. */
  readonly asks: RegExp;
  readonly when?: (turn: Turn) => boolean;
  readonly answer: (turn: Turn) => Promise<unknown>;
}

/** What they ask about the concern that is open: each answered from the record, and from nothing else. */
const QUESTIONS: readonly Question[] = [
  {
    asks: ASKS_IF_IT_IS_KEPT_FROM,
    answer: sayItIsKeptFrom,
  },
  { asks: ASKS_IF_THEY_KNOW, when: isKeptFromOne, answer: sayItIsKeptFrom },
  { asks: ASKS_IF_THEY_KNOW, answer: sayWhoElse },
  { asks: ASKS_WHETHER_TO_PAY, when: mayBeAdvisedOnPictures, answer: (turn) => turn.say('advice-pictures') },
  { asks: ASKS_WHO_ELSE, answer: sayWhoElse },
  { asks: PLEADS, answer: sayWhoElse },
  {
    asks: ASKS_WHAT_WAS_TOLD,
    answer: sayWhatWasTold,
  },
  {
    asks: STILL_HAS_TO_SEE_THEM,
    answer: (turn) => turn.say('still-have-to-see', { who: nameOfHolder(turn) }),
  },
  {
    asks: ASKS_WHO_WAS_TOLD,
    answer: sayWhoWasTold,
  },
  {
    asks: ASKS_WHETHER_IT_WAS_READ,
    answer: sayWhetherRead,
  },
  {
    asks: ASKS_WHAT_HAPPENS_NEXT,
    answer: sayWhatIsNext,
  },
];

/** Answers a question about the open concern. False: it was none, or nothing is open. */
export async function answerWhatHappened(turn: Turn): Promise<boolean> {
  if (!turn.facts.concern) return false;
  const said = withNames(turn);
  const question = QUESTIONS.find((one) => one.asks.test(said) && (one.when?.(turn) ?? true));
  if (!question) return false;
  await question.answer(turn);
  await limitsAfterwards(turn);
  return true;
}

/** The burst in plain form, the first names of our people made one: "has <name> read it". */
function withNames({ facts, words }: Turn): string {
  const { concern, mentor, coordinator, lead, second } = facts;
  const people = [mentor, coordinator, lead, second, ...(concern?.told ?? []).map((one) => one.who)];
  const names = new Set(people.flatMap((one) => (one ? [plain(one.firstName)] : [])));
  const kept = keptFrom(facts).map((one) => plain(one.firstName));
  return plain(words)
    .split(' ')
    .map((word) => (kept.includes(word) ? '<kept>' : names.has(word) ? '<name>' : word))
    .join(' ');
}

function keptFrom({ concern }: Facts): readonly Named[] {
  return concern?.keptFrom ?? [];
}

function isKeptFromOne({ facts }: Turn): boolean {
  return keptFrom(facts).length === 1;
}

/** The approved line is of the ordinary profile only. */
function mayBeAdvisedOnPictures({ facts: { concern }, style }: Turn): boolean {
  const kinds = concern?.kinds ?? [];
  return style === 'ordinary' && kinds.some((one) => one === 'online-sexual-harm' || one === 'sexual-exploitation');
}

/**
 * "Is Kofi going to find out?": whom they named, or alone can mean, is named back; who has been told; once decided,
 * whoever decided knows.
 */
async function sayItIsKeptFrom(turn: Turn): Promise<void> {
  const names = namesTold(turn.facts);
  const said = plain(turn.words).split(' ');
  const kept = keptFrom(turn.facts);
  const them = kept.find((one) => said.includes(plain(one.firstName))) ?? (kept.length === 1 ? kept[0] : undefined);
  if (turn.facts.concern?.decidedAt || !them || names.length === 0) return sayWhoWasTold(turn);
  await turn.say('told-not-them', { them: them.firstName, names: ({ language }) => sayNames(names, language) });
}

async function sayWhetherRead(turn: Turn): Promise<void> {
  const { concern, now } = turn.facts;
  if (!concern) return;
  if (concern.readBy) {
    await turn.say('read-yes', { who: concern.readBy.who.firstName, time: sayTime(concern.readBy.at) });
  } else if (!concern.reads || !concern.willReadBy || !onCall(turn.facts)) {
    await turn.say('read-nobody');
  } else if (concern.willReadBy <= now) {
    await turn.say('read-late', { who: concern.reads.firstName });
  } else {
    const { by, said: time } = sayDeadline(concern.willReadBy);
    await turn.say('read-not-yet', { who: concern.reads.firstName, time });
    turn.commit('will-read', concern.reads.id, by);
  }
}

/** Says by name who has been told of the open concern; once it is decided, who else may hear of it. */
export async function sayWhoWasTold(turn: Turn): Promise<void> {
  const names = namesTold(turn.facts);
  if (turn.facts.concern?.decidedAt) await sayWhoElse(turn);
  else if (names.length > 0) await turn.say('told-who', { names: ({ language }) => sayNames(names, language) });
  else await turn.say('told-nobody', { who: nameOfHolder(turn) });
}

/** Their own words, as they sent them: nothing is retold. Once it is decided, whoever decided knows who has heard what. */
async function sayWhatWasTold(turn: Turn): Promise<void> {
  const names = namesTold(turn.facts);
  if (turn.facts.concern?.decidedAt) await sayWhoElse(turn);
  else if (names.length === 0) await turn.say('told-nobody', { who: nameOfHolder(turn) });
  else await turn.say('told-what', { names: ({ language }) => sayNames(names, language) });
}

async function sayWhatIsNext(turn: Turn): Promise<void> {
  const { concern } = turn.facts;
  const who = nameOfHolder(turn);
  if (concern?.decidedAt) await turn.say('next-decided', decider(turn.facts));
  else if (concern?.takenOnBy) await turn.say('next-taken-on', { who: concern.takenOnBy.who.firstName });
  else if (concern?.readBy) await turn.say('next-read', { who: concern.readBy.who.firstName });
  else await turn.say('next-waiting', { who: concern?.reads?.firstName ?? who });
}

function nameOfHolder({ facts }: Turn): string {
  return holder(facts)?.firstName ?? facts.organisation;
}
