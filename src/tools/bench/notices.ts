import { setTimeout as wait } from 'node:timers/promises';
import { performance } from 'node:perf_hooks';
import type { BenchHouse } from './benchHouse';
import { idOf, phoneOf } from './roster';

const DISCLOSURE = 'my stepdad hits me when mum is out';
/** One message in so many is a disclosure: each time round other people's first, as long as the messages come. */
const ONE_IN = 10;
/**
 * Nobody told for this long, with no more messages coming: what is missing will not come. What a busy record left on the
 * disk is tried again every five seconds, and a try may take as long.
 */
const QUIET_MS = 60_000;
/** Told later than this after the message came, in whatever way, is late. */
const LATE_AFTER_MS = 10_000;
const LOOK_EVERY_MS = 250;

export interface NoticeTimes {
  /** Webhook → first notice accepted, one a disclosure that somebody was told of. */
  readonly waitedMs: readonly number[];
  readonly disclosures: number;
  /** Disclosures that were not answered 200: the carrier has been told to turn to its fallback address. */
  readonly refused: number;
}

/** What became of the disclosures nobody was told of in time. */
export function countLate({ waitedMs, disclosures, refused }: NoticeTimes): { late: number; lost: number } {
  return {
    late: waitedMs.filter((waited) => waited > LATE_AFTER_MS).length,
    lost: disclosures - refused - waitedMs.length,
  };
}

/**
 * Messages at a steady rate, each from another young person; how long until a human was told of each disclosure. Goes on
 * until all were told of, or nobody has been for a minute: a notice that comes late is not lost.
 */
export async function measureNotices(
  { house, standIn, text }: BenchHouse,
  { people, perSecond, seconds }: { people: number; perSecond: number; seconds: number },
): Promise<NoticeTimes> {
  const postedAt = new Map<number, number>();
  const acceptedAt = new Map<string, number>();
  const refused = new Set<number>();
  standIn.onAccepted = ({ delivery, atMs }) => void acceptedAt.set(delivery, atMs);
  const posts: Promise<unknown>[] = [];
  for (let sent = 0; sent < perSecond * seconds; sent += 1) {
    const person = sent % people;
    const round = Math.floor(sent / people);
    const discloses = person % ONE_IN === round % ONE_IN && !postedAt.has(person);
    if (discloses) postedAt.set(person, performance.now());
    const answered = text(phoneOf(person), discloses ? DISCLOSURE : 'school was alright today');
    posts.push(
      answered
        .catch(() => null)
        .then((status) => {
          if (discloses && status !== 200) refused.add(person);
        }),
    );
    await wait(1_000 / perSecond);
  }
  await Promise.all(posts);
  const waited = new Map<number, number>();
  for (let news = performance.now(); performance.now() - news < QUIET_MS; await wait(LOOK_EVERY_MS)) {
    const untold = [...postedAt].filter(([person]) => !waited.has(person) && !refused.has(person));
    if (untold.length === 0) break;
    const told = await timesWaited(house, untold, acceptedAt);
    if (told.length > 0) news = performance.now();
    for (const [person, ms] of told) waited.set(person, ms);
  }
  return { waitedMs: [...waited.values()], disclosures: postedAt.size, refused: refused.size };
}

/** From the post to whatever the carrier took first of what tells somebody of it, of those whom somebody was told of. */
async function timesWaited(
  { ctx }: BenchHouse['house'],
  postedAt: readonly (readonly [person: number, at: number])[],
  acceptedAt: ReadonlyMap<string, number>,
): Promise<(readonly [person: number, waitedMs: number])[]> {
  return ctx.record.transaction(async (tx) => {
    const all: (readonly [number, number])[] = [];
    for (const [person, from] of postedAt) {
      const line = await tx.lines.findOf(idOf(person));
      const [concern] = line ? await tx.concerns.openOf(line.id) : [];
      const notices = concern ? await tx.notices.of(concern.id) : [];
      const sent = await Promise.all(notices.map(({ id }) => tx.deliveries.ofNotice(id)));
      const accepted = sent.flat().flatMap(({ id }) => acceptedAt.get(id) ?? []);
      if (accepted.length > 0) all.push([person, Math.min(...accepted) - from]);
    }
    return all;
  });
}
