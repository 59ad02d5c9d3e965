import type { Leave } from '../../src/vocabulary';
import { useDesk } from './harness/desk';

/** Added on the rota page the evening before; today is Sunday 22 November. */
const ADDED = { by: 'cora', at: '2026-11-21T18:00:00.000Z' };
const AHEAD: Leave = { from: '2026-12-01', to: '2026-12-04', added: ADDED };
const BEGUN: Leave = { from: '2026-11-20', to: '2026-11-27', added: ADDED };
const FROM_FILE: Leave = { from: '2026-12-24', to: '2026-12-28' };

const pathOf = ({ from, to }: Leave, who = 'sam') => `/staff/rota/leave/${who}/${from}/${to}`;
const daysOf = ({ from, to }: Leave): Leave => ({ from, to });

const desk = useDesk((house) => {
  const practitioners = house.roster.practitioners.map((one) =>
    one.id === 'sam' ? { ...one, leave: [AHEAD, BEGUN, FROM_FILE] } : one,
  );
  house.roster = { ...house.roster, practitioners };
});
const takenBack = () => desk.house.askedFor('takeBackLeave');

test('the rota says who added a leave and when, and leads whoever may to taking it back', async () => {
  const sam = await desk.readerAt('sam', '/staff/rota');
  expect(sam.page.text).toContain('1 December 2026 to 4 December 2026 Take back');
  expect(sam.page.text).toContain('Added by Cora, 6pm yesterday');
  expect(sam.page.html).toContain(`href="${pathOf(AHEAD)}"`);
  const martin = await desk.readerAt('martin', '/staff/rota');
  expect(martin.page.html).not.toContain(pathOf(AHEAD));
});

test('leave that has not begun is taken back by a press, under the name of whoever pressed', async () => {
  const sam = await desk.readerAt('sam', pathOf(AHEAD));
  expect(sam.page.text).not.toContain('Why is it taken back?');
  expect((await sam.post(pathOf(AHEAD), {})).location).toBe('/staff/rota?done=leave-back');
  expect(takenBack()).toEqual([
    { practitioner: 'sam', leave: daysOf(AHEAD), keptUntil: null, by: 'sam', because: null },
  ]);
});

test('leave that has begun is taken back with a reason alone, and the days that have been stay', async () => {
  const cora = await desk.readerAt('cora', pathOf(BEGUN));
  const refused = await cora.post(pathOf(BEGUN), {});
  expect([refused.status, refused.text]).toEqual([400, expect.stringContaining('Say why it is taken back')]);
  expect(takenBack()).toEqual([]);
  await cora.post(pathOf(BEGUN), { because: 'back-early' });
  expect(takenBack()).toEqual([
    { practitioner: 'sam', leave: daysOf(BEGUN), keptUntil: '2026-11-21', by: 'cora', because: 'back-early' },
  ]);
});

test('of leave that begins today no day has been, and a reason is asked for all the same', async () => {
  desk.house.now = '2026-12-01T07:00:00.000Z';
  const sam = await desk.readerAt('sam', pathOf(AHEAD));
  expect((await sam.post(pathOf(AHEAD), {})).status).toBe(400);
  await sam.post(pathOf(AHEAD), { because: 'by-mistake' });
  expect(takenBack()).toMatchObject([{ keptUntil: null, because: 'by-mistake' }]);
});

test.each([
  ['another mentor', 'martin', pathOf(AHEAD)],
  ['anybody, once it is over', 'cora', pathOf({ from: '2026-11-02', to: '2026-11-06' })],
  ['anybody, of somebody who is not there', 'cora', pathOf(AHEAD, 'nobody')],
])('%s finds no leave to take back', async (_who, reader, path) => {
  const visitor = await desk.readerAt(reader, path);
  expect(visitor.page.status).toBe(404);
  expect((await visitor.post(path, { because: 'by-mistake' })).status).toBe(404);
  expect(takenBack()).toEqual([]);
});

test('whom a text has told of it stands there by name, as far as the reader may know them', async () => {
  desk.house.toldOfLeave = ['kayla', 'ffion'];
  const sam = await desk.readerAt('sam', pathOf(AHEAD));
  expect(sam.page.text).toContain('Told already that somebody else will be there: Kayla Reed Ffion Evans');
  const addy = await desk.readerAt('addy', pathOf(AHEAD));
  expect(addy.page.text).not.toContain('Kayla');
});

test('leave of the roster’s file says that the file would bring it back', async () => {
  const page = (await desk.readerAt('sam', pathOf(FROM_FILE))).page;
  expect(page.text).toContain('or the next import brings it back');
});

test('the same leave is not added twice', async () => {
  const days = { fromDay: '1', fromMonth: '12', fromYear: '2026', toDay: '4', toMonth: '12', toYear: '2026' };
  const sam = await desk.readerAt('sam', '/staff/rota');
  const page = await sam.post('/staff/rota/leave', { practitioner: 'sam', ...days });
  expect([page.status, page.text]).toEqual([409, expect.stringContaining('on the rota already')]);
  expect(desk.house.askedFor('addLeave')).toEqual([]);
});
