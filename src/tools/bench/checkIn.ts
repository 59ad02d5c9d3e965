import type { AuthoredHouse } from '../../app/service/authoredHouse';
import { workUntil } from '../../app/service/workUntil';
import { DAY_MS, later, MINUTE_MS, type Instant, type Roster, type YoungPersonId } from '../../vocabulary';
import { countParts } from '../../wording';
import { createRehearsalCarrier } from '../rehearse/carrier';
import { eventsOf, openTheatre, type Theatre } from '../rehearse/openTheatre';

/** Three ways to answer an ordinary check-in, from few words to many; the last word is to the note they are shown. */
const WAYS: readonly (readonly string[])[] = [
  ['7', 'football', 'nothing', 'no', 'ok'],
  ['6', 'maths went ok and nan came round', 'the bus was late again', 'go to bed before eleven', 'no', 'OK'],
  [
    '5',
    'went to the skate park with josh and finally landed that trick i told sam about, took ages but it was so good and he filmed it so i can show everyone on thursday',
    'bit bored in the evenings and my phone screen is cracked so i cant really play anything which is annoying, mum says maybe for my birthday but thats ages away',
    'want to try getting up when the alarm goes instead of snoozing it loads',
    'can we talk about the college open day',
    'OK',
  ],
];
/** The afternoon before nobody's own check-in day, so that the one that is asked for is the only one. */
const BEGINS: Instant = '2026-11-25T15:00:00.000Z';

/** SMS parts of one ordinary check-in, both ways, for each young person with a phone and each way of answering. */
export async function measureCheckIns(house: AuthoredHouse, roster: Roster): Promise<readonly number[]> {
  const parts: number[] = [];
  for (const { id } of roster.youngPeople.filter(({ phone }) => phone !== null)) {
    for (const words of WAYS) parts.push(await oneCheckIn(house, roster, id, words));
  }
  return parts;
}

async function oneCheckIn(
  house: AuthoredHouse,
  roster: Roster,
  youngPerson: YoungPersonId,
  words: readonly string[],
): Promise<number> {
  const theatre = await openTheatre({
    house,
    roster,
    at: BEGINS,
    seed: `${youngPerson} ${words.length}`,
    carrier: createRehearsalCarrier,
    onError: (error) => {
      throw error;
    },
  });
  try {
    const phone = roster.youngPeople.find(({ id }) => id === youngPerson)?.phone ?? '';
    await says(theatre, phone, 'hi', 0);
    await passes(theatre, DAY_MS);
    const happened = eventsOf(theatre);
    await theatre.acts.startCheckIn({ youngPerson, why: 'now' });
    await passes(theatre, MINUTE_MS);
    let parts = 0;
    for (const [index, text] of words.entries()) {
      await says(theatre, phone, text, index + 1);
      parts += countParts(text);
    }
    for (const { name, data } of happened()) {
      if (name === 'sent-to-young-person') parts += await partsOf(theatre, String(data['delivery']));
    }
    return parts;
  } finally {
    await theatre.close();
  }
}

async function says(theatre: Theatre, phone: string, text: string, index: number): Promise<void> {
  await theatre.acts.receiveFromPhone({
    provider: 'twilio-sms',
    providerId: `bench-${index}`,
    channel: 'sms',
    sender: { by: 'phone', phone },
    kind: 'text',
    text,
    to: null,
    optOut: null,
    receivedAt: theatre.clock.now(),
  });
  await passes(theatre, MINUTE_MS);
}

async function passes({ acts, record, clock, carrier }: Theatre, forMs: number): Promise<void> {
  const stage = { acts, record, clock, receipts: carrier, shown: () => Promise.resolve() };
  await workUntil(stage, later(clock.now(), forMs));
}

async function partsOf({ record }: Theatre, delivery: string): Promise<number> {
  return countParts((await record.transaction((tx) => tx.deliveries.get(delivery)))?.text ?? '');
}
