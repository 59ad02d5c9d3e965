import type { PractitionerId } from '../../vocabulary';
import type { ActContext } from '../context';
import { linkOf } from '../say/linkOf';
import { sayToPractitioner } from '../say/sayToPractitioner';
import type { Stores } from '../stores';

/**
 * "Seen K7R": the young person would be told that they have read it, so only opening the words counts as that
 * (PATHWAYS). They hear whether it stands, and what takes it on.
 */
export async function answerSeen(
  ctx: ActContext,
  tx: Stores,
  practitioner: PractitionerId,
  code: string | null,
): Promise<void> {
  const notice = code === null ? null : await tx.notices.byCode(practitioner, code);
  const data = { practitioner, notice: notice?.id ?? null, concern: notice?.concern ?? null };
  await tx.events.append({ line: null, name: 'staff-replied', at: ctx.clock.now(), data });
  const concern = notice && (await tx.concerns.get(notice.concern));
  if (!notice || !concern) {
    await sayToPractitioner(ctx, tx, practitioner, 'reply-nothing-needed', { link: ctx.caseloadLink() });
    return;
  }
  const values = { code: notice.code, link: await linkOf(ctx, tx, notice) };
  const did = (act: string) => concern.case.acts.some((one) => one.by === practitioner && one.act === act);
  const template = !did('seen') ? 'reply-not-opened' : did('taken-on') ? 'reply-seen-yours' : 'reply-seen';
  await sayToPractitioner(ctx, tx, practitioner, template, values);
}
