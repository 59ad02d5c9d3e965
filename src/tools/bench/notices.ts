import { setTimeout as wait } from 'node:timers/promises';
import { performance } from 'node:perf_hooks';
import type { BenchHouse } from './benchHouse';
import { idOf, phoneOf } from './roster';

const DISCLOSURE = 'my stepdad hits me when mum is out';
/** One message in so many is a disclosure: each time round other people's first, as long as the messages come. */
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
  const postedAt = new Map<number, number>();
  const acceptedAt = new Map<string, number>();
  standIn.onAccepted = ({ delivery, atMs }) => void acceptedAt.set(delivery, atMs);
  const posts: Promise<unknown>[] = [];
  for (let sent = 0; sent < perSecond * seconds; sent += 1) {
    const person = sent % people;
    const round = Math.floor(sent / people);
    const discloses = person % ONE_IN === round % ONE_IN && !postedAt.has(person);
    if (discloses) postedAt.set(person, performance.now());
    posts.push(text(phoneOf(person), discloses ? DISCLOSURE : 'school was alright today'));
    await wait(1_000 / perSecond);
  }
  await Promise.all(posts);
  const waited = () => timesWaited(house, postedAt, acceptedAt);
  for (let slept = 0; slept < GRACE_MS && (await waited()).length < postedAt.size; slept += 250) await wait(250);
  return { waitedMs: await waited(), disclosures: postedAt.size };
}

/** From the post to whatever the carrier took first of what tells somebody of it. */
async function timesWaited(
  { ctx }: BenchHouse['house'],
  postedAt: ReadonlyMap<number, number>,
  acceptedAt: ReadonlyMap<string, number>,
): Promise<number[]> {
  return ctx.record.transaction(async (tx) => {
    const all: number[] = [];
    for (const [person, from] of postedAt) {
      const line = await tx.lines.findOf(idOf(person));
      const [concern] = line ? await tx.concerns.openOf(line.id) : [];
      const notices = concern ? await tx.notices.of(concern.id) : [];
      const sent = await Promise.all(notices.map(({ id }) => tx.deliveries.ofNotice(id)));
      const accepted = sent.flat().flatMap(({ id }) => acceptedAt.get(id) ?? []);
      if (accepted.length > 0) all.push(Math.min(...accepted) - from);
    }
    return all;
  });
}
