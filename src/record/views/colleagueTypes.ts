import type { Instant, Level, PractitionerId } from '../../vocabulary';

/** What a practitioner texted that was no reply code. */
export interface ColleagueText {
  readonly id: string;
  readonly by: PractitionerId;
  readonly text: string;
  readonly level: Level;
  readonly at: Instant;
}
