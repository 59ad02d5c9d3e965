import { hearMore, recordAct, type Refusal } from '../../escalation';
import type { Concern, Instant, Roster, Talk } from '../../vocabulary';
import { raiseUnsafe } from '../concern/answerSafeNow';
import { applyOutcome } from '../concern/applyOutcome';
import { isShutOut } from '../concern/shutOutTheAccused';
import type { ActContext } from '../context';
import type { Stores } from '../stores';
import { staffingNow } from '../who/staffingNow';
import { acknowledgeIn } from './acknowledge';

export type TalkToNote = Omit<Talk, 'notedAt' | 'apart'>;

export type TalkNotedIn =
  { readonly result: 'recorded' } | { readonly result: 'refused'; readonly why: Refusal | 'not-found' };

/**
 * A practitioner notes what a young person told them face to face or by phone. They have been heard by a human. What
 * they answered to "are you safe right now?" counts as a text would: "no" is immediate, "not sure" is read in minutes;
 * "yes" is kept, ends the wait for an answer by text, and lowers nothing. Whoever holds the concern hears that more has
 * come. Noted by somebody whose view of the line has ended, it is kept apart and does nothing.
 */
export async function noteTalk(ctx: ActContext, talk: TalkToNote): Promise<TalkNotedIn> {
  return ctx.record.transaction(async (tx) => {
    const held = await tx.concerns.lock(talk.concern);
    if (!held) return { result: 'refused', why: 'not-found' };
    const { concern, line } = held;
    const now = ctx.clock.now();
    if (await isShutOut(tx, line.id, talk.by)) return keepApart(tx, concern, talk, now);
    const roster = await tx.roster.snapshot();
    const staffing = staffingNow(ctx, roster, concern.youngPerson);
    const may = recordAct(concern.case, { act: 'contacted', by: talk.by }, staffing, now);
    if (!may.ok) return { result: 'refused', why: may.refused };
    await write(tx, concern, { ...talk, notedAt: now, apart: false });
    await hearAnswer(ctx, tx, roster, concern, talk.safe);
    const done = await acknowledgeIn(ctx, tx, { concern: concern.id, by: talk.by, act: 'contacted', how: 'page' });
    if (done.result === 'refused') throw new Error('an act that was allowed was refused in the same transaction');
    if (done.holder !== talk.by) await tellHolder(ctx, tx, roster, concern);
    return { result: 'recorded' };
  });
}

async function write(tx: Stores, { line, id }: Concern, talk: Talk): Promise<void> {
  await tx.concerns.noteTalk(talk);
  const { by: practitioner, way, safe, spokenAt, notedAt } = talk;
  const data = { concern: id, practitioner, way, safe, spokenAt };
  await tx.events.append({ line, name: 'talk-noted', at: notedAt, data });
}

async function keepApart(tx: Stores, concern: Concern, talk: TalkToNote, now: Instant): Promise<TalkNotedIn> {
  await tx.concerns.noteTalk({ ...talk, notedAt: now, apart: true });
  const data = { concern: concern.id, practitioner: talk.by, pressed: 'contacted' };
  await tx.events.append({ line: concern.line, name: 'act-kept-apart', at: now, data });
  return { result: 'recorded' };
}

/** The question by text stays open: a later "no" from the phone still counts. */
async function hearAnswer(
  ctx: ActContext,
  tx: Stores,
  roster: Roster,
  concern: Concern,
  safe: Talk['safe'],
): Promise<void> {
  if (safe === 'not-asked') return;
  const now = ctx.clock.now();
  await tx.errands.cancel('safe-now-silence', concern.id, now);
  if (safe === 'yes') return;
  await raiseUnsafe(ctx, tx, roster, concern, { how: safe === 'no' ? 'no' : 'unsure', saidAt: now, because: 'talk' });
}

async function tellHolder(ctx: ActContext, tx: Stores, roster: Roster, { id }: Concern): Promise<void> {
  const concern = await tx.concerns.get(id);
  if (!concern) return;
  const outcome = hearMore(concern.case, staffingNow(ctx, roster, concern.youngPerson), ctx.clock.now());
  await applyOutcome(ctx, tx, roster, concern, outcome);
}
