import { openMemoryRecord } from '../app/alone/openMemoryRecord';
import { openHouse, type House } from '../app/house/openHouse';
import { readRoster } from '../authored/roster/readRoster';
import { printFaults } from '../authored/readYaml';
import { systemClock } from '../clock';
import { loadConfig, type Config } from '../config';
import { createLog } from '../log';
import type { Roster } from '../vocabulary';
import { compareRosters, isNothing, type Changes } from './import/compare';
import { findLoose } from './import/findLoose';
import { keepWhatLives } from './import/keepWhatLives';
import { sayChanges } from './import/print';
import { readSaid } from './import/readSaid';
import { CannotGoOn, NotUnderstood, runTool } from './tool';

const HELP = `Usage: npm run -s import -- roster.yaml [--dry-run]

Brings a roster into the record, whole, in one step: + added, ~ changed (the fields), - removed. Whoever is not in the
file leaves the roster; what they did stays theirs. Kept unless the file says otherwise: channels that were proven,
opt-outs, leave added on the rota page, and a young person's own style, language, joining and being missing. Then
check-ins are planned.
Rota gaps within 72 hours are warnings here, so that a roster can be brought in before its rota is whole.
The record is the one your settings name (npm run -s config), with MODE=practice that of script/start; an embedded one
must not be in use.

  --dry-run   say what would change, and change nothing; where no record is set up yet, beside an empty one

Exit codes: 0 done, 1 the roster or the record cannot be used, 2 not understood.
`;

const OPTIONS = { 'dry-run': { type: 'boolean' } } as const;

/** The `import` tool. Returns the exit code. */
export function main(argv: string[]): Promise<number> {
  return runTool(argv, { help: HELP, options: OPTIONS }, async ({ values, words: [file, ...more] }) => {
    if (file === undefined || more.length > 0) throw new NotUnderstood('Name one roster file.');
    const read = readRoster(file, systemClock.now());
    if (!read.ok) throw new CannotGoOn(printFaults(read.faults));
    for (const fault of [...read.gaps, ...read.warnings]) process.stderr.write(`warning: ${printFaults([fault])}\n`);
    const config = loadConfig(process.env);
    const given: Given = { file, roster: read.roster, dryRun: values['dry-run'] === true };
    if (given.dryRun && hasNoRecordYet(config)) return compareWithNothing(given);
    const house = await openHouse({
      config,
      log: createLog({ level: 'error', part: 'import', to: process.stderr }),
      works: false,
    });
    try {
      return await bringIn(house.ctx.record, house, given);
    } finally {
      await house.close();
    }
  });
}

interface Given {
  readonly file: string;
  readonly roster: Roster;
  readonly dryRun: boolean;
}

/** Nobody has set anything up: no record can be opened, and there is none in which a roster could be. */
function hasNoRecordYet({ mode, keys, keysFile, databaseUrl }: Config): boolean {
  return mode === 'live' && !keys && !keysFile && !databaseUrl;
}

async function compareWithNothing(given: Given): Promise<number> {
  progress('No record is set up here yet (npm run -s config): this is beside an empty one.');
  const { record, close } = await openMemoryRecord(systemClock);
  try {
    return await bringIn(record, null, given);
  } finally {
    await close();
  }
}

/** `house` plans the check-ins of what was written; null where nothing will be. */
async function bringIn(
  record: Pick<House['ctx']['record'], 'transaction'>,
  house: House | null,
  { file, roster, dryRun }: Given,
): Promise<number> {
  const said = readSaid(file);
  const { youngPeople, practitioners } = roster;
  progress(`${dryRun ? 'Comparing' : 'Writing'} ${practitioners.length + youngPeople.length} people...`);
  const { changes, loose } = await record.transaction(async (tx) => {
    const current = await tx.roster.snapshot();
    const next = keepWhatLives(roster, current, said);
    const changes = compareRosters(current, next);
    const loose = await findLoose(tx, changes.people);
    if (!dryRun && !isNothing(changes)) await tx.roster.replace(next);
    return { changes, loose };
  });
  loose.forEach((says) => process.stderr.write(`warning: ${says}\n`));
  process.stdout.write(sayChanges(changes, roster.organisation.timeZone));
  if (!dryRun && house) {
    progress(`Planning the check-ins of ${youngPeople.length} young people...`);
    await house.acts.planAhead({ watchRoster: true });
  }
  process.stdout.write(`${conclusion(changes, dryRun)}\n`);
  return 0;
}

function conclusion(changes: Changes, dryRun: boolean): string {
  if (isNothing(changes)) return 'Nothing changes.';
  return dryRun ? 'A dry run: nothing was changed.' : 'The roster is in the record.';
}

function progress(says: string): void {
  process.stderr.write(`${says}\n`);
}
