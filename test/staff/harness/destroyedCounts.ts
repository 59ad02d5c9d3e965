import type { DestructionDay } from '../../../src/record/views/types';

const NONE: DestructionDay['counts'] = {
  messages: 0,
  texts: 0,
  answers: 0,
  notes: 0,
  concerns: 0,
  numbers: 0,
  contacts: 0,
  names: 0,
  youngPeople: 0,
  staffReplies: 0,
  textsToStaff: 0,
};

/** A day of the destruction log on which nothing went but this. */
export const destroyedCounts = (of: Partial<DestructionDay['counts']>): DestructionDay['counts'] => ({
  ...NONE,
  ...of,
});
