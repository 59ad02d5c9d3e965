import { endingByAge } from '../../src/rota';

const RULES = { atAge: 18, teamToldDaysBefore: [182, 28] };

test.each([
  ['more than half a year before: nobody hears yet', '2008-11-17', '2026-05-18', '2026-11-16', null],
  ['half a year before', '2008-11-17', '2026-05-19', '2026-11-16', 182],
  ['29 days before it is still the first mark', '2008-11-17', '2026-10-19', '2026-11-16', 182],
  ['four weeks before', '2008-11-17', '2026-10-20', '2026-11-16', 28],
  ['after it', '2008-11-17', '2027-01-01', '2026-11-16', 28],
  ['born on 29 February: on 1 March of a year without one', '2008-02-29', '2026-02-01', '2026-02-28', 28],
  ['born on 1 January: the last day is in the year before', '2009-01-01', '2026-12-31', '2026-12-31', 28],
])('%s', (_when, born, today, lastDay, mark) => {
  expect(endingByAge(born, RULES, today)).toEqual({ lastDay, mark });
});
