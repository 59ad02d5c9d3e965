import { staffBook } from '../../../src/record/doors/staffBook';
import { later, MINUTE_MS } from '../../../src/vocabulary';
import { aRoster } from '../../harness/people';
import { describeRecords, START } from '../../harness/record';

const after = (minutes: number): string => later(START, minutes * MINUTE_MS);

describeRecords('the four numbers of a practitioner', (record) => {
  const press = (pin: string, minutes: number) =>
    record().record.transaction((tx) => tx.pins.is('sam', pin, after(minutes)));
  const set = (numbers: string) => staffBook(record()).setCallNumbers({ practitioner: 'sam', numbers }, START);

  beforeEach(() => record().record.transaction((tx) => tx.roster.replace(aRoster())));

  test('are right only when they are the ones last set', async () => {
    expect(await press('4711', 0)).toBe(false);
    await set('4711');
    expect(await press('4711', 1)).toBe(true);
    await set('9052');
    expect(await press('4711', 2)).toBe(false);
    expect(await press('9052', 3)).toBe(true);
  });

  test('are refused after five wrong tries within a quarter of an hour, and right again after it', async () => {
    await set('4711');
    for (const minute of [0, 1, 2, 3, 4]) expect(await press('0000', minute)).toBe(false);
    expect(await press('4711', 5)).toBe(false);
    expect(await press('4711', 14)).toBe(false);
    expect(await press('4711', 16)).toBe(true);
  });

  test('are refused after five wrong tries also of calls that go on at once, which all see those before them', async () => {
    await set('4711');
    await Promise.all(Array.from({ length: 12 }, () => press('0000', 0)));
    const tries = await record().db.all<{ count: number }>('select count(*)::int as count from wrong_pins');
    expect(tries).toEqual([{ count: 5 }]);
    expect(await press('4711', 1)).toBe(false);
  });

  test('are never in the log of what happened', async () => {
    await set('4711');
    const event = await record().record.transaction((tx) => tx.events.latest(null, 'call-numbers-set'));
    expect(event?.data).toEqual({ practitioner: 'sam' });
  });
});
