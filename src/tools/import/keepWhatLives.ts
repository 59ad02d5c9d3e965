import type { Leave, Practitioner, Roster, YoungPerson } from '../../vocabulary';

/** What a roster file says of a young person in so many words, by id: the rest are defaults nobody wrote. */
export type Said = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * The roster as it will stand: the file's, with what only the record knows. Proofs and opt-outs stay with an address
 * that stays, leave written down on the rota page with whoever has it; what a young person chose, became or agreed at joining since stays unless the file says otherwise.
 */
export function keepWhatLives(file: Roster, current: Roster, said: Said): Roster {
  return {
    ...file,
    practitioners: file.practitioners.map((one) => practitioner(one, find(current.practitioners, one.id))),
    youngPeople: file.youngPeople.map((one) =>
      youngPerson(one, find(current.youngPeople, one.id), said.get(one.id) ?? new Set()),
    ),
  };
}

function practitioner(one: Practitioner, before: Practitioner | undefined): Practitioner {
  if (!before) return one;
  const leave = one.leave.map((stands) => before.leave.find((known) => isSame(known, stands)) ?? stands);
  const addedHere = before.leave.filter((known) => known.added && !one.leave.some((stands) => isSame(known, stands)));
  const samePhone = one.phone === before.phone;
  return {
    ...one,
    leave: [...leave, ...addedHere],
    provenAt: {
      sms: samePhone ? before.provenAt.sms : null,
      voice: samePhone ? before.provenAt.voice : null,
      email: one.email === before.email ? before.provenAt.email : null,
    },
    optedOutAt: samePhone ? before.optedOutAt : null,
  };
}

function isSame(one: Leave, other: Leave): boolean {
  return one.from === other.from && one.to === other.to;
}

const LIVING = ['style', 'language', 'joinedAt', 'joining', 'missingSince'] as const;

/** What is agreed face to face at joining, where that was kept here and not on paper. */
const AGREED = ['dateOfBirth', 'safeHours', 'secondSafeWay', 'checkWord', 'codeWord', 'carers'] as const;

function youngPerson(one: YoungPerson, before: YoungPerson | undefined, said: ReadonlySet<string>): YoungPerson {
  if (!before) return one;
  const living = before.joining ? [...LIVING, ...AGREED] : LIVING;
  const kept = living.filter((field) => !said.has(field)).map((field) => [field, before[field]]);
  return { ...one, ...(Object.fromEntries(kept) as Partial<YoungPerson>) };
}

function find<Person extends { readonly id: string }>(people: readonly Person[], id: string): Person | undefined {
  return people.find((other) => other.id === id);
}
