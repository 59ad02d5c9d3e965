import type { DialogContext } from 'botbuilder-dialogs';
import { SECOND_MS, later, type Instant, type Telling, type TellingAnswer, type TellingKind } from '../src/vocabulary';
import { finishCheckIn } from './checkInAnswers';
import { hearTellingAnswer } from './heard/tellingAnswer';
import { limitsAfterwards } from './limits';
import { readerIsMentor } from './people';
import { sayTime } from './standingValues';
import { StepDialog, type Next, type Step } from './stepDialog';
import type { Turn } from './turn';

/** A "2" that was on its way answers what was asked before: this long after we said it, it can be to this. */
const COUNTS_AFTER_MS = 10 * SECOND_MS;

interface Notes {
  telling?: Telling;
  saidAt?: Instant;
}

/** Waits for the choice that a telling gives. What is none of its answers goes through the open door. */
export class TellingDialog extends StepDialog<Notes> {
  protected readonly flow = 1;
  protected readonly first = 'choice';
  protected readonly steps: Readonly<Record<string, Step<Notes>>> = {
    choice: { ask: async () => 'wait', hear: hearChoice },
  };
}

/**
 * Says what a practitioner chose to have said, in approved words. A telling that asks for a choice takes the place of
 * what was being talked about; one that asks nothing leaves it standing.
 */
export async function tell(dc: DialogContext, turn: Turn, telling: Telling): Promise<void> {
  const { what, who, by, at } = telling;
  const time2 = at === null ? '' : sayTime(at);
  await turn.say(wordingOf(turn, telling), { who: who.firstName, mentor: who.firstName, lead: by.firstName, time2 });
  if (at !== null) turn.commit('will-speak', who.id, at);
  if (what === 'gone-further' || what === 'emergency-asked') return;
  finishCheckIn(turn);
  await dc.cancelAllDialogs();
  await dc.beginDialog('telling', { telling, saidAt: turn.facts.now });
}

const WORDING: Readonly<Record<TellingKind, { readonly withMentor: string; readonly alone: string }>> = {
  'will-ring': { withMentor: 'will-ring', alone: 'will-ring' },
  'goes-further': { withMentor: 'goes-further', alone: 'goes-further-alone' },
  'gone-further': { withMentor: 'gone-further', alone: 'gone-further-alone' },
  'emergency-asked': { withMentor: 'emergency-asked', alone: 'emergency-asked-alone' },
};

/** Where the mentor is withheld, or is the one who decides, nothing is said of a mentor beside the lead. */
function wordingOf(turn: Turn, { what, who, by }: Telling): string {
  const aboutMentor = readerIsMentor(turn.facts) && who.id === turn.facts.mentor?.id && who.id !== by.id;
  return aboutMentor ? WORDING[what].withMentor : WORDING[what].alone;
}

/** True when these words take one of the choices a telling has given, and came after it could be read. */
export function answersTelling(dc: DialogContext, turn: Turn): boolean {
  const { activeDialog } = dc;
  if (activeDialog?.id !== 'telling') return false;
  const { notes } = activeDialog.state as { readonly notes: Notes };
  return choiceIn(turn, notes) !== null;
}

function choiceIn(turn: Turn, { telling, saidAt }: Notes): TellingAnswer | null {
  if (!telling || saidAt === undefined) return null;
  const from = later(saidAt, COUNTS_AFTER_MS);
  return turn.burst.every((one) => one.at >= from) ? hearTellingAnswer(turn.words, telling.what, turn.style) : null;
}

const HEARD: Readonly<Partial<Record<TellingAnswer, string>>> = {
  no: 'telling-no',
  'another-time': 'telling-no',
  'text-me': 'telling-text-me',
};

async function hearChoice(turn: Turn, notes: Notes): Promise<Next> {
  const answer = choiceIn(turn, notes);
  if (answer === null || !notes.telling) return 'not-mine';
  const { telling } = notes;
  turn.wish({ wish: 'telling-answered', telling, answer });
  await turn.say(HEARD[answer] ?? 'telling-heard', { who: telling.who.firstName });
  await limitsAfterwards(turn);
  return 'done';
}
