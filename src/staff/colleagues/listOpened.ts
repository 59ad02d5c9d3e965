import type { BrokenGlass } from '../../record/views/types';
import type { Eye } from '../need-to-know/eye';
import { nameOf, nameOfYoungPerson } from '../words/people';
import { namesReader } from './namesReader';

export interface OpenedRow {
  readonly by: string;
  readonly of: string;
  readonly reason: string;
  readonly at: string;
  readonly until: string;
}

/**
 * Who opened whose pages without a standing reason, and the reason they gave, as whoever looks over the work may read
 * it: not of a young person they are kept from, and not one that names them.
 */
export function listOpened(eye: Eye, opened: readonly BrokenGlass[]): readonly OpenedRow[] {
  const isKeptApart = ({ youngPerson }: BrokenGlass): boolean =>
    eye.youngPerson(youngPerson)?.conflicts.includes(eye.reader.id) === true;
  return opened
    .filter((one) => one.practitioner === eye.reader.id || !(isKeptApart(one) || namesReader(eye, one.reason)))
    .map(({ practitioner, youngPerson, reason, at, until }) => ({
      by: nameOf(eye, practitioner),
      of: nameOfYoungPerson(eye, youngPerson),
      reason,
      at,
      until,
    }));
}
