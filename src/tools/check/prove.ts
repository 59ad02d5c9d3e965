import { setTimeout as wait } from 'node:timers/promises';
import type { House } from '../../app/house/openHouse';
import { openForProving } from '../../app/live/openForProving';
import { decidersOfTheNextDays } from '../../app/missing/missingPeople';
import { loadConfig } from '../../config';
import { createLog } from '../../log';
import { isProven } from '../../rota';
import { SECOND_MS, type Practitioner } from '../../vocabulary';
import { CannotGoOn } from '../tool';

const LOOK_EVERY_MS = SECOND_MS;

type Way = 'sms' | 'voice';

/** Texts and rings every lead and manager of the next 72 hours whose channel is unproven, and says who has answered. */
export async function proveChannels(): Promise<number> {
  const config = loadConfig(process.env);
  const house = await openForProving(config, createLog({ level: 'error', part: 'prove', to: process.stderr }));
  let stopped = false;
  const stop = () => (stopped = true);
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    const asked = await unproven(house);
    for (const { lead, by } of asked) {
      await house.acts.sendDrill({ practitioner: lead.id, by });
      process.stderr.write(`${by === 'sms' ? 'Texted' : 'Rang'} ${lead.id}. Any answer will do.\n`);
    }
    const silent = await hearAnswers(house, asked, () => stopped);
    process.stdout.write(
      silent === 0 ? 'Everybody who leads or is manager is proven.\n' : `${silent} still to answer.\n`,
    );
    return silent === 0 ? 0 : 1;
  } finally {
    process.removeListener('SIGINT', stop).removeListener('SIGTERM', stop);
    await house.close();
  }
}

async function unproven(house: House): Promise<readonly { lead: Practitioner; by: Way }[]> {
  const now = house.clock.now();
  const leads = decidersOfTheNextDays(await rosterOf(house), now);
  if (leads.length === 0)
    throw new CannotGoOn('Nobody leads or is manager in the next 72 hours. Import a roster with a rota first.');
  return leads.flatMap((lead) =>
    (['sms', 'voice'] as const)
      .filter((by) => lead.phone !== null && !isProven(lead, by, now))
      .map((by) => ({ lead, by })),
  );
}

/** Waits until all have answered or somebody has had enough; gives how many have not. */
async function hearAnswers(
  house: House,
  asked: readonly { lead: Practitioner; by: Way }[],
  enough: () => boolean,
): Promise<number> {
  let silent = asked;
  while (silent.length > 0 && !enough()) {
    await wait(LOOK_EVERY_MS);
    const { practitioners } = await rosterOf(house);
    const now = house.clock.now();
    const answered = silent.filter(({ lead, by }) => {
      const person = practitioners.find(({ id }) => id === lead.id);
      return person !== undefined && isProven(person, by, now);
    });
    answered.forEach(({ lead, by }) =>
      process.stdout.write(`${lead.id} is proven by ${by === 'sms' ? 'text' : 'call'}.\n`),
    );
    silent = silent.filter((one) => !answered.includes(one));
  }
  return silent.length;
}

function rosterOf({ open }: House) {
  return open.record.transaction((tx) => tx.roster.snapshot());
}
