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
