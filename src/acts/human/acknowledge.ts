import { openWithinMinutes, passOn, recordAct, type Refusal } from '../../escalation';
import type { Act, Capacity, Concern, ConcernId, PractitionerId, Roster } from '../../vocabulary';
import { applyOutcome } from '../concern/applyOutcome';
import type { ActContext } from '../context';
import { keepCommitments } from '../promise/keepCommitments';
import { tellItWasRead } from '../promise/tellItWasRead';
import { tellWhoHasIt } from '../promise/tellWhoHasIt';
import type { Stores } from '../stores';
import { staffingNow } from '../who/staffingNow';

export interface Acknowledgement {
  readonly concern: ConcernId;
  readonly by: PractitionerId;
  readonly act: Act | 'passed-on';
  /** In which capacity; by default the one they were told in, else the place they hold now. */
  readonly as?: Capacity;
  /** By which road it came: shown in the timeline of the case. */
  readonly how: 'reply' | 'call' | 'page' | 'rehearsal';
}

export type Acknowledged =
  | {
      readonly result: 'recorded';
      readonly holder: PractitionerId | null;
      /** How long whoever has taken it on has to open the words. */
      readonly openWithinMinutes: number;
    }
  | { readonly result: 'refused'; readonly why: Refusal | 'not-found' };

/** One of the four acts, or passing it on, by a named practitioner. Refusals are values. */
export async function acknowledge(ctx: ActContext, acknowledgement: Acknowledgement): Promise<Acknowledged> {
  return ctx.record.transaction((tx) => acknowledgeIn(ctx, tx, acknowledgement));
}

/** The same inside a transaction that is already open. */
export async function acknowledgeIn(ctx: ActContext, tx: Stores, ack: Acknowledgement): Promise<Acknowledged> {
  const held = await tx.concerns.lock(ack.concern);
  if (!held) return { result: 'refused', why: 'not-found' };
  const { concern } = held;
  const now = ctx.clock.now();
  const roster = await tx.roster.snapshot();
  const staffing = staffingNow(ctx, roster, concern.youngPerson);
  const result =
    ack.act === 'passed-on'
      ? passOn(concern.case, ack.by, staffing, now)
      : recordAct(concern.case, { act: ack.act, by: ack.by, as: ack.as }, staffing, now);
  if (!result.ok) return { result: 'refused', why: result.refused };
  await tx.events.append({
    line: concern.line,
    name: 'act-recorded',
    at: now,
    data: { concern: concern.id, act: ack.act, by: ack.by, how: ack.how },
  });
  const saved = await applyOutcome(ctx, tx, roster, concern, result.outcome);
  await afterAct(ctx, tx, roster, { before: concern, after: saved }, ack);
  return { result: 'recorded', holder: saved.case.holder, openWithinMinutes: openWithinMinutes(saved.case) };
}

/** Promises that are kept as soon as a human has read the words. */
const ONCE_READ = ['will-read', 'may-read', 'will-text'] as const;

/**
 * Whoever opened the words, decided on them or spoke with the young person has read them: what was promised is kept,
 * and the young person hears once that a human has read it, unless that human has just spoken with them.
 */
async function afterAct(
  ctx: ActContext,
  tx: Stores,
  roster: Roster,
  { before, after }: { readonly before: Concern; readonly after: Concern },
  { act, by }: Acknowledgement,
): Promise<void> {
  if (act === 'taken-on') return tellWhoHasIt(ctx, tx, roster, after, by);
  if (act === 'passed-on') return;
  const wasRead = before.case.acts.some((one) => one.act !== 'taken-on');
  await keepCommitments(ctx, tx, after, act === 'contacted' ? [...ONCE_READ, 'will-speak'] : ONCE_READ);
  if (!wasRead && act !== 'contacted') await tellItWasRead(ctx, tx, roster, after, by);
}
