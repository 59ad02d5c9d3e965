import { sayNames } from '../src/wording';
import { plain } from './heard/plain';
import { holder, onCall, reader } from './people';
import { sayDeadline, sayTime } from './standingValues';
import type { Turn } from './turn';

/** What they ask about the concern that is open: each answered from the record, and from nothing else. */
const QUESTIONS: readonly { readonly asks: RegExp; readonly answer: (turn: Turn) => Promise<unknown> }[] = [
  {
    asks: /\bstill (?:have|got) to (?:see|meet|go to|live with|be with)\b|\bseeing (?:him|her|them) (?:on |tomorrow|tonight|this)/,
    answer: (turn) => turn.say('still-have-to-see', { who: nameOfHolder(turn) }),
  },
  {
    asks: /\b(?:who|whos|who's) (?:have |has |did |do |all )?(?:(?:yo)?u )?(?:know|knows|tell|told|been told|read it|seen (?:it|this))\b|\bwho (?:else )?knows\b|\bdid (?:yo)?u tell (?:any|some)(?:one|body)\b/,
    answer: sayWhoWasTold,
  },
  {
    asks: /\b(?:has|have|did|hav|hs) (?:anyone|anybody|someone|they|she|he|u|you|it|\p{L}+) (?:been )?(?:read|seen|see|got|gotten|get|looked|look|heard|opened)\b|\b(?:is|was) (?:it|my (?:text|message|msg)) (?:read|seen)\b|^(?:read it|seen it)(?: yet)?$/u,
    answer: sayWhetherRead,
  },
  {
    asks: /\bwhat(?:'s| is|s)? (?:happens|happening|going to happen|gonna happen|will happen|next|gna happen)\b|\bwhat (?:happens|happened) (?:now|next|then)\b|\bnow what\b|\bwhat now\b|\bwhat (?:will|are|r) (?:yo)?u (?:do|doing|gonna do|going to do)\b/,
    answer: sayWhatIsNext,
  },
];

/** Answers a question about the open concern. False: it was none, or nothing is open. */
export async function answerWhatHappened(turn: Turn): Promise<boolean> {
  if (!turn.facts.concern) return false;
  const said = plain(turn.words);
  const question = QUESTIONS.find((one) => one.asks.test(said));
  if (!question) return false;
  await question.answer(turn);
  return true;
}

async function sayWhetherRead(turn: Turn): Promise<void> {
  const { concern, now } = turn.facts;
  if (!concern) return;
  if (concern.readBy) {
    await turn.say('read-yes', { who: concern.readBy.who.firstName, time: sayTime(turn, concern.readBy.at) });
  } else if (!concern.willReadBy || !onCall(turn.facts)) {
    await turn.say('read-nobody');
  } else if (concern.willReadBy <= now) {
    await turn.say('read-late', { who: nameOfHolder(turn) });
  } else {
    const { by, said: time } = sayDeadline(turn, concern.willReadBy);
    await turn.say('read-not-yet', { who: nameOfHolder(turn), time });
    turn.commit('will-read', holder(turn.facts)?.id ?? null, by);
  }
}

async function sayWhoWasTold(turn: Turn): Promise<void> {
  const told = turn.facts.concern?.told.map((one) => one.who) ?? [];
  const names = told.filter((one) => !turn.facts.notThem.includes(one.id)).map((one) => one.firstName);
  if (names.length > 0) await turn.say('told-who', { names: sayNames([...new Set(names)], turn.language) });
  else await turn.say('told-nobody', { who: nameOfHolder(turn) });
}

async function sayWhatIsNext(turn: Turn): Promise<void> {
  const { concern } = turn.facts;
  const who = nameOfHolder(turn);
  if (concern?.decidedAt) {
    await turn.say('next-decided', { who, mentor: reader(turn.facts)?.firstName ?? who });
  } else if (concern?.takenOnBy) await turn.say('next-taken-on', { who });
  else await turn.say('next-waiting', { who });
}

function nameOfHolder({ facts }: Turn): string {
  return holder(facts)?.firstName ?? facts.organisation;
}
