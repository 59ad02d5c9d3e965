import { isDeepStrictEqual } from 'node:util';
import type { Roster, Shift } from '../../vocabulary';

/** What an import does to one person, or to the organisation. */
export interface Change {
  readonly who: string;
  readonly change: 'added' | 'changed' | 'removed';
  /** Names of the fields that change; never their values, which are names, numbers and addresses. */
  readonly fields: readonly string[];
}

export interface Changes {
  readonly people: readonly Change[];
  readonly shiftsAdded: readonly Shift[];
  readonly shiftsRemoved: readonly Shift[];
}

/** What differs between the record's roster and the one that would replace it. */
export function compareRosters(before: Roster, after: Roster): Changes {
  return {
    people: [
      ...changesOf([{ id: 'organisation', ...before.organisation }], [{ id: 'organisation', ...after.organisation }]),
      ...changesOf(before.practitioners, after.practitioners),
      ...changesOf(before.youngPeople, after.youngPeople),
    ],
    shiftsAdded: without(after.shifts, before.shifts),
    shiftsRemoved: without(before.shifts, after.shifts),
  };
}

/** Whether nothing would change. */
export function isNothing({ people, shiftsAdded, shiftsRemoved }: Changes): boolean {
  return people.length + shiftsAdded.length + shiftsRemoved.length === 0;
}

interface Entry {
  readonly id: string;
}

function changesOf(before: readonly Entry[], after: readonly Entry[]): readonly Change[] {
  const earlier = new Map(before.map((one) => [one.id, one]));
  const later = new Set(after.map(({ id }) => id));
  return [
    ...after.flatMap((one) => changeOf(earlier.get(one.id), one)),
    ...before.filter(({ id }) => !later.has(id)).map(({ id }): Change => ({ who: id, change: 'removed', fields: [] })),
  ];
}

function changeOf(before: Entry | undefined, after: Entry): Change[] {
  if (before === undefined) return [{ who: after.id, change: 'added', fields: [] }];
  const fields = fieldsThatDiffer(before, after);
  return fields.length === 0 ? [] : [{ who: after.id, change: 'changed', fields }];
}

function fieldsThatDiffer(before: object, after: object): string[] {
  const value = (one: object, field: string) => (one as Record<string, unknown>)[field] ?? null;
  const all = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...all].filter((field) => !isDeepStrictEqual(value(before, field), value(after, field)));
}

function without(shifts: readonly Shift[], others: readonly Shift[]): readonly Shift[] {
  const key = ({ duty, practitioner, from, to }: Shift) => `${duty} ${practitioner} ${from} ${to}`;
  const known = new Set(others.map(key));
  return shifts.filter((shift) => !known.has(key(shift)));
}
