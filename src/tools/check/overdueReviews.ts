import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fault } from '../../authored/readYaml';
import type { Instant } from '../../vocabulary';

const REVIEW_BY = /^\s*reviewBy:\s*['"]?(\d{4}-\d{2}-\d{2})/;

/** Every file below `folder` (from `root`) whose review date has passed, with the line that says so. */
export function overdueReviews(root: string, folder: string, now: Instant): readonly Fault[] {
  const today = now.slice(0, 10);
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .flatMap((name) => datesIn(root, join(folder, name)))
    .filter(({ date }) => date < today)
    .map(({ file, line, date }) => ({ file, line, says: `its review was due by ${date}` }));
}

function datesIn(root: string, file: string) {
  return readFileSync(join(root, file), 'utf8')
    .split('\n')
    .flatMap((text, index) => {
      const date = REVIEW_BY.exec(text)?.[1];
      return date === undefined ? [] : [{ file, line: index + 1, date }];
    });
}
