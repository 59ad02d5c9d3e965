import type { Kind } from './concerns';
import type { LocalDate } from './time';

/** What a young person's age changes, as the organisation wrote it in `escalation-rules/ages.yaml`. */
export interface AgeRules {
  /** Nobody younger joins. */
  readonly youngest: { readonly age: number };
  /** What is small from somebody older is urgent from somebody under 13. */
  readonly under13: { readonly urgentKinds: readonly Kind[] };
  /** The last check-in is the day before this birthday, unless people have planned another day. */
  readonly ending: { readonly atAge: number; readonly teamToldDaysBefore: readonly number[] };
}

/** How old somebody is on a local date, in whole years; born on 29 February, they are older from 1 March on. */
export function ageOn(dateOfBirth: LocalDate, date: LocalDate): number {
  const years = Number(date.slice(0, 4)) - Number(dateOfBirth.slice(0, 4));
  return date.slice(5) < dateOfBirth.slice(5) ? years - 1 : years;
}

/** Under 13 a child cannot consent to anything sexual (Sexual Offences Act 2003, sections 5 to 8). */
export const isUnder13 = (age: number | null): boolean => age !== null && age < 13;
