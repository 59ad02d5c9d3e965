import type { DialogContext } from 'botbuilder-dialogs';
import { finishCheckIn, noteMood } from './checkInAnswers';
import type { Turn } from './turn';

/** What waits for an answer about safety, or to a person's own question, is still heard; it is only not put again. */
const STILL_HEARD: readonly string[] = ['afterDisclosure', 'awayAndBack', 'telling'];

/**
 * "Stop asking" is honoured for the rest of this conversation. The check-in or other dialog ends, and what was said in
 * it goes into the note. Nothing that a human follows up is taken back, and nobody is invited to tell more. CHECK IN
 * still begins a check-in, because then they ask for it.
 */
export async function stopAsking(turn: Turn, dc: DialogContext): Promise<void> {
  noteMood(turn);
  finishCheckIn(turn);
  turn.memory.asksNothing = true;
  turn.memory.heardAtTheDoor = Math.max(1, turn.memory.heardAtTheDoor);
  if (!STILL_HEARD.includes(dc.activeDialog?.id ?? '')) await dc.cancelAllDialogs();
  await turn.say(turn.facts.concern ? 'no-more-questions-open' : 'no-more-questions');
}
