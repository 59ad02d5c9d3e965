import { readFileSync } from 'node:fs';
import { projectRoot } from '../../app/projectRoot';
import { readAuthoredHouse, type AuthoredHouse } from '../../app/service/authoredHouse';
import { linesIn } from '../../authored/readYaml';
import { readRoster } from '../../authored/roster/readRoster';
import { sayFileFault } from '../../authored/sayFileFault';
import { withoutByteOrderMark } from '../../authored/withoutByteOrderMark';
import type { Instant, Roster } from '../../vocabulary';
import { createRehearsalCarrier } from './carrier';
import { checkCast } from './checkCast';
import { eventsOf, openTheatre } from './openTheatre';
import { playScript, type RefusedAct } from './play';
import { explainScript, momentOf, scriptSchema, unread, type Script } from './script';
import { tellEvents } from './tell';

/**
 * Plays every script of these files on the people of that roster, printing a line of JSON for all that happens. Gives the
 * exit code of the tool; nothing is played while there is a fault in any of them.
 */
export async function rehearseAll(rosterFile: string, files: readonly string[]): Promise<number> {
  const read = files.map(readScripts);
  const cast = castAll(
    rosterFile,
    read.flatMap(({ placed }) => placed),
  );
  const wrongMoments = read.flatMap(({ moments }) => moments);
  const faults = [
    ...read.flatMap(({ faults }) => faults),
    ...new Set([...cast.faults, ...wrongMoments.flatMap((at) => rosterAt(rosterFile, at).faults)]),
  ];
  if (faults.length > 0) return say(process.stderr, `${faults.join('\n')}\n`, 2);
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

/** Every script with its roster, and every fault there is in either: nothing is played while there is one. */
function castAll(
  file: string,
  scripts: readonly Placed[],
): { readonly plays: readonly Play[]; readonly faults: readonly string[] } {
  const plays: Play[] = [];
  const faults: string[] = [];
  for (const { script, placeOf } of scripts) {
    const { roster, faults: ofRoster } = rosterAt(file, script.at);
    faults.push(...ofRoster);
    if (roster === null) continue;
    checkCast(script, roster).forEach(({ path, says }) => faults.push(`${placeOf(path)} ${says}`));
    plays.push({ script, roster });
  }
  return { plays, faults };
}

/** The roster as it is laid out around a moment; or what is wrong with it there, each with its line. */
function rosterAt(file: string, at: Instant): { readonly roster: Roster | null; readonly faults: readonly string[] } {
  const read = readRoster(file, at);
  if (read.ok) return { roster: read.roster, faults: [] };
  return { roster: null, faults: read.faults.map((one) => `${one.file}:${one.line} ${one.says}`) };
}

/** A script, and where in its file a part of it stands ("scripts.json:12"). */
interface Placed {
  readonly script: Script;
  readonly placeOf: (path: readonly PropertyKey[]) => string;
}

/** What a file of scripts holds. `moments`: when those begin that are otherwise wrong. */
interface ReadScripts {
  readonly placed: readonly Placed[];
  readonly faults: readonly string[];
  readonly moments: readonly Instant[];
}

/** One script or a list of them in a file; and everything that is wrong with it, each with its line. */
function readScripts(file: string): ReadScripts {
  const nothing = (line: number, says: string) => ({ placed: [], faults: [`${file}:${line} ${says}`], moments: [] });
  let source = '';
  let given: unknown;
  try {
    source = withoutByteOrderMark(readFileSync(file, 'utf8'));
    given = JSON.parse(source);
  } catch (error) {
    const { message } = error as Error;
    if (!(error instanceof SyntaxError)) return nothing(1, sayFileFault(error, file));
    if (source.trim() === '') return nothing(1, 'nothing is written in it');
    return nothing(lineOfSyntaxError(source, message), `is no JSON: ${message}`);
  }
  const isList = Array.isArray(given);
  const all: readonly unknown[] = isList ? (given as unknown[]) : [given];
  if (all.length === 0) return nothing(1, 'there is no script in it');
  const placed: Placed[] = [];
  const faults: string[] = [];
  const moments: Instant[] = [];
  const lineOf = linesIn(source);
  for (const [index, one] of all.entries()) {
    const placeOf = (path: readonly PropertyKey[]) => `${file}:${lineOf(isList ? [index, ...path] : path)}`;
    const parsed = scriptSchema.safeParse(one);
    if (parsed.success) {
      placed.push({ script: parsed.data, placeOf });
      for (const { path, says } of unread(one)) process.stderr.write(`warning: ${placeOf(path)} ${says}\n`);
    } else {
      moments.push(...[momentOf(one)].filter((at) => at !== null));
      for (const { path, says } of explainScript(parsed.error)) {
        faults.push(`${placeOf(path)} ${says}`);
      }
    }
  }
  return { placed, faults, moments };
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
