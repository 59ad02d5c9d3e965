/**
 * What pages say: fixed words, because templates, rules and record may be what is broken. They stand on a lock screen,
 * so they say nothing of anybody, and they go to staff only.
 */
export const PAGE_OF_AUDITOR =
  'Between Visits: something that should have happened has not. Please sign in now and look; the log of the auditor says what.';

export const PAGE_OF_WATCHER =
  'Between Visits: the service has not been heard of for some minutes. Please look at once whether it is running.';
