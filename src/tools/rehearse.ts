import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readAuthoredHouse, type AuthoredHouse } from '../app/authoredHouse';
import { projectRoot } from '../app/projectRoot';
import { readRoster } from '../authored/roster';
import type { Roster } from '../vocabulary';
import { createRehearsalCarrier } from './rehearse/carrier';
import { eventsOf, openTheatre } from './rehearse/openTheatre';
import { playScript } from './rehearse/play';
import { explainScript, scriptSchema, type Script } from './rehearse/script';
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
    const failed = await rehearse(house, roster.roster, script);
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
    else faults.push(...explainScript(parsed.error).map((says) => `${file}: ${says}`));
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, scripts };
}

/** Plays one script; null, or why it could not be played to its end. */
async function rehearse(house: AuthoredHouse, roster: Roster, script: Script): Promise<string | null> {
  const theatre = await openTheatre({
    house,
    roster,
    at: script.at,
    seed: script.id,
    carrier: createRehearsalCarrier,
    onError: (error) => report(script, error),
  });
  const { acts, record, clock, carrier } = theatre;
  const happened = eventsOf(theatre);
  const shown = async () => {
    for (const line of await tellEvents(record, happened())) {
      process.stdout.write(`${JSON.stringify({ id: script.id, ...line })}\n`);
    }
  };
  try {
    await playScript({ acts, record, clock, receipts: carrier, roster, shown }, script);
    return null;
  } catch (error) {
    return `${script.id}: ${(error as Error).message}`;
  } finally {
    await theatre.close();
  }
}

function report(script: Script, error: unknown): void {
  process.stderr.write(`${script.id}: ${error instanceof Error ? error.stack : String(error)}\n`);
}

function say(to: NodeJS.WritableStream, words: string, code: number): number {
  to.write(words);
  return code;
}
