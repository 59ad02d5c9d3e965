import { DAY_MS } from '../../vocabulary';
import { readDuration } from './duration';
import { findPlayer, type Player } from './people';
import type { PageAct, Simulation } from './simulation';
import { explainLast } from './why';

/** Weekly shifts are laid out for some weeks ahead: beyond them nobody would be on duty. */
const LONGEST_WAIT_MS = 31 * DAY_MS;

const COMMANDS = `Whatever you type is said by the one you are. Time stands still until something is said or you wait.

  /as WHO         be somebody else: a roster id, a first name, or a number nobody knows (+447700900999)
  /who            everybody there is
  /wait 15m       let time pass (20s, 15m, 1h30m, 2d)
  /and WORDS      say this, with more to come before the service answers
  /why            why the last message was judged as it was: rule, words, steps
  /phones         the last thing on every phone
  /check-in       start the young person's check-in now
  /picture        send a picture          /call      ring the service
as a practitioner ({code} stands for your latest code):
  {code} 1        take it on by text      /press 1   on the call that rang last (1 takes it on, 2 passes it on)
  /seen /takes /decides /contacted        the four acts, as on a page
  /quit           end`;

/** Who sits at the terminal, and what they play. */
export interface Seat {
  readonly simulation: Simulation;
  readonly print: (line: string) => void;
  who: Player | null;
}

/** Does what one typed line says. */
export async function obey(seat: Seat, typed: string): Promise<'goes on' | 'ends'> {
  const line = typed.trim();
  if (line === '') return 'goes on';
  const { who, simulation, print } = seat;
  const [written = '', rest = ''] = /^(\/\S+)\s*(.*)$/s.exec(line)?.slice(1) ?? [];
  const command = written.toLowerCase();
  switch (command) {
    case '':
      if (who) await simulation.says(who, line);
      break;
    case '/quit':
    case '/exit':
      return 'ends';
    case '/help':
      print(COMMANDS);
      break;
    case '/who':
      simulation.players.forEach((one) => print(`  ${one.id}: ${one.name}, ${one.is}, ${one.phone ?? 'web chat'}`));
      break;
    case '/as':
      beSomebody(seat, rest);
      break;
    case '/wait':
      await wait(seat, rest);
      break;
    case '/why':
      await explain(seat);
      break;
    case '/phones':
      simulation.phones().forEach(print);
      break;
    default:
      if (who) await act(seat, who, command, rest);
  }
  return 'goes on';
}

function beSomebody(seat: Seat, name: string): void {
  const found = findPlayer(seat.simulation.players, name);
  if (found) seat.who = found;
  else seat.print(`Nobody is called "${name}". /who names everybody; a number is written like +447700900999.`);
}

async function wait({ simulation, print }: Seat, written: string): Promise<void> {
  const ms = readDuration(written);
  if (ms === null) return print(`"${written}" is no span of time: write 20s, 15m, 1h30m or 2d.`);
  if (ms > LONGEST_WAIT_MS) return print('That is too long to wait at once: 31d at most.');
  await simulation.passes(ms);
}

async function explain({ simulation, print }: Seat): Promise<void> {
  if (simulation.lastLine === null) return print('Nothing was judged yet: say something first.');
  (await explainLast(simulation.record, simulation.lastLine)).forEach(print);
}

/** What only somebody in particular can do. */
async function act({ simulation, print }: Seat, who: Player, command: string, rest: string): Promise<void> {
  switch (command) {
    case '/and':
      if (rest === '') return print('Write the words after it: /and WORDS.');
      return simulation.says(who, rest, 'text', true);
    case '/picture':
      return simulation.says(who, rest, 'picture');
    case '/call':
      return who.phone === null ? print(`${who.name} has no phone.`) : simulation.says(who, '', 'call');
    case '/check-in':
      if (who.is !== 'young-person') return print('Be a young person first: /as WHO.');
      return simulation.startsCheckIn(who);
    case '/press':
      if (rest !== '1' && rest !== '2') return print('Press 1 or 2.');
      if (!(await simulation.presses(who, rest))) print(`Nothing has rung ${who.name}.`);
      return;
    case '/seen':
    case '/takes':
    case '/decides':
    case '/contacted': {
      const refused = await simulation.does(who, command.slice(1) as PageAct);
      if (refused !== null) print(refused);
      return;
    }
    default:
      print(`${command} means nothing here. /help says what does.`);
  }
}
