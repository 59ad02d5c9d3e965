import { movableClock } from '../src/clock';
import { makeIds, seededIds } from '../src/ids';

const START = '2026-11-20T09:00:00.000Z';

describe('ids', () => {
  test('are UUIDs of version 7 that begin with the clock’s milliseconds', () => {
    const id = makeIds(movableClock(START)).next();
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(Date.parse(START));
  });

  test('sort in the order they were made, however many fall into one millisecond', () => {
    const clock = movableClock(START);
    const ids = makeIds(clock);
    const made = Array.from({ length: 10_000 }, () => ids.next());
    clock.pass(1);
    made.push(ids.next());
    expect([...made].sort()).toEqual(made);
    expect(new Set(made).size).toBe(made.length);
  });

  test('still grow when the machine’s clock steps back', () => {
    let now = START;
    const ids = makeIds({ now: () => now });
    const first = ids.next();
    now = '2026-11-20T08:59:00.000Z';
    expect(ids.next() > first).toBe(true);
  });

  test('are the same for the same seed and clock, and others for another seed', () => {
    const [one, same, other] = ['a', 'a', 'b'].map((seed) => seededIds(seed, movableClock(START)));
    const draw = (ids: typeof one) => [ids!.next(), ids!.code(), ids!.next(), ids!.code()];
    const drawn = draw(one);
    expect(draw(same)).toEqual(drawn);
    expect(draw(other)).not.toEqual(drawn);
  });
});

describe('codes', () => {
  const ids = seededIds('codes', movableClock(START));
  const codes = Array.from({ length: 5_000 }, () => ids.code());

  test('are three characters nobody mistakes, never a word: at least one is a digit', () => {
    for (const code of codes) expect(code).toMatch(/^(?=.*\d)[CDFHJKMNPRTVWXY3479]{3}$/);
  });

  test('come from thousands, evenly enough', () => {
    expect(new Set(codes).size).toBeGreaterThan(2_000);
  });
});
