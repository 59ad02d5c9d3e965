import { parse } from 'yaml';

import { filesUnder } from './sources';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The files and, in each, what must carry a date: field by field of the whole file or of every entry of a list. */
const yaml = (...folders: readonly string[]) =>
  filesUnder(...folders)
    .filter(({ path }) => path.endsWith('.yaml'))
    .map(({ path, text }) => ({ path, data: parse(text) as unknown }));

describe('whatever was written by people says who stands behind it and when', () => {
  test('every template names its approver and the day', () => {
    const templates = yaml('templates');
    expect(templates.length).toBeGreaterThan(0);
    const undated = templates.filter(({ data }) => !isDay(field(data, 'approvedOn')) || !field(data, 'approver'));
    expect(undated.map(({ path }) => path)).toEqual([]);
  });

  test.each(['disclosures', 'pathways', 'contacts'])(
    'every file of escalation-rules/%s has its review date',
    (folder) => {
      const files = yaml(`escalation-rules/${folder}`);
      expect(files.length).toBeGreaterThan(0);
      expect(files.filter(({ data }) => !hasReviewDay(data)).map(({ path }) => path)).toEqual([]);
    },
  );
});

function field(data: unknown, name: string): unknown {
  return typeof data === 'object' && data !== null ? (data as Record<string, unknown>)[name] : undefined;
}

function isDay(value: unknown): boolean {
  return typeof value === 'string' && DAY.test(value) && !Number.isNaN(Date.parse(value));
}

/** A review date for the whole file, or one on every entry of its list. */
function hasReviewDay(data: unknown): boolean {
  const named = ['review', 'reviewBy', 'reviewOn', 'reviewedOn', 'verifiedOn', 'checkedOn'];
  if (named.some((name) => isDay(field(data, name)))) return true;
  const lists = Array.isArray(data) ? [data] : Object.values((data ?? {}) as object).filter(Array.isArray);
  return lists.length > 0 && lists.flat().every((entry) => named.some((name) => isDay(field(entry, name))));
}
