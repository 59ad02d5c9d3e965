import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Instant, Roster, Shift } from '../../vocabulary';
import { readYaml, type Fault } from '../readYaml';
import { momentWritten } from './momentWritten';
import { findRosterFaults, findRosterWarnings } from './rosterFaults';
import { rosterSchema, type RosterSheet } from './rosterSchema';
import { readShifts } from './rosterShifts';

export type ReadRoster =
  | {
      readonly ok: true;
      readonly roster: Roster;
      /** Duty uncovered, or both leads one person, within 72 hours: errors to `check`, but the roster is usable. */
      readonly gaps: readonly Fault[];
      /** Later gaps, more than seven nights in a row, an area whose bank holidays are not known. */
      readonly warnings: readonly Fault[];
    }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/**
 * Reads a roster file. Every fault is given with its line: what does not fit the form, an id nobody has, an id or
 * number twice, a shift that ends before it begins. Weekly shifts are laid out around `now`.
 */
export function readRoster(file: string, now: Instant, name = file): ReadRoster {
  const read = readYaml(file, rosterSchema, name);
  if (!read.ok) return read;
  const place = (path: readonly PropertyKey[], says: string): Fault => ({ file: name, line: read.lineOf(path), says });
  const shifts = readShifts(read.value.rota, read.value.organisation.timeZone, now);
  const faults = findRosterFaults(read.value, shifts, place);
  if (faults.length > 0) return { ok: false, faults };
  const roster = rosterOf(
    read.value,
    shifts.flatMap((each) => each ?? []),
    versionOf(file),
  );
  return { ok: true, roster, ...findRosterWarnings(roster, shifts, now, place) };
}

function versionOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 12);
}

function rosterOf(sheet: RosterSheet, shifts: readonly Shift[], version: string): Roster {
  const { organisation } = sheet;
  const moment = (written: string | null | undefined): Instant | null =>
    written == null ? null : momentWritten(written, organisation.timeZone);
  return {
    version,
    organisation: {
      ...organisation,
      outsideContact: organisation.outsideContact ?? null,
      modelApproval: organisation.modelApproval ?? null,
    },
    practitioners: sheet.practitioners.map((one) => ({
      ...one,
      phone: one.phone ?? null,
      email: one.email ?? null,
      provenAt: { sms: null, voice: null, email: null },
      optedOutAt: null,
      leftAt: moment(one.leftAt),
    })),
    youngPeople: sheet.youngPeople.map((one) => ({
      ...one,
      phone: one.phone ?? null,
      buddy: one.buddy ?? null,
      joinedAt: moment(one.joinedAt),
      missingSince: moment(one.missingSince),
      dateOfBirth: one.dateOfBirth ?? null,
      socialWorker: one.socialWorker ?? null,
      school: one.school ?? null,
      secondSafeWay: one.secondSafeWay ?? null,
      checkWord: one.checkWord ?? null,
      codeWord: one.codeWord ?? null,
    })),
    shifts,
  };
}
