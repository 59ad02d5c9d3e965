import { readFileSync } from 'node:fs';
import { projectRoot } from '../app/projectRoot';
import { readAuthoredHouse, type AuthoredHouse } from '../app/service/authoredHouse';
import { linesIn } from '../authored/readYaml';
import { readRoster } from '../authored/roster/readRoster';
import { sayFileFault } from '../authored/sayFileFault';
import { withoutMark } from '../authored/withoutMark';
import type { Roster } from '../vocabulary';
import { createRehearsalCarrier } from './rehearse/carrier';
import { checkCast } from './rehearse/checkCast';
import { eventsOf, openTheatre } from './rehearse/openTheatre';
import { playScript, type RefusedAct } from './rehearse/play';
import { explainScript, scriptSchema, unread, type Script } from './rehearse/script';
import { tellEvents } from './rehearse/tell';
import { NotUnderstood, runTool } from './tool';

const HELP = `Plays scripts through the whole service, in process, on a fresh record and a clock it moves.

  npm run -s rehearse -- --roster roster.yaml script.json...

A script is {id, at, channel: sms|web, youngPerson: <roster id> | {phone}, steps: [...]}. Steps:
  {says, after?, providerId?}   {picture: true, says?}   {wait: "PT20M"}   {checkInDue: true}
  {practitioner, replies}       ("{code}" is that practitioner's latest code)
  {practitioner, does: "seen"|"takes-on"|"decides"|"contacted"}
Prints one JSON line for everything that happens. Two runs print the same.
Exit codes: 0 played, 1 a script could not be played to its end, 2 something given cannot be read.
`;

/** The `rehearse` tool. Returns the exit code. */
export function main(argv: string[]): Promise<number> {
  const options = { roster: { type: 'string' } } as const;
  return runTool(argv, { help: HELP, options }, ({ values, words }) => rehearseAll(values.roster, words));
}

async function rehearseAll(rosterFile: string | undefined, files: readonly string[]): Promise<number> {
  if (!rosterFile || files.length === 0) throw new NotUnderstood('Name a roster and at least one script.');
  const read = files.map(readScripts);
  const faults = read.flatMap((one) => (one.ok ? [] : one.faults));
  if (faults.length > 0) return say(process.stderr, `${faults.join('\n')}\n`, 2);
  const cast = castAll(
    rosterFile,
    read.flatMap((one) => (one.ok ? one.placed : [])),
  );
  if (!cast.ok) return say(process.stderr, `${cast.faults.join('\n')}\n`, 2);
  const house = readAuthoredHouse(projectRoot());
  let code = 0;
  for (const { script, roster } of cast.plays) {
    const failed = await rehearse(house, roster, script);
    if (failed) code = say(process.stderr, `${failed}\n`, 1);
  }
  return code;
}

interface Play {
  readonly script: Script;
  /** Laid out around the script's own time, for its shifts are weekly. */
  readonly roster: Roster;
}

/** Every script with its roster; or every fault there is, before anything is played. */
function castAll(
  file: string,
  scripts: readonly Placed[],
): { readonly ok: true; readonly plays: readonly Play[] } | { readonly ok: false; readonly faults: readonly string[] } {
  const plays: Play[] = [];
  const faults = new Set<string>();
  for (const { script, placeOf } of scripts) {
    const read = readRoster(file, script.at);
    if (!read.ok) read.faults.forEach((one) => faults.add(`${one.file}:${one.line} ${one.says}`));
    else {
      checkCast(script, read.roster).forEach(({ path, says }) => faults.add(`${placeOf(path)} ${says}`));
      plays.push({ script, roster: read.roster });
    }
  }
  return faults.size > 0 ? { ok: false, faults: [...faults] } : { ok: true, plays };
}

/** A script, and where in its file a part of it stands ("scripts.json:12"). */
interface Placed {
  readonly script: Script;
  readonly placeOf: (path: readonly PropertyKey[]) => string;
}

type ReadScripts =
  { readonly ok: true; readonly placed: readonly Placed[] } | { readonly ok: false; readonly faults: string[] };

/** One script or a list of them in a file; or everything that is wrong with it, each with its line. */
function readScripts(file: string): ReadScripts {
  let source = '';
  let given: unknown;
  try {
    source = withoutMark(readFileSync(file, 'utf8'));
    given = JSON.parse(source);
  } catch (error) {
    const { message } = error as Error;
    if (!(error instanceof SyntaxError)) return { ok: false, faults: [`${file}:1 ${sayFileFault(error, file)}`] };
    if (source.trim() === '') return { ok: false, faults: [`${file}:1 nothing is written in it`] };
    return { ok: false, faults: [`${file}:${lineOfSyntaxError(source, message)} is no JSON: ${message}`] };
  }
  const isList = Array.isArray(given);
  const all: readonly unknown[] = isList ? (given as unknown[]) : [given];
  if (all.length === 0) return { ok: false, faults: [`${file}:1 there is no script in it`] };
  const placed: Placed[] = [];
  const faults: string[] = [];
  const lineOf = linesIn(source);
  for (const [index, one] of all.entries()) {
    const placeOf = (path: readonly PropertyKey[]) => `${file}:${lineOf(isList ? [index, ...path] : path)}`;
    const parsed = scriptSchema.safeParse(one);
    if (parsed.success) {
      placed.push({ script: parsed.data, placeOf });
      for (const name of unread(one)) process.stderr.write(`warning: ${placeOf([name])} ${name} is not read\n`);
    } else {
      for (const { path, says } of explainScript(parsed.error)) {
        faults.push(`${placeOf(path)} ${says}`);
      }
    }
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, placed };
}

/** JSON that ends too soon has no position: its end is where something is missing. */
function lineOfSyntaxError(source: string, message: string): number {
  const position = /at position (\d+)/.exec(message)?.[1];
  return source.slice(0, position === undefined ? source.length : Number(position)).split('\n').length;
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
  const print = (line: object) => process.stdout.write(`${JSON.stringify({ id: script.id, ...line })}\n`);
  const shown = async () => {
    for (const line of await tellEvents(record, happened())) print(line);
  };
  const refused = (act: RefusedAct) => {
    print({ at: clock.now(), event: 'noticed', name: 'act-refused', ...act });
  };
  try {
    await playScript({ acts, record, clock, receipts: carrier, roster, shown, refused }, script);
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
