import type { ConcernId, PractitionerId } from '../vocabulary';

/** Where the words of the staff's own rows are sealed: none of them has an id before it is written. */
export const staffPlaces = {
  verdictNote: (concern: ConcernId) => `verdict_marks.note:${concern}`,
  talkWords: (concern: ConcernId) => `talks.words:${concern}`,
  glassReason: (practitioner: PractitionerId) => `opened_glass.reason:${practitioner}`,
};
