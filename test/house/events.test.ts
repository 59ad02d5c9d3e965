import { EVENT_NAMES } from '../../src/vocabulary';
import { typescriptUnder } from './sources';

/** Rooms that only read the chain. */
const READERS = /^src\/(vocabulary|staff|tools|audit)\/|^src\/record\/views\//;

describe('the closed list of events', () => {
  const writers = typescriptUnder('src').filter(({ path }) => !READERS.test(path));
  const text = writers.map((source) => source.text).join('\n');

  test('holds no event that never happens', () => {
    expect(EVENT_NAMES.filter((name) => !text.includes(`'${name}'`))).toEqual([]);
  });

  test('names each event once', () => {
    expect(new Set(EVENT_NAMES).size).toBe(EVENT_NAMES.length);
  });
});
