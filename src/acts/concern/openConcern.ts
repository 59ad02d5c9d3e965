import { openCase } from '../../escalation';
import type { Concern, Roster } from '../../vocabulary';
import type { ActContext } from '../context';
import type { Stores } from '../stores';
import { staffingNow } from '../who/staffingNow';
import { applyOutcome } from './applyOutcome';
import { caseFacts, type LeftOut } from './caseFacts';
import { pagedForOutage } from './pagedForOutage';
import type { Raise } from './raise';

/** A concern of its own, with its case and its first notices. */
export async function openConcern(
  ctx: ActContext,
  tx: Stores,
  roster: Roster,
  raise: Raise,
  accused: LeftOut,
): Promise<Concern> {
  const { line, message, assessment } = raise;
  const id = ctx.ids.next();
  const now = ctx.clock.now();
  const facts = caseFacts(roster, id, raise, accused, now);
  const staffing = staffingNow(ctx, roster, line.youngPerson);
  const alreadyPaged = raise.nature === 'could-not-be-assessed' && (await pagedForOutage(ctx, tx));
  const outcome = openCase({ facts, pathways: ctx.pathways, staffing, now, alreadyPaged });
  const concern: Concern = {
    id,
    line: line.id,
    youngPerson: line.youngPerson,
    nature: raise.nature,
    level: raise.level,
    kinds: assessment.kinds,
    about: assessment.about,
    openedAt: message.receivedAt,
    messages: [message.id],
    reference: ctx.ids.code(),
    case: outcome.case,
    hiddenFrom: facts.excluded,
    safeNow: null,
    closed: null,
  };
  await tx.concerns.add(concern);
  await tx.events.append({
    line: line.id,
    name: 'concern-opened',
    at: ctx.clock.now(),
    data: {
      concern: id,
      message: message.id,
      level: raise.level,
      kinds: assessment.kinds,
      about: assessment.about,
      nature: raise.nature,
      pathway: outcome.case.pathway.id,
    },
  });
  return applyOutcome(ctx, tx, roster, concern, outcome);
}
