import type { Held } from '../../app/alone/holdings';
import type { Roster, YoungPerson } from '../../vocabulary';
import type { Folder } from './folder';
import { toPage } from './page';
import { protectedHeld, protectedPerson, WITHHELD } from './protect';
import { timelineOf } from './timeline';

/** Everything held of one line, one file a noun. Other people are left out unless it is to be `whole`. */
export function writeHeld(
  folder: Folder,
  { held, person, roster, whole }: { held: Held; person: YoungPerson | null; roster: Roster; whole: boolean },
): void {
  const given = whole ? held : protectedHeld(held);
  if (person) folder.json('person.json', whole ? person : protectedPerson(person));
  folder.json('line.json', given.line);
  folder.lines('messages.jsonl', given.thread);
  folder.lines('assessments.jsonl', given.assessments);
  folder.lines('check-ins.jsonl', given.checkIns);
  folder.lines('notes.jsonl', given.notes);
  folder.lines('promises.jsonl', given.commitments);
  folder.lines('concerns.jsonl', given.concerns);
  folder.lines('events.jsonl', given.events);
  if (whole) return folder.text('timeline.html', timelines(held, roster));
  folder.text(
    'withheld.txt',
    `Left out of this copy (--whole holds it):\n${WITHHELD.map((one) => `- ${one}\n`).join('')}`,
  );
}

/** Every case of the line, the newest first, as one page. */
function timelines({ concerns }: Held, roster: Roster): string {
  return toPage({
    title: 'Concerns',
    zone: roster.organisation.timeZone,
    tables: concerns.map((one) => ({ caption: captionOf(one), rows: timelineOf(one, roster) })),
  });
}

/** A concern by what it is called, over the table of what happened in it. */
export function captionOf({ summary }: Held['concerns'][number]): string {
  return `Concern ${summary.reference}: ${summary.level}, ${summary.kinds.join(', ')}`;
}
