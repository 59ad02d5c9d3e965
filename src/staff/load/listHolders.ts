import type { ConcernSummary } from '../../record/views/types';
import { fourClocks } from '../concern/fourClocks';
import type { Eye } from '../need-to-know/eye';
import { fullNameOf } from '../words/people';

/** What one person carries now. */
export interface Holder {
  readonly name: string;
  /** Open concerns they hold, as far as the reader may see them. */
  readonly open: number;
  readonly late: number;
  /** Young people whose mentor they are. */
  readonly youngPeople: number;
}

/** Whoever carries something now: those with the most open first. There is no budget for it; it is for a lead to see. */
export function listHolders(eye: Eye, concerns: readonly ConcernSummary[]): readonly Holder[] {
  const open = eye.see(concerns).map(({ concern }) => concern);
  return eye.roster.practitioners
    .filter(({ leftAt }) => leftAt === null || leftAt > eye.now)
    .map(({ id }) => {
      const held = open.filter(({ holder, closedAt }) => holder === id && closedAt === null);
      return {
        name: fullNameOf(eye, id),
        open: held.length,
        late: held.filter((one) => fourClocks(one, eye.now).some(({ late }) => late)).length,
        youngPeople: eye.roster.youngPeople.filter(({ mentor }) => mentor === id).length,
      };
    })
    .filter((one) => one.open > 0 || one.youngPeople > 0)
    .toSorted((a, b) => b.open - a.open || b.youngPeople - a.youngPeople);
}
