import { atLeast, type Facts, type Instant, type Kind, type Named } from '../src/vocabulary';
import { saysTheyAreIndoors, saysTheyAreSafe } from './heard/outOfDanger';
import { plain } from './heard/plain';
import { onCall, readerIsMentor } from './people';
import { sayDeadline, sayTime } from './standingValues';
import type { Turn } from './turn';
import type { Value } from './values';

type Fresh = NonNullable<Facts['fresh']>;

/** Kinds after which "it's not your fault" would sound wrong: there we say that nobody is cross. */
const NOT_CROSS: readonly Kind[] = ['self-harm', 'violence-or-weapons', 'criminal-exploitation'];
/** Kinds after which helplines are named at once. */
const HELPLINES_AT_ONCE: readonly Kind[] = ['suicide', 'self-harm', 'substance-emergency'];
/** Kinds for which being alone is the danger, not the place. */
const NOT_ALONE: readonly Kind[] = ['suicide', 'substance-emergency'];

/** Kinds that go on wherever they are: nobody who says "im ok now" is told 999 no more. */
const IN_THE_BODY: readonly Kind[] = [...NOT_ALONE, 'self-harm'];
/** Kinds that are mostly done at home. */
const AT_HOME: readonly Kind[] = [
  'physical-abuse',
  'emotional-abuse',
  'sexual-abuse',
  'domestic-abuse',
  'honour-based-abuse',
  'neglect',
];

/** The one approved line of advice, where it saves harm. Looked for in their words because a kind is too wide. */
const ADVICE: readonly { readonly template: string; readonly kinds: readonly Kind[]; readonly words: RegExp }[] = [
  {
    template: 'advice-overdose',
    kinds: ['substance-emergency', 'suicide', 'self-harm'],
    words: /\b(?:took|taken|swallow\w*|overdos\w*|od'?d|necked)\b/,
  },
  {
    template: 'advice-pictures',
    kinds: ['online-sexual-harm', 'sexual-exploitation'],
    words:
      /\b(?:pay|paid|money|blackmail\w*|send (?:it|them|everyone)|post(?:ing)? (?:it|them)|leak\w*|share (?:it|them)|pounds?|quid)\b/,
  },
  {
    template: 'advice-taken-abroad',
    kinds: ['honour-based-abuse'],
    words:
      /\b(?:abroad|flight|fly|flying|airport|pakistan|bangladesh|india|somalia|plane|ticket|back home|marry|married|wedding)\b/,
  },
  {
    template: 'advice-injury',
    kinds: ['physical-abuse', 'domestic-abuse', 'violence-or-weapons'],
    words: /\b(?:wrist|head|skull|concuss\w*|broke\w*|blacked out|passed out|unconscious|collar ?bone)\b/,
  },
];

/** True when any of these kinds was heard. */
function heard(kinds: readonly Kind[], among: readonly Kind[]): boolean {
  return kinds.some((kind) => among.includes(kind));
}

/** "Not your fault", or "we are not cross" where fault is not the question, or it is about a friend. */
export function secondLine({ assessment }: Fresh): Value {
  const notCross = heard(assessment.kinds, NOT_CROSS) || assessment.about === 'other';
  return (turn) => turn.sentence(notCross ? 'second-line-not-cross' : 'second-line-not-your-fault');
}

/** The urgent reply, and the promises it makes. Which one depends on who is truly there. */
export async function sayAfterUrgent(turn: Turn, fresh: Fresh): Promise<void> {
  const { facts } = turn;
  const teller = tellerOf(facts, fresh);
  if (fresh.readBy === null || teller === null) return sayNobodyOnCall(turn, fresh);
  const { by, said: time } = sayDeadline(fresh.readBy);
  const line2 = secondLine(fresh);
  const lead = teller.firstName;
  turn.commit('will-read', teller.id, by);
  if (fresh.nature === 'allegation') {
    if (fresh.accused) await turn.say('after-about-staff', { them: fresh.accused, lead, time });
    else await turn.say('after-about-staff-unnamed', { lead, time });
  } else if (fresh.assessment.weak) {
    await turn.say('after-urgent-weak', { lead, time });
  } else if (facts.mentor?.id === teller.id) {
    await sayMentorReads(turn, teller, line2, time);
  } else {
    await sayLeadReads(turn, fresh, { lead, line2, time });
  }
}

/** Who truly reads it. A matter about an adult of ours is never read by the practitioner first. */
function tellerOf(facts: Facts, { teller, nature }: Fresh): Named | null {
  const named = nature === 'allegation' && teller?.id === facts.mentor?.id ? null : teller;
  return named ?? onCall(facts);
}

async function sayMentorReads(turn: Turn, mentor: Named, line2: Value, time: Value): Promise<void> {
  const lead = onCall(turn.facts);
  const template = lead && lead.id !== mentor.id ? 'after-urgent-day' : 'after-urgent-day-alone';
  await turn.say(template, { line2, time, mentor: mentor.firstName });
}

async function sayLeadReads(
  turn: Turn,
  { mentorHearsAt }: Fresh,
  values: { readonly lead: string; readonly line2: Value; readonly time: Value },
): Promise<void> {
  const { mentor, night, now } = turn.facts;
  if (!mentor || !readerIsMentor(turn.facts)) {
    await turn.say('after-urgent-lead', values);
  } else if (night && mentorHearsAt && mentorHearsAt > now) {
    await turn.say('after-urgent-night', { ...values, time2: sayTime(mentorHearsAt) });
    turn.commit('will-tell', mentor.id, mentorHearsAt);
  } else if (mentor.available) {
    await turn.say('after-urgent-lead', values);
  } else {
    await turn.say('after-urgent-off-duty', values);
  }
}

async function sayNobodyOnCall(turn: Turn, fresh: Fresh): Promise<void> {
  const line2 = secondLine(fresh);
  const at: Instant | null = fresh.readBy ?? turn.facts.mentorNextAt;
  if (at) {
    turn.commit('may-read', turn.facts.mentor?.id ?? null, at);
    await turn.say('nobody-on-call', { line2, time: sayTime(at) });
  } else await turn.say('nobody-on-call-no-time', { line2 });
}

/** 999 first, in very short words. */
export async function sayImmediate(turn: Turn, kinds: readonly Kind[], teller: Named | null): Promise<void> {
  const lead = teller ?? onCall(turn.facts);
  if (!lead || turn.facts.youngPerson === null) {
    await turn.say('immediate-nobody');
    return;
  }
  await turn.say(heard(kinds, NOT_ALONE) ? 'immediate-not-alone' : 'immediate', { lead: lead.firstName });
  turn.commit('will-ring', lead.id, sayDeadline(turn.facts.now).by);
}

/** While danger lasts each further text gets a short one: 999 again, unless they say that they are out of it. */
export async function sayWhileDangerLasts(turn: Turn): Promise<void> {
  const has = whoHasTakenIt(turn.facts);
  const isOver = areOutOfDanger(turn);
  if (has && !isOver) return void (await turn.say('immediate-taken', { who: has.firstName }));
  const moment = isOver ? 'after-more' : 'immediate-more';
  await turn.say(onCall(turn.facts) ? moment : `${moment}-nobody`);
}

/**
 * Who has taken it on, so that nobody is rung any more. What is new danger rings them again, and the practitioner's own
 * taking on does not stop the ringing of whoever leads.
 */
function whoHasTakenIt({ concern, fresh, mentor, notThem }: Facts): Named | null {
  const has = concern?.takenOnBy?.who ?? null;
  if (has === null || has.id === mentor?.id || notThem.includes(has.id)) return null;
  return atLeast(fresh?.assessment.level ?? 'none', 'immediate') ? null : has;
}

/** Their level stays. What is in the body is nowhere over, and indoors is no safety where they were hurt at home. */
function areOutOfDanger({ facts, written }: Turn): boolean {
  const kinds = facts.concern?.kinds ?? [];
  if (written.length === 0 || heard(kinds, IN_THE_BODY)) return false;
  const says = heard(kinds, AT_HOME)
    ? saysTheyAreSafe
    : (text: string) => saysTheyAreSafe(text) || saysTheyAreIndoors(text);
  return written.every((one) => says(one.text));
}

/** The approved advice for what was said, else the helplines where they are named at once. Ordinary profile only. */
export async function sayAdvice(turn: Turn, { assessment }: Fresh): Promise<void> {
  const isImmediate = atLeast(assessment.level, 'immediate');
  if ((assessment.weak && !isImmediate) || turn.style === 'discreet') return;
  const words = plain(turn.words.replaceAll('£', ' pounds '));
  const advice = ADVICE.find((one) => heard(assessment.kinds, one.kinds) && one.words.test(words));
  if (advice) await turn.say(advice.template);
  else if (heard(assessment.kinds, HELPLINES_AT_ONCE) && turn.facts.helpContacts.length > 0) {
    await turn.say('helplines-now');
  }
}
