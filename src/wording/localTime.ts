import { DateTime } from 'luxon';
import type { Instant, Language } from '../vocabulary';
import { HOUR_MS, MINUTE_MS, instantOf, msBetween } from '../vocabulary';

interface Locale {
  readonly zone: string;
  readonly language: Language;
}

const WORDS = {
  en: { am: 'am', pm: 'pm', midnight: 'midnight', noon: 'noon', tomorrow: 'tomorrow', on: 'on ', and: 'and' },
  cy: { am: 'yb', pm: 'yh', midnight: 'hanner nos', noon: 'hanner dydd', tomorrow: 'fory', on: '', and: 'a' },
} as const;

/** Welsh days with the sound they take where a text of ours has them: "9yb ddydd Llun", "ar ddydd Llun", "o ddydd Llun". */
const WEEKDAYS = {
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  cy: ['ddydd Llun', 'ddydd Mawrth', 'ddydd Mercher', 'ddydd Iau', 'ddydd Gwener', 'ddydd Sadwrn', 'ddydd Sul'],
} as const;

const MONTHS = {
  en: ['Jan', 'Feb', 'March', 'April', 'May', 'June', 'July', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'],
  cy: ['Ion', 'Chwef', 'Maw', 'Ebrill', 'Mai', 'Meh', 'Gorff', 'Awst', 'Medi', 'Hyd', 'Tach', 'Rhag'],
} as const;

/** A time of day as a child says it: "11.55pm", "8am", "noon". Not "23:55", which half of eleven-year-olds misread. */
export function clockTime(instant: Instant, { zone, language }: Locale): string {
  const local = DateTime.fromISO(instant, { zone });
  const words = WORDS[language];
  if (local.minute === 0 && local.hour === 0) return words.midnight;
  if (local.minute === 0 && local.hour === 12) return words.noon;
  const minutes = local.minute === 0 ? '' : `.${String(local.minute).padStart(2, '0')}`;
  return `${local.hour % 12 || 12}${minutes}${local.hour < 12 ? words.am : words.pm}`;
}

/**
 * A moment as it is said at `now`: the time alone when it is the same day or within six hours (past midnight is
 * still tonight), then "8am tomorrow", "9am on Monday", and from a week on "9am on Tuesday 1 Dec". Past moments of
 * other days take their weekday too.
 */
export function sayWhen(instant: Instant, now: Instant, locale: Locale): string {
  const { zone, language } = locale;
  const local = DateTime.fromISO(instant, { zone });
  const days = local.startOf('day').diff(DateTime.fromISO(now, { zone }).startOf('day'), 'days').days;
  const ahead = msBetween(now, instant);
  const clock = clockTime(instant, locale);
  if (Math.round(days) === 0 || (ahead >= 0 && ahead < 6 * HOUR_MS)) return clock;
  if (Math.round(days) === 1) return `${clock} ${WORDS[language].tomorrow}`;
  const weekday = WEEKDAYS[language][local.weekday - 1];
  const date = Math.abs(days) < 7 ? '' : ` ${local.day} ${MONTHS[language][local.month - 1]}`;
  return `${clock} ${WORDS[language].on}${weekday}${date}`;
}

/** A calendar day as it is said: "Tuesday 22 Dec". */
export function sayDate(instant: Instant, { zone, language }: Locale): string {
  const local = DateTime.fromISO(instant, { zone });
  return `${WEEKDAYS[language][local.weekday - 1]} ${local.day} ${MONTHS[language][local.month - 1]}`;
}

/** A wall-clock time of the roster ("21:30") as it is said ("9.30pm"). */
export function sayLocalTime(time: string, language: Language): string {
  return clockTime(`2000-01-01T${time}:00.000Z`, { zone: 'utc', language });
}

/** The next whole five minutes at or after a moment: a promise is rounded away from us, never towards us. */
export function roundUpToFive(instant: Instant): Instant {
  const step = 5 * MINUTE_MS;
  return instantOf(Math.ceil(Date.parse(instant) / step) * step);
}

/** A name that begins with a vowel, as Welsh hears it: the "i" of "Iestyn" and the "y" of "Yusuf" are none. */
const WELSH_VOWEL = /^(?:[aeou]|[iy](?![aeiouwy]))/i;

/** Names in one breath: "Sam", "Sam and Ada", "Sam, Ada and Femi"; in Welsh "Sam ac Ada", "Ada a Sam". */
export function sayNames(names: readonly string[], language: Language): string {
  const last = names.at(-1) ?? '';
  if (names.length < 2) return last;
  const isVowel = language === 'cy' && WELSH_VOWEL.test(last.normalize('NFD'));
  return `${names.slice(0, -1).join(', ')} ${isVowel ? 'ac' : WORDS[language].and} ${last}`;
}
