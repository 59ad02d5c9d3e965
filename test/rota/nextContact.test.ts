import { lastVisit, nextCheckIn, nextVisit } from '../../src/rota';
import type { Practitioner, Roster, YoungPerson } from '../../src/vocabulary';
import { STORY_ROSTER } from '../harness/roster';

/** A Tuesday morning; visits are on Thursdays at 16:00, check-ins on Tuesdays at 17:00. */
const NOW = '2026-11-17T10:00:00.000Z';
const AGREED: Partial<YoungPerson> = {
  visits: [{ weekday: 4, at: '16:00' }],
  checkIns: [{ weekday: 2, at: '17:00' }],
};

function next(
  of: (roster: Roster, person: YoungPerson, now: string) => string | null,
  { person = {}, sam = {}, now = NOW }: { person?: Partial<YoungPerson>; sam?: Partial<Practitioner>; now?: string },
) {
  const amira = { ...STORY_ROSTER.youngPeople[0]!, ...AGREED, ...person };
  const practitioners = STORY_ROSTER.practitioners.map((one) => (one.id === 'sam' ? { ...one, ...sam } : one));
  return of({ ...STORY_ROSTER, practitioners, youngPeople: [amira] }, amira, now);
}

describe('the next visit that is named', () => {
  test.each<readonly [string, Parameters<typeof next>[1], string | null]>([
    ['is the next agreed one', {}, '2026-11-19T16:00:00.000Z'],
    [
      'is the first after the mentor’s leave',
      { sam: { leave: [{ from: '2026-11-18', to: '2026-11-27' }] } },
      '2026-12-03T16:00:00.000Z',
    ],
    [
      'is not on a bank holiday',
      { person: { visits: [{ weekday: 5, at: '16:00' }] }, now: '2026-12-21T10:00:00.000Z' },
      '2027-01-08T16:00:00.000Z',
    ],
    [
      'is none when somebody else is their mentor by then',
      { person: { nextMentor: { who: 'bea', from: '2026-11-19' } } },
      null,
    ],
    [
      'is this mentor’s while they still are',
      { person: { nextMentor: { who: 'bea', from: '2026-11-20' } } },
      '2026-11-19T16:00:00.000Z',
    ],
    ['is none after the ending', { person: { endsOn: '2026-11-18' } }, null],
    ['may be on the last day', { person: { endsOn: '2026-11-19' } }, '2026-11-19T16:00:00.000Z'],
    ['is none of a mentor who will have left', { sam: { leftAt: '2026-11-18T17:00:00.000Z' } }, null],
    ['is none where none is agreed', { person: { visits: [] } }, null],
  ])('%s', (_what, given, expected) => {
    expect(next(nextVisit, given)).toBe(expected);
  });
});

describe('the last visit', () => {
  test.each<readonly [string, Parameters<typeof next>[1], string | null]>([
    ['is the latest agreed one', {}, '2026-11-12T16:00:00.000Z'],
    ['has been from the moment it begins', { now: '2026-11-19T16:00:00.000Z' }, '2026-11-19T16:00:00.000Z'],
    [
      'is none on the mentor’s leave',
      { sam: { leave: [{ from: '2026-11-09', to: '2026-11-13' }] } },
      '2026-11-05T16:00:00.000Z',
    ],
    ['is none where none is agreed', { person: { visits: [] } }, null],
  ])('%s', (_what, given, expected) => {
    expect(next(lastVisit, given)).toBe(expected);
  });
});

describe('the next check-in that is named', () => {
  test.each<readonly [string, Parameters<typeof next>[1], string | null]>([
    ['is the next agreed one', {}, '2026-11-17T17:00:00.000Z'],
    ['is none after the last', { person: { endsOn: '2026-11-17' }, now: '2026-11-17T17:05:00.000Z' }, null],
    ['is none while they are missing: none goes out', { person: { missingSince: NOW } }, null],
  ])('%s', (_what, given, expected) => {
    expect(next(nextCheckIn, given)).toBe(expected);
  });
});
