import type { RecordPort } from '../../../acts/ports';
import type { DeliveryId, Instant } from '../../../vocabulary';
import { idOf } from '../roster';

/** A text, call or e-mail the carrier took. */
export interface Taken {
  readonly delivery: DeliveryId;
  readonly to: string;
  readonly text: string;
  readonly at: Instant;
}

/** What the record holds of one young person who disclosed. */
export interface Stood {
  readonly messages: number;
  readonly concerns: number;
  readonly takenOn: boolean;
}

/** What a run of the service (a "life") left behind, whether or not its process was killed and started again. */
export interface Ended {
  /** By young person, in the order of the roster. */
  readonly stood: readonly Stood[];
  readonly taken: readonly Taken[];
}

/** Reads what the record holds of the first `people` young people of the roster. */
export async function whatStands(record: RecordPort, people: number): Promise<readonly Stood[]> {
  return record.transaction(async (tx) => {
    const stood: Stood[] = [];
    for (let at = 0; at < people; at += 1) {
      const line = await tx.lines.findOf(idOf(at));
      const concerns = line ? await tx.concerns.allOf(line.id) : [];
      const takenOn = concerns.some((one) => one.case.acts.some(({ act }) => act === 'taken-on'));
      stood.push({
        messages: line ? (await tx.messages.after(line.id, 0)).length : 0,
        concerns: concerns.length,
        takenOn,
      });
    }
    return stood;
  });
}

/**
 * Whether a run with a kill lost something an undisturbed one leaves: the message, its concern, the human who took it on,
 * a notice to each practitioner, a text to a young person.
 */
export function lacks(after: Ended, undisturbed: Ended): boolean {
  const kept = after.stood.every((one) => one.messages === 1 && one.concerns === 1 && one.takenOn);
  const got = ({ taken }: Ended, to: string) => new Set(textsTo(taken, to));
  return (
    !kept ||
    [...new Set(undisturbed.taken.map(({ to }) => to))].some((to) =>
      isYoung(to) ? got(after, to).size < got(undisturbed, to).size : got(after, to).size === 0,
    )
  );
}

/** How many texts went to a young person again, though they had gone already. */
export function countRepeats(taken: readonly Taken[]): number {
  const young = [...new Set(taken.map(({ to }) => to))].filter(isYoung);
  return young.reduce((count, to) => {
    const texts = textsTo(taken, to);
    return count + texts.length - new Set(texts).size;
  }, 0);
}

const textsTo = (taken: readonly Taken[], phone: string) =>
  taken.filter(({ to }) => to === phone).map(({ text }) => text);

/** Whether a number is a young person's: in the roster of the bench they alone have mobile numbers. */
const isYoung = (phone: string) => phone.startsWith('+447700900');
