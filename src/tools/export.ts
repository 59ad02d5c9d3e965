import { writeFileSync } from 'node:fs';
import { openHouse, type House } from '../app/house/openHouse';
import { listLines, readHeld, staffViews } from '../app/alone/holdings';
import { loadConfig } from '../config';
import { createLog } from '../log';
import type { Roster } from '../vocabulary';
import { openFolder } from './export/folder';
import { toPage } from './export/page';
import { protectedPerson } from './export/protect';
import { timelineOf } from './export/timeline';
import { captionOf, writeHeld } from './export/writeHeld';
import { CannotGoOn, NotUnderstood, runTool, type Called } from './tool';

const HELP = `Usage: npm run -s export -- --young-person ID --to FOLDER --by ID [--whole]
       npm run -s export -- --organisation --to FOLDER --by ID
       npm run -s export -- --case REFERENCE --to FILE.html --by ID

Takes out of the record everything held for one young person (a subject access request), for the whole organisation, or
the timeline of one case as a page that prints and reads aloud. A young person's copy leaves out other people and what
could harm somebody by being read (withheld.txt in it says what); --whole leaves out nothing. Somebody who knows the
young person reads it before it is handed on. What was exported, and for whom (--by, a roster id), is kept as an event.
The record is the one your settings name (npm run -s config); an embedded one must not be in use.

Exit codes: 0 written, 1 not written, 2 not understood.
`;

const OPTIONS = {
  'young-person': { type: 'string' },
  organisation: { type: 'boolean' },
  case: { type: 'string' },
  to: { type: 'string' },
  by: { type: 'string' },
  whole: { type: 'boolean' },
} as const;

type Values = Called<typeof OPTIONS>['values'];

/** The `export` tool. Returns the exit code. */
export function main(argv: string[]): Promise<number> {
  return runTool(argv, { help: HELP, options: OPTIONS }, async ({ values, words }) => {
    const { to, by } = values;
    const wanted = [values['young-person'], values.organisation, values.case].filter((one) => one !== undefined);
    if (words.length > 0 || wanted.length !== 1)
      throw new NotUnderstood('Say whose: a young person, the organisation, or a case.');
    if (!to || !by) throw new NotUnderstood('Say where to (--to) and who asks (--by).');
    const house = await openHouse({
      config: loadConfig(process.env),
      log: createLog({ level: 'error', part: 'export', to: process.stderr }),
      works: false,
    });
    try {
      const roster = await house.ctx.record.transaction((tx) => tx.roster.snapshot());
      if (!roster.practitioners.some(({ id }) => id === by)) throw new CannotGoOn(`No practitioner has the id ${by}.`);
      await exportTo(house, roster, values, to);
      await house.acts.recordExport(recordOf(values, by));
    } finally {
      await house.close();
    }
    process.stdout.write(`Written: ${to}\n`);
    return 0;
  });
}

function exportTo(house: House, roster: Roster, values: Values, to: string): Promise<void> {
  if (values.case !== undefined) return exportCase(house, roster, values.case, to);
  if (values.organisation) return exportOrganisation(house, roster, to);
  return exportYoungPerson(house, roster, values['young-person'] ?? '', { to, whole: values.whole === true });
}

async function exportYoungPerson(
  { ctx, open }: House,
  roster: Roster,
  id: string,
  { to, whole }: { to: string; whole: boolean },
): Promise<void> {
  const person = roster.youngPeople.find((one) => one.id === id) ?? null;
  const line = await ctx.record.transaction((tx) => tx.lines.findOf(id));
  if (!line && !person) throw new CannotGoOn(`Nobody is or was on the roster as ${id}.`);
  const folder = openFolder(to);
  if (line) writeHeld(folder, { held: await readHeld(open.db, line.id), person, roster, whole });
  else if (person) folder.json('person.json', whole ? person : protectedPerson(person));
}

/** Nothing is left out: this is the organisation's own copy of everything. */
async function exportOrganisation({ open }: House, roster: Roster, to: string): Promise<void> {
  const folder = openFolder(to);
  folder.json('roster.json', roster);
  const lines = await listLines(open.db);
  for (const [index, id] of lines.entries()) {
    const held = await readHeld(open.db, id);
    const person = roster.youngPeople.find((one) => one.id === held.line.youngPerson) ?? null;
    const name = held.line.youngPerson ?? `unknown-number-${id}`;
    writeHeld(folder.within(name), { held, person, roster, whole: true });
    process.stderr.write(`${index + 1} of ${lines.length}\n`);
  }
}

async function exportCase({ open }: House, roster: Roster, reference: string, to: string): Promise<void> {
  const views = staffViews(open);
  const [found] = await views.concernsByReference(reference.toUpperCase());
  const whole = found ? await views.concern(found.id) : null;
  if (!whole) throw new CannotGoOn(`No concern has the reference ${reference}.`);
  const caption = captionOf(whole);
  const { timeZone: zone } = roster.organisation;
  const page = toPage({
    title: caption,
    zone,
    tables: [{ caption: 'What happened', rows: timelineOf(whole, roster) }],
  });
  writeFileSync(to, page, { mode: 0o600, flag: 'wx' });
}

function recordOf(values: Values, by: string) {
  const what = values.case !== undefined ? 'case' : values.organisation ? 'organisation' : 'young-person';
  const whole = what !== 'young-person' || values.whole === true;
  return { what, whole, by, youngPerson: values['young-person'] ?? null, reference: values.case ?? null } as const;
}
