import { atLeast, type CaseNature, type Level } from '../../vocabulary';
import type { Pathways, Row } from './pathway';

/** The cases that can be opened: which levels each nature comes with. */
const OPENED: readonly (readonly [CaseNature, readonly Level[]])[] = [
  ['disclosure', ['worry', 'urgent', 'immediate']],
  ['allegation', ['worry', 'urgent', 'immediate']],
  ['missing-person-writes', ['none', 'worry', 'urgent', 'immediate']],
  ['phone-not-theirs', ['none', 'worry', 'urgent', 'immediate']],
  ['unknown-sender', ['worry', 'urgent', 'immediate']],
  ['could-not-be-assessed', ['none', 'worry', 'urgent', 'immediate']],
  ['picture-or-unread', ['none', 'worry']],
];

/** Says every case no row would catch, so that a hole in the files is found when they are read and not at night. */
export function findHoles({ rows }: Pathways): readonly string[] {
  const holes: string[] = [];
  for (const [nature, levels] of OPENED) {
    for (const level of levels) {
      for (const hour of ['day', 'night'] as const) {
        for (const practitioner of ['available', 'off-duty'] as const) {
          if (nature === 'unknown-sender' && practitioner === 'available') continue;
          if (rows.some((row) => row.allAgain && catches(row, nature, level, hour, practitioner))) continue;
          holes.push(`no row for ${nature} at level ${level} by ${hour}, the practitioner ${practitioner}`);
        }
      }
    }
  }
  return holes;
}

function catches(row: Row, nature: CaseNature, level: Level, hour: string, practitioner: string): boolean {
  const { when } = row;
  return (
    when.natures.includes(nature) &&
    (when.levels?.includes(level) ?? true) &&
    (when.hour === undefined || when.hour === hour) &&
    (when.practitioner === undefined || when.practitioner === practitioner) &&
    (when.alone === undefined || when.alone !== atLeast(level, 'urgent')) &&
    when.unsureOfSafety === undefined &&
    when.repeated === undefined
  );
}
