import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createService, openMemoryRecord, projectRoot, readAuthoredHouse, type AuthoredHouse } from '../app';
import { readRoster } from '../authored/roster';
import { movableClock } from '../clock';
import { seededIds } from '../ids';
import type { Event, Roster } from '../vocabulary';
import { createRehearsalCarrier } from './rehearse/carrier';
import { playScript } from './rehearse/play';
import { scriptSchema, type Script } from './rehearse/script';
import { tellEvents } from './rehearse/tell';

const HELP = `Plays scripts through the whole service, in process, on a fresh record and a clock it moves.

  npm run -s rehearse -- --roster roster.yaml script.json...

A script is {id, at, channel: sms|web, youngPerson: <roster id> | {phone}, steps: [...]}. Steps:
  {says, after?, providerId?}   {picture: true, says?}   {wait: "PT20M"}   {checkInDue: true}
  {practitioner, replies}       ("{code}" is that practitioner's latest code)
  {practitioner, does: "seen"|"takes-on"|"decides"|"contacted"}
Prints one JSON line for everything that happens. Two runs print the same.
Exit codes: 0 played, 1 a script could not be played to its end, 2 something given cannot be read.
`;

/** Before anybody's time: a young person without \`joinedAt\` counts as joined in rehearsal. */
const JOINED_LONG_AGO = '2000-01-01T00:00:00.000Z';

export async function main(argv: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: argv,
    options: { roster: { type: 'string' }, help: { type: 'boolean' } },
    allowPositionals: true,
  });
  if (values.help) return say(process.stdout, HELP, 0);
  if (!values.roster || positionals.length === 0) {
    return say(process.stderr, `Name a roster and at least one script.\n\n${HELP}`, 2);
  }
  const read = positionals.map(readScripts);
  const faults = read.flatMap((one) => (one.ok ? [] : one.faults));
  if (faults.length > 0) return say(process.stderr, `${faults.join('\n')}\n`, 2);
  const house = readAuthoredHouse(projectRoot());
  for (const script of read.flatMap((one) => (one.ok ? one.scripts : []))) {
    const roster = readRoster(values.roster, script.at);
    if (!roster.ok) {
      const lines = roster.faults.map(({ file, line, says }) => `${file}:${line} ${says}`);
      return say(process.stderr, `${lines.join('\n')}\n`, 2);
    }
    const failed = await rehearse(house, everybodyJoined(roster.roster), script);
    if (failed) return say(process.stderr, `${failed}\n`, 1);
  }
  return 0;
}

type ReadScripts =
  { readonly ok: true; readonly scripts: readonly Script[] } | { readonly ok: false; readonly faults: string[] };

/** One script or a list of them in a file. */
function readScripts(file: string): ReadScripts {
  let given: unknown;
  try {
    given = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    return { ok: false, faults: [`${file}: ${(error as Error).message}`] };
  }
  const scripts: Script[] = [];
  const faults: string[] = [];
  for (const one of Array.isArray(given) ? given : [given]) {
    const parsed = scriptSchema.safeParse(one);
    if (parsed.success) scripts.push(parsed.data);
    else faults.push(...parsed.error.issues.map((issue) => `${file}: ${issue.path.join('.')} ${issue.message}`));
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, scripts };
}

function everybodyJoined(roster: Roster): Roster {
  const youngPeople = roster.youngPeople.map((one) => ({ ...one, joinedAt: one.joinedAt ?? JOINED_LONG_AGO }));
  return { ...roster, youngPeople };
}

/** Plays one script; null, or why it could not be played to its end. */
async function rehearse(house: AuthoredHouse, roster: Roster, script: Script): Promise<string | null> {
  const clock = movableClock(script.at);
  const open = await openMemoryRecord(clock);
  const carrier = createRehearsalCarrier(() => clock.now());
  const service = createService({
    house,
    record: open.record,
    clock,
    ids: seededIds(script.id, clock),
    log: { info: () => {}, warn: () => {}, error: (fields) => report(script, fields['error']) },
    carrier,
    nudge: () => {},
    fanout: () => {},
    spool: {
      keep: () => Promise.reject(new Error('a rehearsal has no spool')),
      waiting: () => Promise.resolve([]),
      remove: () => Promise.resolve(),
    },
    rosterCopy: { keep: () => Promise.resolve(), last: () => Promise.resolve(null) },
    serviceName: 'Between Visits',
    publicUrl: 'https://bv.example',
    proofsRequired: false,
  });
  let events: Event[] = [];
  open.record.onCommitted((committed) => void events.push(...committed));
  try {
    await open.record.transaction((tx) => tx.roster.replace(roster));
    await service.acts.planAhead({ watchRoster: false });
    events = [];
    await playScript(
      {
        acts: service.acts,
        record: open.record,
        clock,
        receipts: carrier,
        roster,
        async shown() {
          const toTell = events;
          events = [];
          for (const line of await tellEvents(open.record, toTell)) {
            process.stdout.write(`${JSON.stringify({ id: script.id, ...line })}\n`);
          }
        },
      },
      script,
    );
    return null;
  } catch (error) {
    return `${script.id}: ${(error as Error).message}`;
  } finally {
    await open.close();
  }
}

function report(script: Script, error: unknown): void {
  process.stderr.write(`${script.id}: ${error instanceof Error ? error.stack : String(error)}\n`);
}

function say(to: NodeJS.WritableStream, words: string, code: number): number {
  to.write(words);
  return code;
}
