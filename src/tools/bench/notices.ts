import { setTimeout as wait } from 'node:timers/promises';
import { performance } from 'node:perf_hooks';
import type { Event, LineId } from '../../vocabulary';
import type { BenchHouse } from './benchHouse';
import { phoneOf } from './roster';

const DISCLOSURE = 'my stepdad hits me when mum is out';
/** One message in so many is a disclosure. */
const ONE_IN = 10;
/** After the last message, the last notice may take this long before it counts as lost. */
const GRACE_MS = 10_000;

export interface NoticeTimes {
  /** Webhook → first notice accepted, one a disclosure. */
  readonly waitedMs: readonly number[];
  readonly disclosures: number;
}

/** Messages at a steady rate, each from another young person; how long until a human was told of each disclosure. */
export async function measureNotices(
  { house, standIn, text }: BenchHouse,
  { people, perSecond, seconds }: { people: number; perSecond: number; seconds: number },
): Promise<NoticeTimes> {
  const postedAt = new Map<string, number>();
  const acceptedAt = new Map<string, number>();
  const firstOf = new Map<LineId, string[]>();
  standIn.onAccepted = ({ delivery, atMs }) => void acceptedAt.set(delivery, atMs);
  const stop = house.open.record.onCommitted((events) => events.forEach((event) => noteNotice(firstOf, event)));
  let disclosures = 0;
  const posts: Promise<unknown>[] = [];
  for (let sent = 0; sent < perSecond * seconds; sent += 1) {
    const person = sent % people;
    const phone = phoneOf(person);
    const discloses = sent % ONE_IN === 0 && !postedAt.has(phone);
    if (discloses) {
      postedAt.set(phone, performance.now());
      disclosures += 1;
    }
    posts.push(text(phone, discloses ? DISCLOSURE : 'school was alright today'));
    await wait(1_000 / perSecond);
  }
  await Promise.all(posts);
  const waited = () => timesWaited(house, firstOf, postedAt, acceptedAt);
  for (let slept = 0; slept < GRACE_MS && (await waited()).length < disclosures; slept += 250) await wait(250);
  stop();
  return { waitedMs: await waited(), disclosures };
}

function noteNotice(firstOf: Map<LineId, string[]>, { name, line, data }: Event): void {
  if (name !== 'notice-made' || line === null) return;
  firstOf.set(line, [...(firstOf.get(line) ?? []), String(data['delivery'])]);
}

async function timesWaited(
  { ctx }: BenchHouse['house'],
  firstOf: ReadonlyMap<LineId, readonly string[]>,
  postedAt: ReadonlyMap<string, number>,
  acceptedAt: ReadonlyMap<string, number>,
): Promise<number[]> {
  return ctx.record.transaction(async (tx) => {
    const { youngPeople } = await tx.roster.snapshot();
    const all: number[] = [];
    for (const [line, deliveries] of firstOf) {
      const { youngPerson } = await tx.lines.read(line);
      const from = postedAt.get(youngPeople.find(({ id }) => id === youngPerson)?.phone ?? '');
      const accepted = deliveries.flatMap((id) => acceptedAt.get(id) ?? []);
      if (from !== undefined && accepted.length > 0) all.push(Math.min(...accepted) - from);
    }
    return all;
  });
}
