import { byVisit } from '../../src/staff/young-person/byVisit';
import { lineHistory, said } from './harness/cases';
import { useDesk } from './harness/desk';

/** Kayla is visited on Thursdays at four; today is Sunday 22 November. */
const OLD = said(1, 'netball was fun', '2026-11-10T17:01:00.000Z');
const OLDER = said(2, 'new shoes', '2026-11-03T17:01:00.000Z');
const desk = useDesk((house) => {
  const { thread } = lineHistory();
  house.histories.set('kayla', lineHistory({ thread: [OLDER, OLD, ...thread] }));
});

/** The page cut into what is folded away and what is read at once. */
async function read() {
  const { html } = (await desk.readerAt('sam', '/staff/people/kayla')).page;
  const talk = /<section aria-labelledby="conversation">(.*?)<\/section>/s.exec(html)?.[1] ?? '';
  const folded = [...talk.matchAll(/<details class="govuk-details desk-fold">.*?<\/details>/gs)].map(([one]) => one);
  const atOnce = folded.reduce((rest, one) => rest.replace(one, ''), talk).replace(/<select.*?<\/select>/s, '');
  return { folded: folded.map((one) => one.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')), atOnce };
}

test('what was said since the last visit is open; each stretch before an earlier one is folded, and says so', async () => {
  const { folded, atOnce } = await read();
  expect(atOnce).toContain('u up?');
  expect(atOnce).not.toContain('got picked for the team');
  expect(folded).toEqual([
    expect.stringMatching(/Before the visit on Thursday 5 November 2026: 1 text .*new shoes/),
    expect.stringMatching(/Before the visit on Thursday 12 November 2026: 1 text .*netball was fun/),
    expect.stringMatching(/Before the visit on Thursday 19 November 2026: 1 text .*got picked for the team/),
  ]);
});

test('where nobody visits, check-ins part it', async () => {
  const youngPeople = desk.house.roster.youngPeople.map((one) => (one.id === 'kayla' ? { ...one, visits: [] } : one));
  desk.house.roster = { ...desk.house.roster, youngPeople };
  const { folded, atOnce } = await read();
  expect(atOnce).toContain('got picked for the team');
  expect(folded.map((one) => /Before the check-in on [^:]*/.exec(one)?.[0])).toEqual([
    'Before the check-in on Tuesday 10 November 2026',
    'Before the check-in on Tuesday 17 November 2026',
  ]);
});

test('on the visit itself and on the way home, what was said before it is still open', async () => {
  desk.house.histories.set(
    'kayla',
    lineHistory({ thread: [OLDER, said(3, 'see you later', '2026-11-19T09:00:00.000Z')] }),
  );
  desk.house.now = '2026-11-19T20:00:00.000Z';
  expect((await read()).atOnce).toContain('see you later');
});

describe('a conversation parted by visits', () => {
  const at = (hour: number) => ({ at: `2026-11-10T${String(hour).padStart(2, '0')}:00:00.000Z` });
  const visit = (hour: number) => at(hour).at;

  test('loses nothing, doubles nothing and keeps its order, wherever the visits fall', () => {
    const thread = [9, 10, 10, 11, 14, 15].map(at);
    for (const visits of [[], [visit(8)], [visit(10)], [visit(15), visit(10)], [visit(12), visit(13)], [visit(23)]]) {
      const stretches = byVisit(thread, visits);
      expect(stretches.flatMap(({ items }) => items)).toEqual(thread);
      expect(stretches.every(({ items }) => items.length > 0)).toBe(true);
    }
  });

  test('of which nothing was written has no stretch', () => {
    expect(byVisit([], [visit(10)])).toEqual([]);
  });
});
