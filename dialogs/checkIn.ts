import type { CheckInAnswer } from '../src/vocabulary';
import { atLeast } from '../src/vocabulary';
import { hearMood } from './heard/mood';
import { hearsEnd, hearsLater, hearsNothing, hearsSkip } from './heard/shortAnswers';
import { askAfterLimits } from './limits';
import type { CheckInMemory } from './memory';
import { StepDialog, type Next, type Step } from './stepDialog';
import type { Turn } from './turn';

/** At or below this, what made it so is asked before anything about going well. */
const LOW_MOOD = 2;
const HIGHEST_MOOD = 10;

type Heading = CheckInAnswer['heading'];

interface Notes {
  /** The number has been asked for a second time. */
  askedAgain?: boolean;
  /** What made the mood so low has been asked: "what's not going well?" would ask the same again. */
  askedWhyLow?: boolean;
}

/**
 * The check-in: mood, going well, not going well, what to change, how the last small step went, a word for the visit. Every question can be skipped or put off; one without matter is not asked; what was answered before
 * an interruption is not asked again.
 */
export class CheckInDialog extends StepDialog<Notes> {
  override readonly asksAgain = true;
  protected readonly flow = 1;
  protected readonly first = 'mood';
  protected readonly steps: Readonly<Record<string, Step<Notes>>> = {
    mood: { ask: askMood, hear: hearMoodAnswer },
    'low-mood': { ask: askWhyLow, hear: hearAnswer('not-going-well', 'going-well') },
    'going-well': {
      ask: async (turn) => {
        if (has(turn, 'going-well')) return { to: 'not-going-well' };
        await turn.say(isLow(turn) ? 'going-well-after-low' : 'going-well');
        return 'wait';
      },
      hear: hearAnswer('going-well', 'not-going-well'),
    },
    'not-going-well': {
      ask: async (turn, { askedWhyLow }) => {
        if (askedWhyLow || has(turn, 'not-going-well')) return { to: 'would-like-to-change' };
        await turn.say('not-going-well');
        return 'wait';
      },
      hear: hearAnswer('not-going-well', 'would-like-to-change'),
    },
    'would-like-to-change': { ask: askWhatToChange, hear: hearAnswer('would-like-to-change', 'last-goal') },
    'last-goal': {
      ask: async (turn) => {
        const { lastGoal } = turn.facts;
        if (lastGoal === null || has(turn, 'last-goal')) return { to: 'for-the-visit' };
        await turn.say('last-goal', { goal: lastGoal });
        return 'wait';
      },
      hear: hearAnswer('last-goal', 'for-the-visit'),
    },
    'for-the-visit': {
      ask: async (turn) => {
        if (has(turn, 'for-the-visit')) return { to: 'end' };
        await turn.say('for-the-visit');
        return 'wait';
      },
      hear: hearAnswer('for-the-visit', 'end'),
    },
    end: { ask: end, hear: async () => 'done' },
  };
}

async function askMood(turn: Turn): Promise<Next> {
  turn.memory.checkIn ??= { startedAt: turn.facts.now, mood: null, answers: [], finished: false };
  if (memoryOf(turn).mood !== null) return { to: 'low-mood' };
  await askAfterLimits(turn, 'mood');
  return 'wait';
}

async function hearMoodAnswer(turn: Turn, notes: Notes): Promise<Next> {
  const parts = turn.written.map((one) => one.text);
  const mood = parts.map(hearMood).find((one) => one !== null) ?? null;
  if (mood !== null) {
    remember(turn, { ...memoryOf(turn), mood });
    turn.wish({ wish: 'mood', mood });
    return { to: 'low-mood' };
  }
  if (hearsLater(turn.words) || hearsEnd(turn.words) || hearsNothing(turn.words)) return putOff(turn);
  if (hearsSkip(turn.words) || notes.askedAgain) return { to: 'going-well' };
  notes.askedAgain = true;
  await turn.say('mood-again');
  return 'wait';
}

async function askWhyLow(turn: Turn, notes: Notes): Promise<Next> {
  const { mood } = memoryOf(turn);
  if (!isLow(turn) || has(turn, 'not-going-well')) return { to: 'going-well' };
  notes.askedWhyLow = true;
  await turn.say('low-mood', { mood: String(mood) });
  return 'wait';
}

/** Solution-focused: one small step up from where they stand. */
async function askWhatToChange(turn: Turn): Promise<Next> {
  const { mood } = memoryOf(turn);
  if (has(turn, 'would-like-to-change') || saidNothingIsWrong(turn)) return { to: 'last-goal' };
  if (mood !== null && mood < HIGHEST_MOOD) await turn.say('would-like-to-change-from', { mood: String(mood) });
  else await turn.say('would-like-to-change');
  return 'wait';
}

function hearAnswer(heading: Heading, next: string): Step<Notes>['hear'] {
  return async (turn) => {
    if (hearsLater(turn.words)) return putOff(turn);
    if (turn.written.length > 0 && !hearsSkip(turn.words)) keep(turn, heading);
    if (turn.facts.fresh) await turn.say('check-in-worry');
    return { to: next };
  };
}

/** Keeps the burst word for word, each message with its own link. "Nothing" is kept too: it was said. */
function keep(turn: Turn, heading: Heading): void {
  const concern = turn.assessment !== null && atLeast(turn.assessment.level, 'worry');
  for (const { text: words, message } of turn.written) {
    turn.wish({ wish: 'answer', answer: { heading, words, message, keptBack: false } });
  }
  const memory = memoryOf(turn);
  remember(turn, { ...memory, answers: [...memory.answers, { heading, words: turn.words, concern }] });
}

async function putOff(turn: Turn): Promise<Next> {
  finishCheckIn(turn);
  await turn.say('check-in-later');
  return 'done';
}

async function end(turn: Turn): Promise<Next> {
  if (memoryOf(turn).answers.length > 0) return 'done';
  finishCheckIn(turn);
  await turn.say('check-in-nothing-said');
  return 'done';
}

/** A mood given in the same burst as something more pressing is not lost. */
export function noteMood(turn: Turn): void {
  const { checkIn } = turn.memory;
  const mood = turn.written.map((one) => hearMood(one.text)).find((one) => one !== null);
  if (!checkIn || checkIn.finished || checkIn.mood !== null || mood == null) return;
  remember(turn, { ...checkIn, mood });
  turn.wish({ wish: 'mood', mood });
}

/** Ends the check-in of this conversation, asked to the end or not: what was said goes into the note. */
export function finishCheckIn(turn: Turn): void {
  const { checkIn } = turn.memory;
  if (!checkIn || checkIn.finished) return;
  turn.memory.checkIn = { ...checkIn, finished: true };
  turn.wish({ wish: 'check-in-finished' });
}

function memoryOf(turn: Turn): CheckInMemory {
  return turn.memory.checkIn ?? { startedAt: turn.facts.now, mood: null, answers: [], finished: false };
}

function remember(turn: Turn, checkIn: CheckInMemory): void {
  turn.memory.checkIn = checkIn;
}

function has(turn: Turn, heading: Heading): boolean {
  return memoryOf(turn).answers.some((one) => one.heading === heading);
}

function isLow(turn: Turn): boolean {
  const { mood } = memoryOf(turn);
  return mood !== null && mood <= LOW_MOOD;
}

/** "Nothing" to "what's not going well?" leaves nothing to change. */
function saidNothingIsWrong(turn: Turn): boolean {
  const said = memoryOf(turn).answers.filter((one) => one.heading === 'not-going-well');
  return said.length > 0 && said.every((one) => hearsNothing(one.words));
}
