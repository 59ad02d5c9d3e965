import type { DialogContext } from 'botbuilder-dialogs';
import type { Turn } from './turn';

/** Starts a check-in: because its hour has come, or because they asked. None before joining. */
export async function startCheckIn(dc: DialogContext, turn: Turn): Promise<void> {
  if (turn.facts.youngPerson?.joined !== true) {
    await turn.say('check-in-not-yet');
    return;
  }
  await dc.cancelAllDialogs();
  turn.memory.checkIn = null;
  turn.memory.asksNothing = false;
  turn.wish({ wish: 'check-in-started' });
  await dc.beginDialog('checkIn');
}
