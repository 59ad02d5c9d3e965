import { atLeast, firstName, type IncomingMessage, type Notice, type PractitionerId } from '../vocabulary';
import { acknowledgeIn, type Acknowledged } from './acknowledge';
import type { ActContext } from './context';
import { practitionerOf } from './findStaff';
import { pageLeadPlainly } from './pageLeadPlainly';
import type { Stores } from './stores';
import { readReply, type StaffReply } from './readReply';
import { sayToPractitioner } from './sayToPractitioner';

/**
 * A text from a practitioner's own number. It is no line's: reply codes and STOP are read; anything else is kept,
 * assessed and shown to the lead, for a mentor may pass on what a young person told them.
 */
export async function receiveStaffReply(
  ctx: ActContext,
  practitioner: PractitionerId,
  incoming: IncomingMessage,
): Promise<void> {
  await ctx.record.transaction(async (tx) => {
    const now = ctx.clock.now();
    const reply = readReply(incoming.text);
    const level = reply.kind === 'words' ? ctx.assess({ text: incoming.text, before: [], staff: [] }).level : 'none';
    const fresh = await tx.staffReplies.keep({
      id: ctx.ids.next(),
      practitioner,
      providerId: incoming.providerId,
      text: incoming.text,
      level,
      understood: reply.kind !== 'words',
      receivedAt: incoming.receivedAt,
    });
    if (!fresh) return;
    if (incoming.optOut === 'stop') return optOut(ctx, tx, practitioner);
    if (incoming.optOut === 'start') return optIn(ctx, tx, practitioner);
    if (reply.kind === 'words') await keepWords(ctx, tx, practitioner, atLeast(level, 'urgent'));
    else await answerCode(ctx, tx, practitioner, reply);
    await tx.roster.proveChannel(practitioner, 'sms', now);
  });
}

async function optOut(ctx: ActContext, tx: Stores, practitioner: PractitionerId): Promise<void> {
  const now = ctx.clock.now();
  await tx.roster.optOut(practitioner, now);
  await tx.events.append({ line: null, name: 'staff-opted-out', at: now, data: { practitioner } });
  await sayToPractitioner(ctx, tx, practitioner, 'reply-stopped', {});
  const { practitioners } = await tx.roster.snapshot();
  const who = practitioners.find((one) => one.id === practitioner)?.name.split(' ')[0] ?? '';
  for (const one of practitioners.filter((each) => each.roles.includes('coordinator') && each.id !== practitioner)) {
    await sayToPractitioner(ctx, tx, one.id, 'colleague-stopped', { who, link: ctx.rotaLink() }, 'email');
  }
}

async function optIn(ctx: ActContext, tx: Stores, practitioner: PractitionerId): Promise<void> {
  await tx.roster.optOut(practitioner, null);
  await tx.events.append({ line: null, name: 'staff-opted-in', at: ctx.clock.now(), data: { practitioner } });
  await sayToPractitioner(ctx, tx, practitioner, 'reply-started', {});
}

async function keepWords(ctx: ActContext, tx: Stores, practitioner: PractitionerId, pressing: boolean): Promise<void> {
  await tx.events.append({
    line: null,
    name: 'staff-reply-not-understood',
    at: ctx.clock.now(),
    data: { practitioner },
  });
  if (pressing) await pageLeadPlainly(ctx, tx, 'colleague-wrote');
  await sayToPractitioner(ctx, tx, practitioner, 'reply-not-understood', {});
}

async function answerCode(
  ctx: ActContext,
  tx: Stores,
  practitioner: PractitionerId,
  reply: Exclude<StaffReply, { kind: 'words' }>,
): Promise<void> {
  const notice = await noticeMeant(tx, practitioner, reply.code);
  await tx.events.append({
    line: null,
    name: 'staff-replied',
    at: ctx.clock.now(),
    data: { practitioner, notice: notice?.id ?? null, concern: notice?.concern ?? null },
  });
  if (!notice) {
    if (await answersDrill(tx, practitioner, reply.code)) return;
    await sayToPractitioner(ctx, tx, practitioner, 'reply-code-unknown', { link: ctx.caseloadLink() });
    return;
  }
  const act = reply.kind === 'takes' ? ('taken-on' as const) : ('passed-on' as const);
  const result = await acknowledgeIn(ctx, tx, { concern: notice.concern, by: practitioner, act, how: 'reply' });
  const values = await valuesFor(ctx, tx, result, notice);
  await sayToPractitioner(ctx, tx, practitioner, wordingFor(act, result, practitioner), values);
}

/** Nothing waits behind a drill: that they answered is all it was for. */
async function answersDrill(tx: Stores, practitioner: PractitionerId, code: string | null): Promise<boolean> {
  const sent = { practitioner, by: 'sms', ...(code === null ? {} : { code }) };
  return (await tx.events.latest(null, 'drill-sent', sent)) !== null;
}

/** Without a code a lone "1" means the only thing that waits for them. */
async function noticeMeant(tx: Stores, practitioner: PractitionerId, code: string | null): Promise<Notice | null> {
  const meant = code ?? (await tx.notices.latestCodeOf(practitioner));
  return meant ? tx.notices.byCode(practitioner, meant) : null;
}

function wordingFor(act: 'taken-on' | 'passed-on', result: Acknowledged, by: PractitionerId): string {
  if (result.result !== 'recorded') return 'reply-code-unknown';
  if (act === 'passed-on') return 'reply-passed-on';
  return result.holder === by ? 'reply-taken-on' : 'reply-already-taken-on';
}

async function valuesFor(
  ctx: ActContext,
  tx: Stores,
  result: Acknowledged,
  notice: Notice,
): Promise<Record<string, string>> {
  const concern = await tx.concerns.get(notice.concern);
  const roster = await tx.roster.snapshot();
  const holder = practitionerOf(roster, result.result === 'recorded' ? result.holder : null);
  return {
    code: notice.code,
    link: concern ? ctx.concernLink(concern.reference) : ctx.caseloadLink(),
    who: holder ? firstName(holder) : roster.organisation.name,
    limit: String(OPEN_WITHIN_MINUTES),
  };
}

/** Taken on and not opened within this long reopens by itself (PATHWAYS). */
const OPEN_WITHIN_MINUTES = 10;
