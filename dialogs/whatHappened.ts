import { sayNames } from '../src/wording';
import { plain } from './heard/plain';
import { ASKS_WHO_ELSE } from './heard/whoElse';
import { limitsAfterwards } from './limits';
import { decider, holder, namesTold, onCall } from './people';
import { sayDeadline, sayTime } from './standingValues';
import type { Turn } from './turn';
import { sayWhoElse } from './whoElse';

interface Question {
  /** Against the burst in plain form, with `<name>` where a person of ours is named. */
  readonly asks: RegExp;
  readonly answer: (turn: Turn) => Promise<unknown>;
}

/** What they ask about the concern that is open: each answered from the record, and from nothing else. */
const QUESTIONS: readonly Question[] = [
  { asks: ASKS_WHO_ELSE, answer: sayWhoElse },
  {
    asks: /\bstill (?:have|got) to (?:see|meet|go to|live with|be with|go home)\b/,
    answer: (turn) => turn.say('still-have-to-see', { who: nameOfHolder(turn) }),
  },
  {
    asks: /\bwho (?:have |has |did |do |all |else )*(?:(?:yo)?u )?(?:know|knows|tell|told|been told|read it|seen (?:it|this))(?: about (?:it|this|me))?(?: now| so far)?$|\bdid (?:yo)?u tell (?:any|some)(?:one|body)\b/,
    answer: sayWhoWasTold,
  },
  {
    asks: /\b(?:has|have|did|hs|is) (?:any(?:one|body)|some(?:one|body)|they|she|he|you|u|<name>)(?: even| actually)? (?:(?:read|reading|seen|see|looked at|heard) (?:it|this|that|my|what|anything|the)\b|(?:got|get) my (?:text|message|msg))|^(?:has|have|did) (?:any(?:one|body)|some(?:one|body)|they|she|he|you|u|<name>) (?:read|seen|see|got)(?: yet)?$|\b(?:is|was|has) (?:it|my (?:text|message|msg)) (?:been )?(?:read|seen)\b|^(?:read|seen) it(?: yet)?$|^(?:hello |hi )?(?:is |are )?(?:any(?:one|body)|some(?:one|body)|you|u) (?:still )?there$/,
    answer: sayWhetherRead,
  },
  {
    asks: /\bwhat(?:'s| is|s)? (?:happens|happening|going to happen|gonna happen|will happen|next|gna happen|happened)(?: now| next| then| to me)?$|\b(?:now what|what now)\b|\bwhat (?:will|are|r) (?:you|u) (?:do|doing|gonna do|going to do)\b/,
    answer: sayWhatIsNext,
  },
];

/** Answers a question about the open concern. False: it was none, or nothing is open. */
export async function answerWhatHappened(turn: Turn): Promise<boolean> {
  if (!turn.facts.concern) return false;
  const said = withNames(turn);
  const question = QUESTIONS.find((one) => one.asks.test(said));
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
  return plain(words)
    .split(' ')
    .map((word) => (names.has(word) ? '<name>' : word))
    .join(' ');
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

async function sayWhoWasTold(turn: Turn): Promise<void> {
  const names = namesTold(turn.facts);
  if (names.length > 0) await turn.say('told-who', { names: ({ language }) => sayNames(names, language) });
  else await turn.say('told-nobody', { who: nameOfHolder(turn) });
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
