import type { ConcernId } from './escalation';
import type { Named } from './people';
import type { Instant } from './time';

/**
 * What a named practitioner may have told a young person about an open concern, in approved words.
 * - `will-ring`: they ring at a moment they name.
 * - `goes-further`: somebody whose job is to keep them safe is brought in; who tells them about it, and when.
 * - `gone-further`: it has been shared.
 * - `emergency-asked`: 999 has been asked to help.
 */
export const TELLINGS = ['will-ring', 'goes-further', 'gone-further', 'emergency-asked'] as const;
export type TellingKind = (typeof TELLINGS)[number];

/** One telling as the dialogs are handed it. */
export interface Telling {
  readonly what: TellingKind;
  readonly concern: ConcernId;
  /** Who chose that it is said. */
  readonly by: Named;
  /** Who speaks with the young person: the one who rings, or their mentor; whoever chose it where that is withheld. */
  readonly who: Named;
  /** When `who` speaks with them; null where no moment is named. */
  readonly at: Instant | null;
}

/** What a young person answered to the three choices of a telling, in words of the record. */
export const TELLING_ANSWERS = ['yes', 'no', 'text-me', 'be-there', 'by-phone', 'you-do-it', 'another-time'] as const;
export type TellingAnswer = (typeof TELLING_ANSWERS)[number];
