/**
 * Why somebody other than their own practitioner writes to a young person: stored each time it begins, because they
 * are to hear from the person they know.
 */
export const WRITING_REASONS = [
  'off-duty',
  'on-leave',
  'no-answer',
  'channel-failed',
  'conflict',
  'danger-now',
  'allegation',
  'practitioner-asked',
  'young-person-asked',
] as const;
export type WritingReason = (typeof WRITING_REASONS)[number];

/** How the offer of a return talk went: it was had, it is arranged with a person they picked, or they said no today. */
export const RETURN_TALK_OUTCOMES = ['had', 'arranged', 'said-no'] as const;
export type ReturnTalkOutcome = (typeof RETURN_TALK_OUTCOMES)[number];
