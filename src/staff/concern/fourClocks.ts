import { ACTS, type Act, type ActDone, type Instant } from '../../vocabulary';
import type { ConcernSummary } from '../../record/views/types';

/** One of the four acts on one concern: done by somebody, or its clock running, or neither asked for yet. */
export interface ActClock {
  readonly act: Act;
  /** The last who did it, when it stands. */
  readonly done: ActDone | null;
  /** When it has to be done by; null when no clock runs. */
  readonly dueAt: Instant | null;
  readonly late: boolean;
}

const CLOCK_OF: Readonly<Record<Act, keyof ConcernSummary['clocks']>> = {
  seen: 'readBy',
  'taken-on': 'takenOnBy',
  decided: 'decidedBy',
  contacted: 'contactedBy',
};

/** The four acts in their order, each with its clock as it stands at `now`. */
export function fourClocks(concern: ConcernSummary, now: Instant): readonly ActClock[] {
  return ACTS.map((act) => {
    const done = concern.acts.findLast((one) => one.act === act) ?? null;
    const dueAt = done === null && concern.closedAt === null ? concern.clocks[CLOCK_OF[act]] : null;
    return { act, done, dueAt, late: dueAt !== null && dueAt < now };
  });
}

/** The clock that runs out first; null when none runs. */
export function nextClock(concern: ConcernSummary, now: Instant): ActClock | null {
  const running = fourClocks(concern, now).filter((clock) => clock.dueAt !== null);
  return running.toSorted((a, b) => ((a.dueAt ?? '') < (b.dueAt ?? '') ? -1 : 1))[0] ?? null;
}
