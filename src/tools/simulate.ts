import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { readAuthoredHouse } from '../app/service/authoredHouse';
import { projectRoot } from '../app/projectRoot';
import { readRoster } from '../authored/roster/readRoster';
import { printFaults } from '../authored/readYaml';
import { systemClock } from '../clock';
import { practiceRosterFile } from './practiceRoster';
import { openTheatre } from './rehearse/openTheatre';
import { createHeardCarrier, type Heard } from './simulate/carrier';
import { obey, type Seat } from './simulate/obey';
import { findPlayer, type Player } from './simulate/people';
import { clockTime } from './simulate/show';
import { Simulation } from './simulate/simulation';
import { CannotGoOn, NotUnderstood, runTool } from './tool';

const HELP = `Usage: npm run -s simulate [-- --roster FILE] [--as WHO] [--at MOMENT]

Talk with the service in this terminal, as any young person or practitioner, on a fresh record in memory: nothing is
sent anywhere and nothing is kept. Whatever any phone hears is printed as it happens. Type /help inside.

  --roster FILE   who there is (default: the practice organisation)
  --as WHO        a roster id, a first name, or the number of somebody nobody knows (default: the first young person)
  --at MOMENT     when it begins, like 2026-11-24T17:00:00Z (default: now)

Exit codes: 0 ended, 1 the roster or what people wrote is at fault, 2 not understood.
`;

const OPTIONS = { roster: { type: 'string' }, as: { type: 'string' }, at: { type: 'string' } } as const;

/** The `simulate` tool. Returns the exit code. */
export function main(
  argv: string[],
  stdin: Readable = process.stdin,
  stdout: Writable = process.stdout,
): Promise<number> {
  return runTool(argv, { help: HELP, options: OPTIONS }, async ({ values, words }) => {
    if (words.length > 0) throw new NotUnderstood(`"${words[0]}" means nothing here.`);
    const at = new Date(values.at ?? systemClock.now());
    if (Number.isNaN(at.getTime())) throw new NotUnderstood(`"${values.at}" is no moment.`);
    await simulate(
      { roster: values.roster ?? practiceRosterFile(), at: at.toISOString(), as: values.as },
      stdin,
      stdout,
    );
    return 0;
  });
}

interface Begin {
  readonly roster: string;
  readonly at: string;
  readonly as: string | undefined;
}

async function simulate(begin: Begin, stdin: Readable, stdout: Writable): Promise<void> {
  const print = (line: string) => void stdout.write(`${line}\n`);
  const read = readRoster(begin.roster, begin.at);
  if (!read.ok) throw new CannotGoOn(printFaults(read.faults));
  let hear: (heard: Heard) => void = () => {};
  const theatre = await openTheatre({
    house: readAuthoredHouse(projectRoot()),
    roster: read.roster,
    at: begin.at,
    seed: 'simulate',
    carrier: (now) => createHeardCarrier(now, (heard) => hear(heard)),
    onError: (error) => print(`! ${error instanceof Error ? error.message : String(error)}`),
  });
  const simulation = new Simulation(theatre, read.roster, print);
  hear = simulation.hears;
  try {
    const seat: Seat = { simulation, print, who: simulation.players[0] ?? null };
    if (begin.as !== undefined) seat.who = playerCalled(simulation.players, begin.as);
    print(`It is ${clockTime(simulation.now(), read.roster)}. You are ${seat.who?.name}. /help says what you can do.`);
    await talk(seat, stdin, stdout, () => `${clockTime(simulation.now(), read.roster)} ${seat.who?.name}> `);
  } finally {
    await theatre.close();
  }
}

function playerCalled(players: Simulation['players'], who: string): Player {
  const found = findPlayer(players, who);
  if (found) return found;
  throw new NotUnderstood(`Nobody is called "${who}". There are ${players.map(({ id }) => id).join(', ')}.`);
}

/**
 * Reads line after line until /quit, Ctrl-C, Ctrl-D or the end of what was piped in. A piped line is printed, so that it
 * reads whole. Ctrl-C ends a long wait too.
 */
async function talk(seat: Seat, stdin: Readable, stdout: Writable, prompt: () => string): Promise<void> {
  const typed = 'isTTY' in stdin && stdin.isTTY === true;
  const lines = createInterface({ input: stdin, ...(typed ? { output: stdout } : {}), crlfDelay: Infinity });
  let closed = false;
  lines.once('close', () => (closed = true));
  lines.once('SIGINT', () => {
    seat.simulation.stops();
    lines.close();
  });
  const ask = () => (typed && !closed ? (lines.setPrompt(prompt()), lines.prompt()) : undefined);
  ask();
  for await (const line of lines) {
    if (!typed) stdout.write(`${prompt()}${line}\n`);
    if ((await obey(seat, line)) === 'ends') break;
    ask();
  }
  lines.close();
}
