import type { CaseWhole, DigestSeen } from '../../../src/record/views/types';
import { summary, wholeCase } from '../harness/cases';
import { useDesk } from '../harness/desk';

const MORNING = '2026-11-23T08:30:00.000Z';
const DIGEST: DigestSeen = {
  practitioner: 'sam',
  plannedAt: '2026-11-22T23:40:01.000Z',
  goesAt: MORNING,
  withdrawnAt: null,
  sent: null,
};
const HELD = {
  at: '2026-11-22T23:40:02.500Z',
  name: 'notice-held',
  data: { practitioner: 'sam', until: MORNING },
} as const;
const desk = useDesk();

/** What stands under "Who was told", as a reader sees it. */
async function whoWasTold(whole: Partial<CaseWhole>, reader = 'jo'): Promise<string> {
  desk.house.cases = [wholeCase(whole)];
  const { html } = (await desk.readerAt(reader, '/staff/work/concern-kayla')).page;
  const section = /<section aria-labelledby="told">(.*?)<\/section>/s.exec(html)?.[1] ?? '';
  return section.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
}

test('a place in the morning digest is on the list of who was told: that it waits, and until when', async () => {
  expect(await whoWasTold({ digests: [DIGEST] })).toContain('8:30am tomorrow Sam Morning digest Waits until then');
});

test('a digest that went says so, and what became of its text', async () => {
  const sent = { at: MORNING, by: 'sms', state: 'delivered' } as const;
  desk.house.now = '2026-11-23T09:00:00.000Z';
  expect(await whoWasTold({ digests: [{ ...DIGEST, sent }] })).toContain('8:30am Sam Morning digest Text: delivered');
});

test('a digest that was taken back, or never went, is not said to have told anybody', async () => {
  desk.house.now = '2026-11-23T09:00:00.000Z';
  expect(await whoWasTold({ digests: [DIGEST] })).toContain('Sam Morning digest Did not go');
  const withdrawnAt = '2026-11-22T23:50:00.000Z';
  expect(await whoWasTold({ digests: [{ ...DIGEST, withdrawnAt }] })).toContain('Sam Morning digest Taken back');
});

test('whoever waits for their day is on the list until they have been told, and no longer', async () => {
  expect(await whoWasTold({ history: [HELD] })).toContain('8:30am tomorrow Sam Text, when their day starts');
  const [notice] = wholeCase().notices;
  const told = { ...notice!, id: 'n3', practitioner: 'sam', madeAt: '2026-11-22T23:50:00.000Z' };
  expect(await whoWasTold({ history: [HELD], notices: [told] })).not.toContain('when their day starts');
  const closed = summary({ closedAt: '2026-11-22T23:52:00.000Z' });
  expect(await whoWasTold({ history: [HELD], summary: closed })).not.toContain('when their day starts');
});

test('on a night of many attempts the digest stands at first sight', async () => {
  const [notice] = wholeCase().notices;
  const notices = Array.from({ length: 20 }, (_, index) => ({ ...notice!, id: `n${index}` }));
  const told = await whoWasTold({ notices, digests: [DIGEST] });
  expect(told).toContain('Sam , 8:30am tomorrow Morning digest: waits until then');
  expect(told.match(/Morning digest/g)).toHaveLength(1);
});

test('for whoever has been shut out, what waited as their view ended waits on: nothing tells them of it', async () => {
  desk.house.now = '2026-11-23T09:00:00.000Z';
  desk.house.ends.set('sam', [{ line: 'line-kayla', beforeSeq: 99, at: '2026-11-22T23:50:00.000Z' }]);
  const withdrawnAt = '2026-11-22T23:50:00.000Z';
  const told = [{ practitioner: 'sam', as: 'mentor', at: '2026-11-22T23:40:01.000Z', withdrawnAt: null }] as const;
  const whole = { summary: summary({ told, excluded: ['sam'] }), digests: [{ ...DIGEST, withdrawnAt }] };
  expect(await whoWasTold(whole, 'sam')).toContain('8:30am Sam Morning digest Waits until then');
});
