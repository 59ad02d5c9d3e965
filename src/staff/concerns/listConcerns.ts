import { compareLevels, type Instant, type Level } from '../../vocabulary';
import type { ConcernSummary } from '../../record/views/types';
import { fourClocks, nextClock, type ActClock } from '../concern/fourClocks';
import type { Eye } from '../need-to-know/eye';
import type { Relation } from '../need-to-know/relate';
import { nameOf, nameOfYoungPerson } from '../words/people';

/** One row of the work list. */
export interface WorkRow {
  readonly concern: ConcernSummary;
  readonly who: string;
  readonly as: Relation;
  readonly holder: string | null;
  readonly isMine: boolean;
  readonly clocks: readonly ActClock[];
  readonly next: ActClock | null;
}

/** What the work list shows: open by level, then longest waiting first; closed, latest first. */
export interface WorkList {
  readonly groups: readonly { readonly level: Level; readonly rows: readonly WorkRow[] }[];
  readonly closed: readonly WorkRow[];
  readonly lateCount: number;
  readonly openCount: number;
}

/** The work list of this reader: open by level, the oldest first in each, then what was closed. */
export function listConcerns(eye: Eye, concerns: readonly ConcernSummary[]): WorkList {
  const rows = eye.see(concerns).map(({ concern, access }) => toRow(eye, concern, access.as));
  const open = rows.filter((row) => row.concern.closedAt === null).toSorted(byLevelThenAge);
  const levels = [...new Set(open.map((row) => row.concern.level))];
  return {
    groups: levels.map((level) => ({ level, rows: open.filter((row) => row.concern.level === level) })),
    closed: rows
      .filter((row) => row.concern.closedAt !== null)
      .toSorted((a, b) => newestFirst(a.concern.closedAt, b.concern.closedAt)),
    lateCount: open.filter((row) => row.clocks.some((clock) => clock.late)).length,
    openCount: open.length,
  };
}

function toRow(eye: Eye, concern: ConcernSummary, as: Relation): WorkRow {
  return {
    concern,
    who: nameOfYoungPerson(eye, concern.youngPerson),
    as,
    holder: concern.holder === null ? null : nameOf(eye, concern.holder),
    isMine: concern.holder === eye.reader.id,
    clocks: fourClocks(concern, eye.now),
    next: nextClock(concern, eye.now),
  };
}

function byLevelThenAge(a: WorkRow, b: WorkRow): number {
  return (
    compareLevels(b.concern.level, a.concern.level) || Date.parse(a.concern.openedAt) - Date.parse(b.concern.openedAt)
  );
}

const newestFirst = (a: Instant | null, b: Instant | null): number => Date.parse(b ?? '') - Date.parse(a ?? '');
