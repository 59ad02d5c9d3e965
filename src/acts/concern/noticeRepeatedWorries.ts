import { lookTogether } from '../../escalation';
import { COUNTED_OVER_DAYS, FEWEST_WORRIES, repeatedWorries } from '../../safeguarding/over-time/repeatedWorries';
import { DAY_MS, later, tellsAnew, type Concern, type Kind, type Roster } from '../../vocabulary';
import type { ActContext } from '../context';
import type { Stores } from '../stores';
import { staffingNow } from '../who/staffingNow';
import { applyOutcome } from './applyOutcome';
import type { Raise } from './raise';

/**
 * A worry was raised: when it is the third of its kind in 21 days, whoever the pathways name for that is told, once a
 * kind in that time, and the concern says why. Whoever is left out of the concern is left out of this, too. Nothing
 * is raised by counting; an open concern that is graver is in the lead's hands already.
 */
export async function noticeRepeatedWorries(
  ctx: ActContext,
  tx: Stores,
  roster: Roster,
  concern: Concern,
  raise: Raise,
): Promise<Concern> {
  if (raise.nature !== 'disclosure' || raise.level !== 'worry') return concern;
  const fresh = await freshKinds(ctx, tx, raise);
  if (fresh.length === 0) return concern;
  const at = ctx.clock.now();
  for (const kind of fresh) {
    await tx.events.append({
      line: concern.line,
      name: 'repeated-worries-found',
      at,
      data: { ...told(raise, kind), concern: concern.id, count: FEWEST_WORRIES, days: COUNTED_OVER_DAYS },
    });
  }
  const staffing = staffingNow(ctx, roster, concern.youngPerson);
  return applyOutcome(ctx, tx, roster, concern, lookTogether(concern.case, ctx.pathways, staffing, at));
}

/** The kinds of this worry that have come up often enough, and of which nobody has been told in that time. */
async function freshKinds(ctx: ActContext, tx: Stores, raise: Raise): Promise<readonly Kind[]> {
  const now = ctx.clock.now();
  const since = later(now, -COUNTED_OVER_DAYS * DAY_MS);
  const { line, assessment, level } = raise;
  if (assessment.kinds.length === 0) return [];
  const kept = (await tx.messages.assessmentsSince(line.id, since)).filter(tellsAnew);
  const judged = [...kept, { ...assessment, level, at: now }];
  const repeated = repeatedWorries(judged, assessment.about, now).filter((kind) => assessment.kinds.includes(kind));
  const lastTold = await Promise.all(
    repeated.map((kind) => tx.events.latest(line.id, 'repeated-worries-found', told(raise, kind))),
  );
  return repeated.filter((_kind, place) => (lastTold[place]?.at ?? '') < since);
}

/** What makes two of these the same: the kind, and who is at risk. */
function told({ assessment }: Raise, kind: Kind): Readonly<Record<string, string>> {
  return { kind, about: assessment.about };
}
