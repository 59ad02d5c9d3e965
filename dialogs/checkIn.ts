import type { DialogContext } from 'botbuilder-dialogs';
import type { Said } from '../src/vocabulary';
import {
  begun,
  finishCheckIn,
  has,
  isLow,
  keep,
  keepLow,
  keepMood,
  keepReasons,
  memoryOf,
  moodAsSaid,
  moodIn,
  reasonsIn,
  saidNothingIsWrong,
  sayWorry,
  type Heading,
} from './checkInAnswers';
import { namesADay } from './heard/days';
import { showsSadFaces } from './heard/faces';
import { hearsEnd, hearsLater, hearsNothing, hearsSkip, hearsYes } from './heard/shortAnswers';
import { askAfterLimits, limitsAfterwards } from './limits';
import { StepDialog, type Next, type Step } from './stepDialog';
import type { Turn } from './turn';

const HIGHEST_MOOD = 10;

interface Notes {
  /** The number has been asked for a second time. */
  askedAgain?: boolean;
  /** What made the mood so low has been asked: "what's not going well?" would ask the same again. */
  askedWhyLow?: boolean;
  /** What they told when a number was asked for: where it belongs shows once there is one. */
  told?: readonly Said[];
  /** The words that begin it are the number asked for in a conversation that is over. */
  late?: boolean;
  /** They have something for the visit, and have been asked what. */
  askedWhatFor?: boolean;
}

/**
 * The check-in: mood, going well, not going well, what to change, how the last small step went, a word for the visit.
 * Every question can be skipped or put off; one without matter is not asked; what was answered before an interruption
 * is not asked again.
 */
export class CheckInDialog extends StepDialog<Notes> {
  override readonly asksAgain = true;
  override readonly asks = 'something-else';
  protected readonly flow = 1;
  protected readonly first = 'mood';
  protected readonly steps: Readonly<Record<string, Step<Notes>>> = {
    mood: { ask: askMood, hear: hearMoodAnswer, explain: 'explain-mood' },
    'low-mood': { ask: askWhyLow, hear: hearAnswer('not-going-well', 'going-well'), explain: 'explain-low-mood' },
    'going-well': {
      ask: async (turn) => {
        if (has(turn, 'going-well')) return { to: 'not-going-well' };
        await turn.say(isLow(turn) ? 'going-well-after-low' : 'going-well');
        return 'wait';
      },
      hear: hearAnswer('going-well', 'not-going-well'),
      explain: 'explain-going-well',
    },
    'not-going-well': {
      ask: async (turn, { askedWhyLow }) => {
        if (askedWhyLow || has(turn, 'not-going-well')) return { to: 'would-like-to-change' };
        await turn.say('not-going-well');
        return 'wait';
      },
      hear: hearAnswer('not-going-well', 'would-like-to-change'),
      explain: 'explain-not-going-well',
    },
    'would-like-to-change': {
      ask: askWhatToChange,
      hear: hearAnswer('would-like-to-change', 'last-goal'),
      explain: 'explain-would-like-to-change',
    },
    'last-goal': {
      ask: async (turn) => {
        const { lastGoal } = turn.facts;
        if (lastGoal === null || has(turn, 'last-goal')) return { to: 'for-the-visit' };
        await turn.say('last-goal', { goal: lastGoal });
        return 'wait';
      },
      hear: hearAnswer('last-goal', 'for-the-visit'),
      explain: 'explain-last-goal',
    },
    'for-the-visit': {
      ask: async (turn) => {
        if (has(turn, 'for-the-visit')) return { to: 'end' };
        await turn.say('for-the-visit');
        return 'wait';
      },
      hear: hearForTheVisit,
      explain: 'explain-for-the-visit',
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
  await sayWorry(turn);
  const mood = moodIn(turn);
  const told = [...(notes.told ?? []), ...reasonsIn(turn)];
  if (mood) {
    keepMood(turn, mood);
    keepReasons(turn, mood, told);
    return { to: 'low-mood' };
  }
  if ([hearsLater, hearsEnd, hearsNothing, namesADay].some((hears) => hears(turn.words))) return putOff(turn);
  if (showsSadFaces(turn.words)) {
    keepLow(turn);
    return { to: 'low-mood' };
  }
  if (hearsSkip(turn.words) || notes.askedAgain) return { to: 'going-well' };
  notes.askedAgain = true;
  notes.told = told;
  await turn.say('mood-again');
  return 'wait';
}

async function askWhyLow(turn: Turn, notes: Notes): Promise<Next> {
  if (!isLow(turn) || has(turn, 'not-going-well')) return { to: 'going-well' };
  notes.askedWhyLow = true;
  const mood = moodAsSaid(turn);
  await (mood === null ? turn.say('low-mood-faces') : turn.say('low-mood', { mood }));
  return 'wait';
}

/** Solution-focused: one small step up from where they stand. */
async function askWhatToChange(turn: Turn): Promise<Next> {
  const mood = moodAsSaid(turn);
  if (has(turn, 'would-like-to-change') || saidNothingIsWrong(turn)) return { to: 'last-goal' };
  if (mood !== null && memoryOf(turn).mood !== HIGHEST_MOOD) await turn.say('would-like-to-change-from', { mood });
  else await turn.say('would-like-to-change');
  return 'wait';
}

function hearAnswer(heading: Heading, next: string): Step<Notes>['hear'] {
  return async (turn) => {
    if (hearsLater(turn.words)) return putOff(turn);
    if (givesMood(turn)) return { to: heading === 'going-well' ? 'low-mood' : heading };
    if (turn.written.length > 0 && !isLeftOut(turn, heading)) keep(turn, heading, turn.written);
    await sayWorry(turn);
    return { to: next };
  };
}

/** "Yes" says that there is something, and not what: asked once. */
async function hearForTheVisit(turn: Turn, notes: Notes): Promise<Next> {
  if (hearsYes(turn.words) && !notes.askedWhatFor) {
    notes.askedWhatFor = true;
    await sayWorry(turn);
    await turn.say('for-the-visit-what');
    return 'wait';
  }
  return hearAnswer('for-the-visit', 'end')(turn, notes);
}

/** "Nah" to "anything for the visit?", or "yes" and no more, is no word to take to it; under a heading "nothing" was said, and is kept. */
function isLeftOut({ words }: Turn, heading: Heading): boolean {
  return hearsSkip(words) || (heading === 'for-the-visit' && (hearsNothing(words) || hearsYes(words)));
}

/** The number passed by comes after all, alone: it is not what goes well. */
function givesMood(turn: Turn): boolean {
  const mood = moodIn(turn);
  if (!mood || memoryOf(turn).mood !== null || reasonsIn(turn).length > 0) return false;
  keepMood(turn, mood);
  return true;
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
