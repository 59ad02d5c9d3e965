import { useDesk } from './harness/desk';
import type { Visitor } from './harness/site';

const PATH = '/staff/own-numbers';
const desk = useDesk();
let sam: Visitor;

beforeEach(async () => {
  sam = await desk.readerAt('sam', PATH);
});

test('a practitioner sets their own four numbers, and nobody else’s', async () => {
  const answer = await sam.post(PATH, { numbers: '4 7 1 1', again: '4711', practitioner: 'bea' });
  expect(answer.location).toBe('/staff/rota?done=own-numbers');
  expect(desk.house.askedFor('setCallNumbers')).toEqual([{ practitioner: 'sam', numbers: '4711' }]);
});

test.each([
  ['three numbers', '471', '471', 'Enter four numbers'],
  ['letters', 'abcd', 'abcd', 'Enter four numbers'],
  ['four alike', '7777', '7777', 'Choose numbers that are harder to guess'],
  ['counting up', '3456', '3456', 'Choose numbers that are harder to guess'],
  ['counting down', '4321', '4321', 'Choose numbers that are harder to guess'],
  ['two that differ', '4711', '4712', 'These are not the same four numbers'],
])('%s: nothing is kept, and what was typed does not come back', async (_title, numbers, again, says) => {
  const page = await sam.post(PATH, { numbers, again });
  expect(page.status).toBe(400);
  expect(page.text).toContain(says);
  expect(page.html).not.toContain(`value="${numbers}"`);
  expect(desk.house.asked.filter(({ act }) => act === 'setCallNumbers')).toEqual([]);
});
