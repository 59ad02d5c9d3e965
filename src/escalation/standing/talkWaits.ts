import type { Draft } from './progress';

/** Whether the clock of the talk counts their safe hours: at three in the morning nobody is to ring a child. */
export function countsSafeHours({ progress }: Pick<Draft, 'progress'>): boolean {
  return progress.plan.clocks.contacted.every(({ is }) => is !== 'minutes');
}

/**
 * Whether only the talk is still owed: a lead has decided what happens, and no danger is known. Then it is asked for now
 * and then, and no longer by everybody's calls.
 */
export function isOnlyTheTalkOwed({ facts, progress }: Draft): boolean {
  const isDecided = progress.acts.some(({ act }) => act === 'decided');
  return isDecided && facts.level !== 'immediate' && !facts.unsureOfSafety && countsSafeHours({ progress });
}
