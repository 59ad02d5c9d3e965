import { staffingFor } from '../../../src/rota';
import type { ConcernSummary, ViewEnd } from '../../../src/record/views/types';
import { judgeAccess } from '../../../src/staff/need-to-know/judgeAccess';
import { relate } from '../../../src/staff/need-to-know/relate';
import type { Roster } from '../../../src/vocabulary';
import { summary } from '../harness/cases';
import { NOW, ROSTER } from '../harness/roster';

const WORKING = '2026-11-24T11:00:00.000Z';
const END: ViewEnd = { line: 'line-kayla', beforeSeq: 7, at: '2026-11-22T23:39:00.000Z' };

function access(
  reader: string,
  concern: ConcernSummary,
  more: { roster?: Roster; now?: string; end?: ViewEnd; glass?: boolean } = {},
): string {
  const { roster = ROSTER, now = NOW, end = null, glass = false } = more;
  const who = roster.practitioners.find((one) => one.id === reader)!;
  const youngPerson = roster.youngPeople.find((one) => one.id === concern.youngPerson);
  const staffing = staffingFor(roster, { youngPerson: concern.youngPerson, now });
  const relation = youngPerson ? relate(who, youngPerson, staffing, glass) : null;
  const found = judgeAccess(concern, who, relation, staffing, end);
  return found.may === 'nothing' ? 'nothing' : `${found.may} as ${found.as}`;
}

const untold = (more: Partial<ConcernSummary> = {}) => summary({ told: [], holder: null, ...more });

describe('who may have a disclosure', () => {
  test.each([
    ['sam', 'the mentor, of their own', 'open as mentor'],
    ['martin', 'a mentor, of somebody else’s', 'nothing'],
    ['bea', 'the buddy, while nobody stands in by night', 'nothing'],
    ['cora', 'the coordinator', 'open as coordinator'],
    ['amira', 'the lead on duty', 'open as duty-lead'],
    ['jo', 'the second lead', 'open as second-lead'],
    ['mo', 'the manager', 'open as manager'],
    ['addy', 'the administrator', 'nothing'],
    ['gone', 'somebody who has left', 'nothing'],
  ])('%s (%s): %s', (reader, _who, expected) => {
    expect(access(reader, untold())).toBe(expected);
  });

  test('the buddy reads while they stand in for a mentor on leave, and no longer', () => {
    const away = { from: '2026-11-24', to: '2026-11-24' };
    const practitioners = ROSTER.practitioners.map((one) => (one.id === 'sam' ? { ...one, leave: [away] } : one));
    expect(access('bea', untold(), { now: WORKING, roster: { ...ROSTER, practitioners } })).toBe('open as cover');
    expect(access('bea', untold(), { now: WORKING })).toBe('nothing');
  });

  test('whoever was told reads it, until every notice to them is taken back', () => {
    const told = { practitioner: 'bea', as: 'cover', at: NOW, withdrawnAt: null } as const;
    expect(access('bea', untold({ told: [told] }))).toBe('open as cover');
    expect(access('bea', untold({ told: [{ ...told, withdrawnAt: NOW }] }))).toBe('nothing');
  });

  test('an opened glass lets somebody read, and a conflict set at matching outweighs it', () => {
    expect(access('martin', untold(), { glass: true })).toBe('open as broke-glass');
    expect(access('bea', untold({ youngPerson: 'ffion', line: 'line-ffion' }), { glass: true })).toBe('nothing');
  });

  test('somebody who is or could be meant has nothing, told or not', () => {
    expect(access('sam', untold({ excluded: ['sam'] }))).toBe('nothing');
    expect(access('amira', summary({ excluded: ['amira'] }))).toBe('nothing');
  });
});

describe('who may have an allegation', () => {
  const allegation = (more: Partial<ConcernSummary> = {}) =>
    untold({ nature: 'allegation', kinds: ['allegation-against-staff'], about: 'practitioner', ...more });

  test.each([
    ['the lead alone, of those in the office', {}, ['amira']],
    ['the second when the lead is meant', { excluded: ['amira'] }, ['jo']],
    ['the manager when both leads are', { excluded: ['amira', 'jo'] }, ['mo']],
    ['both leads when any adult could be', { anyAdultMeant: true }, ['amira', 'jo']],
    ['whom the lead let know, too', { mayKnow: ['cora'] }, ['cora', 'amira']],
    ['nobody who is meant, even if let know', { excluded: ['sam'], mayKnow: ['sam'] }, ['amira']],
  ])('%s', (_title, more: Partial<ConcernSummary>, expected) => {
    const readers = ROSTER.practitioners.map((one) => one.id);
    expect(readers.filter((reader) => access(reader, allegation(more)) !== 'nothing')).toEqual(expected);
  });

  test('no glass opens one', () => {
    expect(access('martin', allegation(), { glass: true })).toBe('nothing');
  });
});

describe('what may hide an allegation', () => {
  test.each(['could-not-be-assessed', 'unknown-sender'] as const)('%s is the lead’s side’s alone', (nature) => {
    const youngPerson = nature === 'unknown-sender' ? null : 'kayla';
    const readers = ROSTER.practitioners.map((one) => one.id);
    const may = readers.filter((reader) => access(reader, untold({ nature, youngPerson })) !== 'nothing');
    expect(may).toEqual(['amira', 'jo', 'mo']);
  });
});

describe('a view that has ended', () => {
  test('what began before the end stays as it was, also for the one it is hidden from', () => {
    const before = untold({ firstSeq: 3, openedAt: '2026-11-20T10:00:00.000Z', excluded: ['sam'] });
    expect(access('sam', before, { end: END })).toBe('ended as mentor');
  });

  test.each([
    ['what began at the first hint', { firstSeq: 7, openedAt: '2026-11-22T23:40:00.000Z' }],
    ['what a slow clock says was opened before', { firstSeq: 7, openedAt: '2026-11-20T10:00:00.000Z' }],
    ['what was opened later over earlier words', { firstSeq: 3, openedAt: '2026-11-22T23:40:00.000Z' }],
    ['an allegation, however old', { firstSeq: 3, openedAt: '2026-11-20T10:00:00.000Z', nature: 'allegation' }],
  ] as const)('%s does not exist', (_title, more) => {
    expect(access('sam', untold(more), { end: END })).toBe('nothing');
  });
});
