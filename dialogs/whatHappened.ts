import type { Facts, Named } from '../src/vocabulary';
import { sayNames } from '../src/wording';
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
  readonly answer: (turn: Turn) => Promise<unknown>;
}

/** What they ask about the concern that is open: each answered from the record, and from nothing else. */
const QUESTIONS: readonly Question[] = [
  {
    asks: /^(?:(?:so|but|and|wait|pls|please|what if|ok) )*(?:(?:is|will|does|can|did|has|have|wont|won't|would) )?<kept>(?: (?:going to|gonna|gunna|ever|even|be able to|have to|also|still))* (?:finds? out|knows?|sees?|reads?|hears?|be told|get told|been told|seen|told|found out)(?: (?:it|this|that|about (?:this|it|me)|what i (?:said|sent|wrote|told (?:yo)?u)|my (?:texts?|messages?)))?$|^(?:(?:so|but|and) )*(?:have|did|are|r|will) (?:yo)?u (?:going to |gonna |gunna )?(?:tell|told|telling) <kept>(?: (?:it|this|that|about (?:this|it|me)|what i said))?$/,
    answer: sayItIsKeptFrom,
  },
  { asks: ASKS_WHO_ELSE, answer: sayWhoElse },
  { asks: PLEADS, answer: sayWhoElse },
  {
    asks: /\b(?:what|wot) (?:did|have|has|do|will|are|r) (?:you|u|ya|they) (?:been )?(?:tell|told|telling|say|said|saying)(?: to)? (?:(?:them|him|her|people|every ?one)\b|<name>)|\b(?:what|wot) (?:do|does|did) (?:they|he|she|<name>) (?:know|get told|see)(?: about (?:it|this|me))?$|^be(?:th)? (?:ti|wyt ti|rwyt ti|dach chi|ydych chi|chi) ?(?:wedi|'di|di) (?:dd?weud|dd?eud)(?: (?:wrthyn|wrthyn nhw|wrtho|wrthi|wrth <name>))?(?: nhw| fo| hi)?$/,
    answer: sayWhatWasTold,
  },
  {
    asks: /\bstill (?:have|got) to (?:see|meet|go to|live with|be with|go home)\b/,
    answer: (turn) => turn.say('still-have-to-see', { who: nameOfHolder(turn) }),
  },
  {
    asks: /\bwho (?:have |has |did |do |all |else )*(?:(?:yo)?u )?(?:know|knows|tell|told|been told|read it|seen (?:it|this))(?: about (?:it|this|me))?(?: now| so far)?$|\bdid (?:yo)?u tell (?:any|some)(?:one|body)\b|^(?:wrth )?pwy (?:ti|wyt ti|rwyt ti|dach chi|ydych chi|chi) ?(?:wedi|'di|di) (?:dd?weud|dd?eud)(?: wrth(?:yn nhw)?)?$|^pwy (?:arall )?sy'n gwybod(?: nawr| rwan| am hyn)?$/,
    answer: sayWhoWasTold,
  },
  {
    asks: /\b(?:has|have|did|hs|is) (?:any(?:one|body)|some(?:one|body)|they|she|he|you|u|<name>)(?: even| actually)? (?:(?:read|reading|seen|see|looked at|heard) (?:it|this|that|my|what|anything|the)\b|(?:got|get) my (?:text|message|msg))|^(?:has|have|did) (?:any(?:one|body)|some(?:one|body)|they|she|he|you|u|<name>) (?:read|seen|see|got)(?: yet)?$|\b(?:is|was|has) (?:it|my (?:text|message|msg)) (?:been )?(?:read|seen)\b|^(?:read|seen) it(?: yet)?$|^(?:hello |hi )?(?:is |are )?(?:any(?:one|body)|some(?:one|body)|you|u) (?:still )?there$|^(?:ydi|ydy|yw|oes|di) (?:<name>|rhywun|unrhyw un|o|e|hi|nhw) (?:wedi|'di|di) (?:(?:ei|'i) )?(?:darllen|ddarllen|gweld|weld)(?: (?:o|e|fo|hi|hwn|hyn|y neges|fy neges|be \S+.*))?(?: eto)?$/,
    answer: sayWhetherRead,
  },
  {
    asks: /\bwhat(?:'s| is|s)? (?:happens|happening|going to happen|gonna happen|will happen|next|gna happen|happened)(?: now| next| then| to me)?$|\b(?:now what|what now)\b|\bwhat (?:will|are|r) (?:you|u) (?:do|doing|gonna do|going to do)\b|^be(?:th)? (?:sy'n|sydd yn|fydd yn|fydd|sy) (?:ddigwydd|digwydd)(?: (?:nawr|rwan|nesa|nesaf|wedyn))?$/,
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
  const kept = keptFrom(facts).map((one) => plain(one.firstName));
  return plain(words)
    .split(' ')
    .map((word) => (kept.includes(word) ? '<kept>' : names.has(word) ? '<name>' : word))
    .join(' ');
}

function keptFrom({ concern }: Facts): readonly Named[] {
  return concern?.keptFrom ?? [];
}

/** "Is Kofi going to find out?": whom they named is named back; who has been told; once decided, whoever decided knows. */
async function sayItIsKeptFrom(turn: Turn): Promise<void> {
  const names = namesTold(turn.facts);
  const said = plain(turn.words).split(' ');
  const [them] = keptFrom(turn.facts).filter((one) => said.includes(plain(one.firstName)));
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
