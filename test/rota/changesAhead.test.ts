import { changesAhead } from '../../src/rota';
import type { Leave, Practitioner, Roster, YoungPerson } from '../../src/vocabulary';
import { STORY_ROSTER } from '../harness/roster';

/** A Tuesday morning in November. */
const NOW = '2026-11-17T10:00:00.000Z';
const WEEK: Leave = { from: '2026-11-19', to: '2026-11-25' };

type Changed = Readonly<Record<string, Partial<Practitioner>>>;

function ahead(practitioners: Changed, person: Partial<YoungPerson> = {}, now = NOW) {
  const amira = { ...STORY_ROSTER.youngPeople[0]!, ...person };
  const roster: Roster = {
    ...STORY_ROSTER,
    practitioners: STORY_ROSTER.practitioners.map((one) => ({ ...one, ...practitioners[one.id] })),
    youngPeople: [amira],
  };
  return changesAhead(roster, amira, now);
}

describe('who stands in for a mentor on leave', () => {
  test('is the buddy in hours, and the mentor is back on their next working day', () => {
    expect(ahead({ sam: { leave: [WEEK] } })).toEqual([
      { change: 'stand-in', from: '2026-11-19', backAt: '2026-11-26T08:00:00.000Z', who: 'bea' },
    ]);
  });

  test.each<readonly [string, Changed, Partial<YoungPerson>]>([
    ['the buddy is away too', { sam: { leave: [WEEK] }, bea: { leave: [WEEK] } }, {}],
    ['there is no buddy', { sam: { leave: [WEEK] } }, { buddy: null }],
    ['a conflict bars the buddy', { sam: { leave: [WEEK] } }, { conflicts: ['bea'] }],
  ])('is the coordinator where %s', (_when, practitioners, person) => {
    expect(ahead(practitioners, person)).toMatchObject([{ change: 'stand-in', who: 'cora' }]);
  });

  test('and where nobody could be named, nobody is', () => {
    const away = { leave: [WEEK] };
    expect(ahead({ sam: away, bea: away, cora: away })).toEqual([]);
  });

  test.each<readonly [string, Leave]>([
    ['on no day of theirs', { from: '2026-11-18', to: '2026-11-18' }],
    ['more than three days off', { from: '2026-11-21', to: '2026-11-27' }],
    ['begun already', { from: '2026-11-16', to: '2026-11-20' }],
  ])('is not told of leave that is %s', (what, leave) => {
    const hours = what === 'on no day of theirs' ? { hours: [{ weekday: 2, from: '09:00', to: '17:30' }] } : {};
    expect(ahead({ sam: { leave: [leave], ...hours } })).toEqual([]);
  });

  test('over the bank holidays of Christmas the return is a day they work', () => {
    const leave = [{ from: '2026-12-24', to: '2026-12-24' }];
    expect(ahead({ sam: { leave } }, {}, '2026-12-22T10:00:00.000Z')).toMatchObject([
      { backAt: '2026-12-29T08:00:00.000Z' },
    ]);
  });
});

test.each<readonly [string, Partial<YoungPerson>, readonly string[]]>([
  ['a new mentor within a fortnight', { nextMentor: { who: 'bea', from: '2026-12-01' } }, ['new-mentor']],
  ['a new mentor later than that', { nextMentor: { who: 'bea', from: '2026-12-02' } }, []],
  ['an ending within four weeks', { endsOn: '2026-12-15' }, ['ending']],
  ['an ending later than that', { endsOn: '2026-12-16' }, []],
  ['an ending that is over', { endsOn: '2026-11-16' }, []],
  ['nothing', {}, []],
])('%s: told now of %s', (_what, person, changes) => {
  expect(ahead({}, person).map((one) => one.change)).toEqual(changes);
});
