import type { ConcernId } from './escalation';
import type { PractitionerId } from './people';
import type { Instant } from './time';

/** How a practitioner and a young person spoke outside the thread. What they write to each other stands in it. */
export const TALK_WAYS = ['face-to-face', 'by-phone'] as const;
export type TalkWay = (typeof TALK_WAYS)[number];

/** What a young person answered when a practitioner asked whether they are safe right now, or that nobody asked. */
export const SAFE_SAID = ['yes', 'no', 'not-sure', 'not-asked'] as const;
export type SafeSaid = (typeof SAFE_SAID)[number];

/** What a young person told a practitioner outside the thread, noted by that practitioner in one concern. */
export interface Talk {
  readonly concern: ConcernId;
  readonly by: PractitionerId;
  readonly spokenAt: Instant;
  readonly notedAt: Instant;
  readonly way: TalkWay;
  readonly safe: SafeSaid;
  /** The young person's own words as the practitioner heard them; empty when none were noted, or once shredded. */
  readonly words: string;
  /** Noted by somebody whose view had ended: it counts for nothing, and they and the lead alone read it. */
  readonly apart: boolean;
}
