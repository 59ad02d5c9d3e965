import type { DialogContext } from 'botbuilder-dialogs';
import {
  begun,
  finishCheckIn,
  has,
  isLow,
  keep,
  keepMood,
  keepReason,
  memoryOf,
  moodAsSaid,
  moodIn,
  reasonsIn,
  saidNothingIsWrong,
  type Heading,
} from './checkInAnswers';
import { hearsEnd, hearsLater, hearsNothing, hearsSkip } from './heard/shortAnswers';
import { askAfterLimits, limitsAfterwards } from './limits';
import { StepDialog, type Next, type Step } from './stepDialog';
import type { Turn } from './turn';

const HIGHEST_MOOD = 10;

interface Notes {
  /** The number has been asked for a second time. */
  askedAgain?: boolean;
  /** What made the mood so low has been asked: "what's not going well?" would ask the same again. */
  askedWhyLow?: boolean;
  /** The words that begin it are the number asked for in a conversation that is over. */
  late?: boolean;
}

/**
 * The check-in: mood, going well, not going well, what to change, how the last small step went, a word for the visit.
 * Every question can be skipped or put off; one without matter is not asked; what was answered before an interruption
 * is not asked again.
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

async function askMood(turn: Turn, notes: Notes): Promise<Next> {
  turn.memory.checkIn ??= begun(turn);
  if (memoryOf(turn).mood !== null) return { to: 'low-mood' };
  if (notes.late) return hearMoodAnswer(turn, notes);
  await askAfterLimits(turn, 'mood');
  return 'wait';
}

async function hearMoodAnswer(turn: Turn, notes: Notes): Promise<Next> {
  if (turn.facts.fresh && reasonsIn(turn).length > 0) await turn.say('check-in-worry');
  const mood = moodIn(turn);
  if (mood) {
    keepMood(turn, mood);
    keepReason(turn, mood);
    return { to: 'low-mood' };
  }
  if (hearsLater(turn.words) || hearsEnd(turn.words) || hearsNothing(turn.words)) return putOff(turn);
  if (hearsSkip(turn.words) || notes.askedAgain) return { to: 'going-well' };
  notes.askedAgain = true;
  await turn.say('mood-again');
  return 'wait';
}

async function askWhyLow(turn: Turn, notes: Notes): Promise<Next> {
  if (!isLow(turn) || has(turn, 'not-going-well')) return { to: 'going-well' };
  notes.askedWhyLow = true;
  await turn.say('low-mood', { mood: moodAsSaid(turn) });
  return 'wait';
}

/** Solution-focused: one small step up from where they stand. */
async function askWhatToChange(turn: Turn): Promise<Next> {
  const { mood } = memoryOf(turn);
  if (has(turn, 'would-like-to-change') || saidNothingIsWrong(turn)) return { to: 'last-goal' };
  if (mood !== null && mood < HIGHEST_MOOD) await turn.say('would-like-to-change-from', { mood: moodAsSaid(turn) });
  else await turn.say('would-like-to-change');
  return 'wait';
}

function hearAnswer(heading: Heading, next: string): Step<Notes>['hear'] {
  return async (turn) => {
    if (hearsLater(turn.words)) return putOff(turn);
    if (turn.written.length > 0 && !hearsSkip(turn.words)) keep(turn, heading, turn.written);
    if (turn.facts.fresh) await turn.say('check-in-worry');
    return { to: next };
  };
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

/**
 * The number comes when the conversation that asked for it is over (a text seen at bedtime, or a day later): it is the
 * mood all the same, after the statement of limits that a new conversation begins with. False: nothing was taken up.
 */
export async function takeUpCheckIn(dc: DialogContext, turn: Turn): Promise<boolean> {
  const { facts, memory } = turn;
  const mood = moodIn(turn);
  if (facts.moodAwaited !== true || facts.concern !== null || memory.asksNothing || !mood) return false;
  await dc.cancelAllDialogs();
  await limitsAfterwards(turn);
  memory.checkIn = begun(turn);
  await dc.beginDialog('checkIn', { late: true });
  return true;
}
