import type { ChildProcess } from 'node:child_process';
import type { House } from '../house/openHouse';
import { publicUrl } from '../house/openHouse';
import { settlePractice, startPracticeCarrier, type PracticePlace } from './practiceHouse';

/** Moves the invented organisation in, starts its carrier, and says where to go. Returns how to end it. */
export async function startPracticeHouse(
  house: House,
  carrier: ChildProcess,
  to: NodeJS.WritableStream,
): Promise<() => Promise<void>> {
  const { roster, links } = await settlePractice(house);
  await startPracticeCarrier(carrier, house, roster, links);
  to.write(
    [
      '',
      `${house.config.serviceName}, practice mode. Everybody in it is invented, and it stays on this machine.`,
      '',
      `  The service      ${publicUrl(house.config)}`,
      `  The phones page  http://127.0.0.1:${house.config.practicePort}/`,
      '',
      '  Web chat of each young person (each link works once):',
      ...places(links.chats),
      '',
      '  Sign in as (practice links; live mode has none):',
      ...places(links.desks),
      '',
      '  Or as live staff do, by a link in an e-mail (the phones page shows it) and a code from an authenticator app:',
      `    ${publicUrl(house.config)}/staff/sign-in`,
      '',
      '  Ctrl-C ends it. What happened stays in the data folder; the phones and their texts begin anew at each start.',
      '',
    ].join('\n'),
  );
  return async () => {
    const ended = new Promise((resolve) => carrier.once('exit', resolve));
    if (carrier.connected) carrier.disconnect();
    await ended;
  };
}

function places(all: readonly PracticePlace[]): string[] {
  const width = Math.max(...all.map(({ label }) => label.length));
  return all.map(({ label, url }) => `    ${label.padEnd(width)}  ${url}`);
}
