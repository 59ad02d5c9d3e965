import { DAY_MS, later } from '../../src/vocabulary';
import type { ConcernSummary } from '../../src/record/views/types';
import { summary, wholeCase } from './harness/cases';
import { useDesk } from './harness/desk';
import { NOW } from './harness/roster';

const PATH = '/staff/weekly';

const desk = useDesk();

function worries(...all: readonly Partial<ConcernSummary>[]): void {
  desk.house.cases = all.map((one, place) =>
    wholeCase({ summary: summary({ id: `w${place}`, level: 'worry', kinds: ['bullying'], told: [], ...one }) }),
  );
}

test('whoever looks over the work finds each open worry: whose, of what, since when, who holds it, who opened it', async () => {
  worries(
    { openedAt: later(NOW, -2 * DAY_MS), reference: 'NEW', holder: 'sam' },
    {
      openedAt: later(NOW, -9 * DAY_MS),
      reference: 'OLD',
      holder: 'sam',
      acts: [{ act: 'seen', by: 'sam', as: 'mentor', at: later(NOW, -8 * DAY_MS) }],
    },
    { level: 'urgent', reference: 'URG' },
    { closedAt: NOW, reference: 'GONE' },
  );
  for (const practitioner of ['amira', 'mo']) {
    const page = await (await desk.site.signedInAs(practitioner)).get(PATH);
    expect(page.status).toBe(200);
    expect(page.text).toContain('2 worries open, 1 not opened by anybody');
    expect(page.text).toMatch(/Still open from before .*OLD Bullying 9 days.* Sam Sam .*Came in the last/);
    expect(page.text).toMatch(/Came in the last seven days .*NEW Bullying 2 days.* Sam Not yet/);
    expect(page.text).not.toMatch(/URG|GONE/);
  }
});

test('a worry of which there were three in a few weeks is marked, and no other', async () => {
  const openedAt = later(NOW, -2 * DAY_MS);
  worries(
    { openedAt, reference: 'THIRD' },
    { openedAt, reference: 'OTHER', kinds: ['self-harm'] },
    { openedAt, reference: 'FRIEND', about: 'other' },
    { openedAt, reference: 'ALONE', line: 'line-noor' },
  );
  const counted = { line: 'line-kayla', about: 'self', kind: 'bullying' } as const;
  desk.house.repeated = [
    { ...counted, at: openedAt },
    { ...counted, line: 'line-noor', at: later(openedAt, -22 * DAY_MS) },
  ];
  const page = await (await desk.site.signedInAs('amira')).get(PATH);
  expect(page.text.match(/Three of a kind/g)).toHaveLength(1);
  expect(page.text).toMatch(/THIRD Bullying Three of a kind *: Bullying/);
});

test('a worry that is hidden from its reader is not in their list, nor in its count', async () => {
  worries({ reference: 'SHOWN' }, { reference: 'HIDDEN', excluded: ['amira'] });
  const page = await (await desk.site.signedInAs('amira')).get(PATH);
  expect(page.text).toContain('1 worry open');
  expect(page.text).not.toContain('HIDDEN');
});

test('where no worry is open it says so', async () => {
  expect((await (await desk.site.signedInAs('amira')).get(PATH)).text).toContain('No worry is open.');
});

test('for everybody else it is not there, nor any way to it', async () => {
  for (const practitioner of ['sam', 'addy']) {
    const visitor = await desk.site.signedInAs(practitioner);
    expect((await visitor.get(PATH)).status).toBe(404);
    expect((await visitor.get('/staff/people')).text).not.toContain('Weekly list');
  }
});
