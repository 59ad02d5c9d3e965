import { randomInt } from 'node:crypto';
import { passTime, receiveFromPhone, type ActContext, type Carrier, type Log, type Stores } from '../../acts';
import type { Delivery, IncomingMessage, LineId, SendResult, TurnInput } from '../../vocabulary';
import type { OpenCarrier } from '../service/createCarrier';
import { ROUNDS, warmJudge } from './warmJudge';

export interface ToWarm {
  readonly ctx: ActContext;
  readonly carrier: Pick<OpenCarrier, 'answers'>;
  readonly log: Log;
  /** The doors open after this long at the latest, warm or not. */
  readonly withinMs?: number;
  /** How often each connection plays. */
  readonly rounds?: number;
}

const WITHIN_MS = 3_000;
/** One a connection of the record: each keeps the statements it was asked, parsed and planned. */
const LANES = 10;
/** One that says nothing, one that a human must hear of. */
const WORDS = ['school was alright today', 'my stepdad hits me when mum is out'] as const;
/** No telephone has a number that begins like this. */
const NOBODY = '+1000000';
const NOBODIES = 10_000;

/**
 * Plays invented messages through the whole house before its doors open: from the text that comes to the answer and the
 * notices that go. The first turn of a process costs forty times what the thousandth does (libraries are loaded, the
 * roster is opened, connections made, statements planned, code compiled), and whoever writes first would pay for it. The
 * judge hears long texts as well.
 *
 * Nothing of it is kept and nothing leaves the house: each message is played in one transaction that is always undone,
 * and no carrier, disk, queue or model is within its reach. What breaks in it, or takes too long, keeps no door shut:
 * what is still being played then is played to its end.
 */
export async function warmUp({ ctx, carrier, log, withinMs = WITHIN_MS, rounds = ROUNDS }: ToWarm): Promise<void> {
  const endsAtMs = performance.now() + withinMs;
  const lanes = Array.from({ length: LANES }, () => playInLane(ctx, endsAtMs, rounds));
  const judged = warmJudge(ctx.assess, rounds, endsAtMs);
  try {
    await atMost(withinMs, Promise.all([carrier.answers(), ...lanes, judged]));
  } catch (error) {
    log.warn({ error }, 'what is played before the doors open broke: the first messages will take longer');
  }
}

async function playInLane(ctx: ActContext, endsAtMs: number, rounds: number): Promise<void> {
  for (let round = 0; round < rounds && performance.now() < endsAtMs; round += 1) await playUndone(ctx);
}

/** What this throws, undoes the transaction it was played in. */
class Undone extends Error {}

async function playUndone(ctx: ActContext): Promise<void> {
  const played = ctx.record.transaction(async (tx) => {
    await play(withinReach(ctx, tx), tx);
    throw new Undone();
  });
  await played.catch((error: unknown) => {
    if (!(error instanceof Undone)) throw error;
  });
}

/** Both messages come, are answered, and everybody who must hear is told. */
async function play(ctx: ActContext, tx: Stores): Promise<void> {
  const phone = `${NOBODY}${String(randomInt(NOBODIES)).padStart(4, '0')}`;
  for (const text of WORDS) {
    const received = await receiveFromPhone(ctx, textFrom(ctx, phone, text));
    if (received.received !== 'kept') throw new Error('an invented message was not kept');
    await passTime(ctx, { kind: 'turn', id: received.line });
    for (const { id } of await writtenFor(tx, received.line)) await passTime(ctx, { kind: 'delivery', id });
  }
}

function textFrom(ctx: ActContext, phone: string, text: string): IncomingMessage {
  return {
    provider: 'twilio-sms',
    providerId: ctx.ids.next(),
    channel: 'sms',
    sender: { by: 'phone', phone },
    kind: 'text',
    text,
    to: null,
    optOut: null,
    receivedAt: ctx.clock.now(),
  };
}

/** The texts to the line, and the notices of what was told on it. */
async function writtenFor(tx: Stores, line: LineId): Promise<readonly Delivery[]> {
  const texts = await tx.deliveries.ofLine(line, '1970-01-01T00:00:00.000Z');
  const concerns = await tx.concerns.openOf(line);
  const notices = (await Promise.all(concerns.map(({ id }) => tx.notices.of(id)))).flat();
  const told = await Promise.all(notices.map(({ id }) => tx.deliveries.ofNotice(id)));
  return [...texts, ...told.flat()].filter(({ state }) => state === 'waiting');
}

/** Acts write into the one transaction that is undone; everything else that could be touched is out of their reach. */
function withinReach(ctx: ActContext, tx: Stores): ActContext {
  return {
    ...ctx,
    record: { ...ctx.record, transaction: (work) => work(tx) },
    carrier: TAKES_ALL,
    nudge: () => {},
    spool: {
      keep: () => Promise.reject(new Error('an invented message is not put on the disk')),
      list: () => Promise.resolve([]),
      read: () => Promise.resolve(null),
      remove: () => Promise.resolve(),
    },
    rosterCopy: { keep: () => Promise.resolve(), last: () => Promise.resolve(null) },
    erasures: { note: () => Promise.resolve() },
    reader: null,
    converse: async (input) => {
      await ctx.converse(asOfSomebodyKnown(input));
      return ctx.converse(input);
    },
    log: { info: () => {}, warn: () => {}, error: () => {} },
    burst: { smsQuietMs: 0, webQuietMs: 0, longestMs: 0 },
  };
}

/**
 * A number nobody knows is answered by a dialog of its own. What is said is also heard as of somebody we know, who has seen
 * the limits: most of what is looked for in words is looked for there, and compiled when it first is.
 */
function asOfSomebodyKnown(input: TurnInput): TurnInput {
  const { now } = input.facts;
  return {
    ...input,
    state: null,
    facts: { ...input.facts, youngPerson: SOMEBODY, mentor: MENTOR, limits: { lastFullAt: now, dueInFull: false } },
  };
}

const MENTOR = { id: 'nobody', firstName: 'Nobody', available: true };

const SOMEBODY = {
  firstName: 'Somebody',
  language: 'en',
  style: 'ordinary',
  joined: true,
  missing: false,
  under13: false,
} as const;

const take = ({ delivery }: { readonly delivery: string }): Promise<SendResult> =>
  Promise.resolve({ sent: 'accepted', sid: `nowhere-${delivery}` });

const TAKES_ALL: Carrier = { sendSms: take, ring: take, sendEmail: take, findSms: () => Promise.resolve(null) };

/** Resolves when the work has ended or its time is up. */
async function atMost(withinMs: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const timeIsUp = new Promise<void>((resolve) => (timer = setTimeout(resolve, withinMs)));
  await Promise.race([work, timeIsUp]).finally(() => clearTimeout(timer));
}
