import type { RetentionTerms } from '../../retention';
import type { EverKnown, Keeping } from '../../record/views/types';
import type { LegalHold } from '../../vocabulary';
import type { Eye } from '../need-to-know/eye';

/** What one reader may see of what is kept and what is gone. */
export function describeKeeping(eye: Eye, { people, holds, destroyed }: Keeping, terms: RetentionTerms | null) {
  const seen = holds
    .filter((hold) => mayKnowOf(eye, hold, people))
    .map((hold) => ({
      ...hold,
      whose: hold.youngPerson === null ? 'Everybody' : (personOf(people, hold.youngPerson)?.name ?? 'Somebody'),
      placedByName: eye.practitioner(hold.placedBy)?.name ?? 'Somebody who has left',
      liftedByName: hold.lifted && (eye.practitioner(hold.lifted.by)?.name ?? 'Somebody who has left'),
    }));
  return {
    terms: terms === null ? null : { ...terms, rows: sayTerms(terms) },
    standing: seen.filter((hold) => hold.lifted === null),
    lifted: seen.filter((hold) => hold.lifted !== null),
    destroyed,
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
  return people.filter((one) => one.name.toLocaleLowerCase('en-GB') === sought);
}

function sayTerms({ chat, notes, concerns, sexualAbuse, allegations, events }: RetentionTerms) {
  const years = (count: number) => `${count} ${count === 1 ? 'year' : 'years'}`;
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
    { ...events, howLong: 'As long as the record itself' },
  ];
}
