import { COUNTED_OVER_DAYS } from '../../safeguarding/over-time/repeatedWorries';
import { DAY_MS, later, type ActDone } from '../../vocabulary';
import type { ConcernSummary, RepeatedWorry } from '../../record/views/types';
import { fourClocks, type ActClock } from '../concern/fourClocks';
import type { Eye } from '../need-to-know/eye';
import { KIND_NAMES } from '../words/names';
import { nameOf, nameOfYoungPerson } from '../words/people';

/** One open worry, as the week's list shows it. */
export interface WeekRow {
  readonly concern: ConcernSummary;
  readonly who: string;
  readonly holder: string | null;
  /** Kinds of which this is at least the third worry in a few weeks. */
  readonly ofAKind: readonly string[];
  /** The first who opened the words, and what runs while nobody has. */
  readonly opened: (ActDone & { readonly name: string }) | null;
  readonly clock: ActClock | null;
}

/** What came this week and what is still open from before, longest open first. */
export interface WeekList {
  readonly parts: readonly { readonly id: string; readonly title: string; readonly rows: readonly WeekRow[] }[];
  readonly openCount: number;
  readonly unopenedCount: number;
}

const WEEK_MS = 7 * DAY_MS;

/** The open worries this reader may see. What is urgent has its own clocks and is no part of a weekly list. */
export function listWeek(eye: Eye, open: readonly ConcernSummary[], repeated: readonly RepeatedWorry[]): WeekList {
  const rows = eye
    .see(open)
    .filter(({ concern }) => concern.level === 'worry' && concern.closedAt === null)
    .map(({ concern, access }) => toRow(eye, concern, access.may === 'ended' ? [] : repeated))
    .toSorted((a, b) => Date.parse(a.concern.openedAt) - Date.parse(b.concern.openedAt));
  const weekAgo = later(eye.now, -WEEK_MS);
  return {
    parts: [
      { id: 'before', title: 'Still open from before', rows: rows.filter((row) => row.concern.openedAt < weekAgo) },
      { id: 'week', title: 'Came in the last seven days', rows: rows.filter((row) => row.concern.openedAt >= weekAgo) },
    ],
    openCount: rows.length,
    unopenedCount: rows.filter((row) => row.opened === null).length,
  };
}

function toRow(eye: Eye, concern: ConcernSummary, repeated: readonly RepeatedWorry[]): WeekRow {
  const opened = concern.acts.find(({ act }) => act === 'seen') ?? null;
  return {
    concern,
    who: nameOfYoungPerson(eye, concern.youngPerson),
    holder: concern.holder === null ? null : nameOf(eye, concern.holder),
    ofAKind: [...new Set(repeated.filter((one) => isOf(concern, one)).map(({ kind }) => KIND_NAMES[kind]))],
    opened: opened && { ...opened, name: nameOf(eye, opened.by) },
    clock: fourClocks(concern, eye.now).find(({ act, dueAt }) => act === 'seen' && dueAt !== null) ?? null,
  };
}

/** Counted while this worry was open, or so short a time before that it goes on from there. */
function isOf({ line, about, kinds, openedAt }: ConcernSummary, counted: RepeatedWorry): boolean {
  const isSame = counted.line === line && counted.about === about && kinds.includes(counted.kind);
  return isSame && counted.at >= later(openedAt, -COUNTED_OVER_DAYS * DAY_MS);
}
