import type { Dialog } from 'botbuilder-dialogs';
import { AfterDisclosureDialog } from './afterDisclosure';
import { AwayAndBackDialog } from './awayAndBack';
import { CheckInDialog } from './checkIn';
import { HowWasThisDialog } from './howWasThis';
import { MyWayDialog } from './myWay';
import { NoteDialog } from './note';
import { OpenDoorDialog } from './openDoor';
import { TellingDialog } from './telling';
import { UnknownNumberDialog } from './unknownNumber';

export { answerBurst } from './answerBurst';
export { newMemory, type Memory } from './memory';
export { askedAtOf, StepDialog, TURN } from './stepDialog';
export { Turn } from './turn';

/** Every conversation that waits for answers, by the id its state is kept under. */
export function allDialogs(): readonly Dialog[] {
  return [
    new AfterDisclosureDialog('afterDisclosure'),
    new AwayAndBackDialog('awayAndBack'),
    new CheckInDialog('checkIn'),
    new HowWasThisDialog('howWasThis'),
    new MyWayDialog('myWay'),
    new NoteDialog('note'),
    new OpenDoorDialog('openDoor'),
    new TellingDialog('telling'),
    new UnknownNumberDialog('unknownNumber'),
  ];
}
