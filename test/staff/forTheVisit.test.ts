import { lineHistory } from './harness/cases';
import { useDesk } from './harness/desk';

const desk = useDesk();
const CHECKED_IN_AT = '2026-11-17T17:00:00.000Z';
const VISITS = [{ weekday: 4, at: '16:00' as const }];

/** The page as the mentor reads it at that moment, of a young person who left words on the Tuesday before a visit. */
async function pageAt(now: string): Promise<string> {
  const { roster } = desk.house;
  const youngPeople = roster.youngPeople.map((one) => (one.id === 'kayla' ? { ...one, visits: VISITS } : one));
  desk.house.roster = { ...roster, youngPeople };
  desk.house.now = now;
  const [said] = lineHistory().checkIns.filter(({ startedAt }) => startedAt === CHECKED_IN_AT);
  desk.house.histories.set('kayla', lineHistory({ checkIns: [said!] }));
  return (await (await desk.site.signedInAs('sam')).get('/staff/people/kayla')).text;
}

test('words for the visit stand first until it is over, on the visit and on the way home too', async () => {
  for (const now of ['2026-11-19T10:00:00.000Z', '2026-11-19T16:30:00.000Z', '2026-11-19T22:00:00.000Z']) {
    const text = await pageAt(now);
    expect(text).toMatch(/For your next visit can we do chips/);
    expect(text).not.toContain('Left for earlier visits');
  }
});

test('afterwards they stand behind it', async () => {
  const text = await pageAt('2026-11-20T09:00:00.000Z');
  expect(text).toMatch(/has not left you words for the visit\. Left for earlier visits \(1\) can we do chips/);
});
