import type { RetentionTerms } from '../../retention';
import type { DestructionDay, EverKnown, Keeping } from '../../record/views/types';
import type { LegalHold } from '../../vocabulary';
import type { Eye } from '../need-to-know/eye';
import { fullNameOf } from '../words/people';

/** What one reader may see of what is kept and what is gone. */
export function describeKeeping(eye: Eye, { people, holds, destroyed }: Keeping, terms: RetentionTerms | null) {
  const seen = holds
    .filter((hold) => mayKnowOf(eye, hold, people))
    .map((hold) => ({
      ...hold,
      whose:
        hold.youngPerson === null ? 'Everybody' : (personOf(people, hold.youngPerson)?.name ?? 'Somebody who has left'),
      placedByName: fullNameOf(eye, hold.placedBy),
      liftedByName: hold.lifted && fullNameOf(eye, hold.lifted.by),
    }));
  return {
    terms: terms === null ? null : { ...terms, rows: sayTerms(terms) },
    standing: seen.filter((hold) => hold.lifted === null),
    lifted: seen.filter((hold) => hold.lifted !== null),
    destroyed: sayDestroyed(destroyed),
  };
}

/** That somebody's words must be kept tells of them: it is no news for who is, or could be, meant. */
function mayKnowOf(eye: Eye, hold: LegalHold, people: readonly EverKnown[]): boolean {
  if (hold.youngPerson === null || hold.placedBy === eye.reader.id) return true;
  const line = personOf(people, hold.youngPerson)?.line ?? null;
  const conflicts = eye.youngPerson(hold.youngPerson)?.conflicts ?? [];
  return !conflicts.includes(eye.reader.id) && (line === null || eye.endOf(line) === null);
}

const personOf = (people: readonly EverKnown[], id: string): EverKnown | undefined =>
  people.find((one) => one.youngPerson === id);

/** Everybody there ever was of this name, whoever types it how. */
export function peopleNamed(people: readonly EverKnown[], name: string): readonly EverKnown[] {
  const sought = name.toLocaleLowerCase('en-GB');
  return people.filter((one) => one.name?.toLocaleLowerCase('en-GB') === sought);
}

/** What each destroyed count is called, one and many. */
const COUNTED: readonly [keyof DestructionDay['counts'], string, string][] = [
  ['messages', 'message', 'messages'],
  ['texts', 'text of ours', 'texts of ours'],
  ['answers', 'answer', 'answers'],
  ['notes', 'note', 'notes'],
  ['concerns', 'concern', 'concerns'],
  ['numbers', 'unknown number', 'unknown numbers'],
  ['contacts', 'way to reach a practitioner who had left', 'ways to reach practitioners who had left'],
  ['names', 'name of a practitioner who had left', 'names of practitioners who had left'],
  ['youngPeople', 'young person who had left', 'young people who had left'],
  ['staffReplies', 'text of staff', 'texts of staff'],
  ['textsToStaff', 'text to staff', 'texts to staff'],
];

/** The destruction log with its counts in words, leaving out what there was none of. */
export function sayDestroyed(days: readonly DestructionDay[]) {
  return days.map((day) => ({
    ...day,
    said: COUNTED.filter(([what]) => day.counts[what] > 0)
      .map(([what, one, many]) => `${day.counts[what]} ${day.counts[what] === 1 ? one : many}`)
      .join(', '),
  }));
}

function sayTerms(terms: RetentionTerms) {
  const { chat, notes, concerns, sexualAbuse, allegations } = terms;
  const { leavers, youngLeavers, unknownNumbers, staffTexts, backups, events } = terms;
  return [
    { ...chat, howLong: `${years(chat.years)} after it was said` },
    { ...notes, howLong: `${years(notes.years)} after the check-in` },
    {
      ...concerns,
      howLong: `Until the young person is ${concerns.untilAge}, and at least ${years(concerns.atLeastYears)} after closing`,
    },
    { ...sexualAbuse, howLong: `${years(sexualAbuse.years)} after it was opened` },
    {
      ...allegations,
      howLong: `Until the accused is ${allegations.untilAge}, and at least ${years(allegations.atLeastYears)}`,
    },
    {
      ...leavers,
      howLong:
        `How to reach them: ${years(leavers.contactYears)} after leaving. ` +
        `Their name: ${years(leavers.nameYears)}, and as long as any concern they had a part in`,
    },
    { ...youngLeavers, howLong: `${years(youngLeavers.years)} after leaving, and as long as any of their words` },
    {
      ...unknownNumbers,
      howLong: `${years(unknownNumbers.years)} after it last wrote, and as long as any of its words`,
    },
    { ...staffTexts, howLong: `${years(staffTexts.years)}, and as long as the concern it is about` },
    { ...backups, howLong: `${backups.days} days after it was made` },
    { ...events, howLong: 'As long as the record itself' },
  ];
}

const years = (count: number): string => `${count} ${count === 1 ? 'year' : 'years'}`;
