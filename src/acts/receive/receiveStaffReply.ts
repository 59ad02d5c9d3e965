import {
  atLeast,
  firstName,
  type IncomingMessage,
  type Notice,
  type Practitioner,
  type PractitionerId,
} from '../../vocabulary';
import { sayNames } from '../../wording';
import type { ActContext } from '../context';
import { acknowledgeIn, type Acknowledged } from '../human/acknowledge';
import { linkOf } from '../say/linkOf';
import { pageLeadPlainly } from '../say/pageLeadPlainly';
import { sayToPractitioner } from '../say/sayToPractitioner';
import type { Stores } from '../stores';
import { calledOnRoster, practitionerOf } from '../who/findStaff';
import { answerSeen } from './answerSeen';
import { readReply, type ReplyAct } from './readReply';

/**
 * A text from a practitioner's own number. It is no line's: reply codes and STOP are read; anything else is kept,
 * assessed and shown to the lead, for a mentor may pass on what a young person told them. Whatever cannot be used is
 * answered with what to write instead. Who rings back is texted what waits for them.
 */
export async function receiveStaffReply(
  ctx: ActContext,
  practitioner: PractitionerId,
  incoming: IncomingMessage,
): Promise<void> {
  await ctx.record.transaction(async (tx) => {
    const now = ctx.clock.now();
    const mine = await tx.notices.waitingCodesOf(practitioner);
    const reply = readReply(incoming.text, mine);
    const isCall = incoming.kind === 'call';
    const isForCarrier = incoming.optOut === 'stop' || incoming.optOut === 'start';
    const tells = !isCall && !isForCarrier && (reply.kind === 'words' || (reply.kind === 'acts' && reply.beside));
    const level = tells ? ctx.assess({ text: incoming.text, before: [], staff: [] }).level : 'none';
    const fresh = await tx.staffReplies.keep({
      id: ctx.ids.next(),
      practitioner,
      providerId: incoming.providerId,
      text: incoming.text,
      level,
      understood: !tells,
      receivedAt: incoming.receivedAt,
    });
    if (!fresh) return;
    if (isCall) return sayWhatWaits(ctx, tx, practitioner, 'you-rang', mine[0]);
    if (incoming.optOut === 'stop') return optOut(ctx, tx, practitioner);
    if (incoming.optOut === 'start') return optIn(ctx, tx, practitioner);
    const paged = atLeast(level, 'urgent') ? await pageLeadPlainly(ctx, tx, 'colleague-wrote', practitioner) : [];
    if (reply.kind === 'words' && paged.length > 0) await sayItMayNotWait(ctx, tx, practitioner, paged);
    else if (reply.kind === 'words') await answerWords(ctx, tx, practitioner, reply.code ?? mine[0]);
    else if (reply.kind === 'seen') await answerSeen(ctx, tx, practitioner, reply.code ?? mine[0] ?? null);
    else for (const act of reply.acts) await answerCode(ctx, tx, practitioner, act, mine);
    await tx.roster.proveChannel(practitioner, 'sms', now);
  });
}

/** The wording of its own where something waits for them: it names the code and what to do with it. */
async function sayWhatWaits(
  ctx: ActContext,
  tx: Stores,
  practitioner: PractitionerId,
  template: 'you-rang' | 'reply-not-understood' | 'reply-code-unknown',
  code: string | undefined,
): Promise<void> {
  const notice = code === undefined ? null : await tx.notices.byCode(practitioner, code);
  if (notice === null || code === undefined)
    return void (await sayToPractitioner(ctx, tx, practitioner, template, { link: ctx.caseloadLink() }));
  const link = await linkOf(ctx, tx, notice);
  await sayToPractitioner(ctx, tx, practitioner, `${template}-waiting`, { code, link });
}

/** Their phone may be in the hands of somebody in danger: 999, and who reads it now. */
async function sayItMayNotWait(
  ctx: ActContext,
  tx: Stores,
  practitioner: PractitionerId,
  paged: readonly Practitioner[],
): Promise<void> {
  const at = ctx.clock.now();
  await tx.events.append({ line: null, name: 'staff-reply-not-understood', at, data: { practitioner } });
  const who = sayNames(paged.map(firstName), 'en');
  await sayToPractitioner(ctx, tx, practitioner, 'reply-may-not-wait', { who });
}

async function optOut(ctx: ActContext, tx: Stores, practitioner: PractitionerId): Promise<void> {
  const now = ctx.clock.now();
  await tx.roster.optOut(practitioner, now);
  await tx.events.append({ line: null, name: 'staff-opted-out', at: now, data: { practitioner } });
  await sayToPractitioner(ctx, tx, practitioner, 'reply-stopped', {});
  const roster = await tx.roster.snapshot();
  const left = practitionerOf(roster, practitioner);
  const who = left ? firstName(left) : '';
  const coordinators = roster.practitioners.filter((one) => one.roles.includes('coordinator'));
  for (const one of coordinators.filter(({ id }) => id !== practitioner)) {
    await sayToPractitioner(ctx, tx, one.id, 'colleague-stopped', { who, link: ctx.rotaLink() }, 'email');
  }
}

async function optIn(ctx: ActContext, tx: Stores, practitioner: PractitionerId): Promise<void> {
  await tx.roster.optOut(practitioner, null);
  await tx.events.append({ line: null, name: 'staff-opted-in', at: ctx.clock.now(), data: { practitioner } });
  await sayToPractitioner(ctx, tx, practitioner, 'reply-started', {});
}

async function answerWords(
  ctx: ActContext,
  tx: Stores,
  practitioner: PractitionerId,
  code: string | undefined,
): Promise<void> {
  const at = ctx.clock.now();
  await tx.events.append({ line: null, name: 'staff-reply-not-understood', at, data: { practitioner } });
  await sayWhatWaits(ctx, tx, practitioner, 'reply-not-understood', code);
}

async function answerCode(
  ctx: ActContext,
  tx: Stores,
  practitioner: PractitionerId,
  { does, code }: ReplyAct,
  mine: readonly string[],
): Promise<void> {
  // Without a code a lone "1" means the latest that waits for them.
  const meant = code ?? mine[0] ?? null;
  const notice = meant === null ? null : await tx.notices.byCode(practitioner, meant);
  await tx.events.append({
    line: null,
    name: 'staff-replied',
    at: ctx.clock.now(),
    data: { practitioner, notice: notice?.id ?? null, concern: notice?.concern ?? null },
  });
  if (!notice) return answerUnknown(ctx, tx, practitioner, code, mine);
  const act = does === 'takes' ? ('taken-on' as const) : ('passed-on' as const);
  const result = await acknowledgeIn(ctx, tx, { concern: notice.concern, by: practitioner, act, how: 'reply' });
  const values = await valuesFor(ctx, tx, result, notice);
  await sayToPractitioner(ctx, tx, practitioner, wordingFor(act, result, practitioner), values);
}

/** A drill's code; one that is done with, closed or not theirs any more (all three hear the same); or none of theirs. */
async function answerUnknown(
  ctx: ActContext,
  tx: Stores,
  practitioner: PractitionerId,
  code: string | null,
  mine: readonly string[],
): Promise<void> {
  if (await answersDrill(tx, practitioner, code)) return;
  const isDone = code === null || (await tx.notices.hadCode(practitioner, code));
  if (!isDone) return sayWhatWaits(ctx, tx, practitioner, 'reply-code-unknown', mine[0]);
  await sayToPractitioner(ctx, tx, practitioner, 'reply-nothing-needed', { link: ctx.caseloadLink() });
}

/** Nothing waits behind a drill: that they answered is all it was for. */
async function answersDrill(tx: Stores, practitioner: PractitionerId, code: string | null): Promise<boolean> {
  const sent = { practitioner, by: 'sms', ...(code === null ? {} : { code }) };
  return (await tx.events.latest(null, 'drill-sent', sent)) !== null;
}

function wordingFor(act: 'taken-on' | 'passed-on', result: Acknowledged, by: PractitionerId): string {
  if (result.result !== 'recorded') return 'reply-nothing-needed';
  if (act === 'passed-on') return 'reply-passed-on';
  return result.holder === by ? 'reply-taken-on' : 'reply-already-taken-on';
}

async function valuesFor(
  ctx: ActContext,
  tx: Stores,
  result: Acknowledged,
  notice: Notice,
): Promise<Record<string, string>> {
  const roster = await tx.roster.snapshot();
  return {
    code: notice.code,
    link: await linkOf(ctx, tx, notice),
    who: calledOnRoster(roster, result.result === 'recorded' ? result.holder : null),
    limit: result.result === 'recorded' ? String(result.openWithinMinutes) : '',
  };
}
