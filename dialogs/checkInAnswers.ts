import type { CheckInAnswer, Said } from '../src/vocabulary';
import { atLeast } from '../src/vocabulary';
import { hearMood, type HeardMood } from './heard/mood';
import { plain } from './heard/plain';
import { hearsGoodbye, hearsGreeting, hearsNothing, hearsSkip } from './heard/shortAnswers';
import type { CheckInMemory } from './memory';
import type { Turn } from './turn';

/** At or below this, what made it so is asked before anything about going well. */
const LOW_MOOD = 2;
/** From here on a reason given with the number is something that goes well. */
const HIGH_MOOD = 7;

export type Heading = CheckInAnswer['heading'];

/** Keeps what was said word for word, each message with its own link. "Nothing" is kept too: it was said. */
export function keep(turn: Turn, heading: Heading, said: readonly Said[]): void {
  const concern = turn.assessment !== null && atLeast(turn.assessment.level, 'worry');
  for (const { text: words, message } of said) {
    turn.wish({ wish: 'answer', answer: { heading, words, message, keptBack: false } });
  }
  const memory = memoryOf(turn);
  const words = said.map((one) => one.text).join('\n');
  remember(turn, { ...memory, answers: [...memory.answers, { heading, words, concern }] });
}

/** The first mood that a burst names; null where it names none. */
export function moodIn(turn: Turn): HeardMood | null {
  return turn.written.map((one) => hearMood(one.text)).find((one) => one !== null) ?? null;
}

/** Keeps the mood, for this conversation and for the record. */
export function keepMood(turn: Turn, { outOfTen: mood, said: moodSaid }: HeardMood): void {
  remember(turn, { ...memoryOf(turn), mood, moodSaid });
  turn.wish({ wish: 'mood', mood });
}

/** Low without a number: their faces said so. */
export function keepLow(turn: Turn): void {
  remember(turn, { ...memoryOf(turn), looksLow: true });
}

/**
 * A reason given with the number ("2 cos mum shouted") answers what would be asked next, so that is not asked again. In
 * the middle of the scale, or with a "but", nobody knows under which heading it belongs.
 */
export function keepReasons(turn: Turn, { outOfTen: mood }: HeardMood, reasons: readonly Said[]): void {
  const isMixed = reasons.some(({ text }) => /\b(?:but|tho|though|except|ond)\b/i.test(text));
  if (reasons.length === 0 || isMixed) return;
  if (mood <= LOW_MOOD) keep(turn, 'not-going-well', reasons);
  else if (mood >= HIGH_MOOD) keep(turn, 'going-well', reasons);
}

/** What a burst says beside the number. */
export function reasonsIn(turn: Turn): readonly Said[] {
  return turn.written.filter(({ text }) => hearMood(text)?.withMore ?? !(saysNothing(text) || isOffTheScale(text)));
}

/** "69 lol", "100%": a number that is none of 0 to 10, and no reason for one. */
function isOffTheScale(text: string): boolean {
  return /^-?\d[\d .,/]*(?: (?:lol|haha|x+|percent|out of \d+|jk|jokes?))*$/.test(plain(text));
}

/** A greeting, a goodbye, "skip" or "nothing", and no more: a whole message. */
export function saysNothing(text: string): boolean {
  return [hearsGreeting, hearsGoodbye, hearsSkip, hearsNothing].some((hears) => hears(text));
}

/** What they said is why a human is told, not that it came as a picture or without its end. */
export function hasWorry({ facts: { fresh } }: Turn): boolean {
  return fresh !== null && fresh.nature !== 'picture-or-unread';
}

/** A worry is thanked for, by what they said and not by "idk"; a second one in other words. */
export async function sayWorry(turn: Turn): Promise<void> {
  if (!hasWorry(turn) || reasonsIn(turn).length === 0) return;
  await turn.say(turn.memory.worryHeard ? 'check-in-worry-more' : 'check-in-worry');
  turn.memory.worryHeard = true;
}

/** A mood given in the same burst as something more pressing is not lost. */
export function noteMood(turn: Turn): void {
  const { checkIn } = turn.memory;
  const mood = moodIn(turn);
  if (checkIn && !checkIn.finished && checkIn.mood === null && mood) keepMood(turn, mood);
}

/** Ends the check-in of this conversation, asked to the end or not: what was said goes into the note. */
export function finishCheckIn(turn: Turn): void {
  const { checkIn } = turn.memory;
  if (!checkIn || checkIn.finished) return;
  turn.memory.checkIn = { ...checkIn, finished: true };
  turn.wish({ wish: 'check-in-finished' });
}

/** A check-in that begins now, with nothing said. */
export function begun(turn: Turn): CheckInMemory {
  return { startedAt: turn.facts.now, mood: null, answers: [], finished: false };
}

/** The check-in of this conversation, or one that has just begun. */
export function memoryOf(turn: Turn): CheckInMemory {
  return turn.memory.checkIn ?? begun(turn);
}

function remember(turn: Turn, checkIn: CheckInMemory): void {
  turn.memory.checkIn = checkIn;
}

/** Whether something has been said under that heading. */
export function has(turn: Turn, heading: Heading): boolean {
  return memoryOf(turn).answers.some((one) => one.heading === heading);
}

/** Their own number, as they put it; null where they gave none. */
export function moodAsSaid(turn: Turn): string | null {
  const { mood, moodSaid } = memoryOf(turn);
  return mood === null ? null : (moodSaid ?? String(mood));
}

/** Whether the mood is so low, by its number or else by their faces, that what made it so is asked first. */
export function isLow(turn: Turn): boolean {
  const { mood, looksLow = false } = memoryOf(turn);
  return mood === null ? looksLow : mood <= LOW_MOOD;
}

/** "Nothing" to "what's not going well?" leaves nothing to change. */
export function saidNothingIsWrong(turn: Turn): boolean {
  const said = memoryOf(turn).answers.filter((one) => one.heading === 'not-going-well');
  return said.length > 0 && said.every((one) => hearsNothing(one.words));
}
