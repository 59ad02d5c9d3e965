import { performance } from 'node:perf_hooks';
import type { AuthoredHouse } from '../../app/service/authoredHouse';
import { workUntil } from '../../app/service/workUntil';
import { HOUR_MS, later, type Instant, type Roster } from '../../vocabulary';
import { createRehearsalCarrier } from '../rehearse/carrier';
import { openTheatre } from '../rehearse/openTheatre';

/** A Sunday night; in the first run nothing happens in it, in the second nobody answers a disclosure. */
const BEGINS: Instant = '2026-11-22T20:00:00.000Z';

export interface Rehearsed {
  readonly quietHoursASecond: number;
  readonly unansweredHoursASecond: number;
}

/** How many hours of a rehearsal pass in a second: nothing but ordinary life, and a night nobody answers. */
export async function measureRehearsal(house: AuthoredHouse, roster: Roster, hours: number): Promise<Rehearsed> {
  return {
    quietHoursASecond: await hoursASecond(house, roster, hours, null),
    unansweredHoursASecond: await hoursASecond(house, roster, hours, 'my stepdad hits me when mum is out'),
  };
}

async function hoursASecond(
  house: AuthoredHouse,
  roster: Roster,
  hours: number,
  disclosure: string | null,
): Promise<number> {
  const onError = (error: unknown) => {
    throw error;
  };
  const theatre = await openTheatre({
    house,
    roster,
    at: BEGINS,
    seed: 'night',
    carrier: createRehearsalCarrier,
    onError,
  });
  try {
    const { acts, record, clock, carrier } = theatre;
    const phone = roster.youngPeople.find((one) => one.phone !== null)?.phone ?? '';
    const stage = { acts, record, clock, receipts: carrier, shown: () => Promise.resolve() };
    const from = performance.now();
    for (const text of disclosure === null ? [] : ['hi', disclosure]) {
      await acts.receiveFromPhone({
        ...{ provider: 'twilio-sms', providerId: text, channel: 'sms', kind: 'text', to: null, optOut: null },
        sender: { by: 'phone', phone },
        text,
        receivedAt: clock.now(),
      });
    }
    await workUntil(stage, later(BEGINS, hours * HOUR_MS));
    return hours / ((performance.now() - from) / 1_000);
  } finally {
    await theatre.close();
  }
}
