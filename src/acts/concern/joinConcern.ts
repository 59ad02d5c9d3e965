import { hearMore, raiseCase } from '../../escalation';
import { atLeast, highest, type Concern, type Roster } from '../../vocabulary';
import type { ActContext } from '../context';
import type { Stores } from '../stores';
import type { Accused } from '../who/findStaff';
import { staffingNow } from '../who/staffingNow';
import { applyOutcome } from './applyOutcome';
import { notWanted, stepsRunFrom } from './caseFacts';
import type { Raise } from './raise';

/** More words in an open concern: its case rises where they change it, else its holder hears that more has come. */
export async function joinConcern(
  ctx: ActContext,
  tx: Stores,
  roster: Roster,
  concern: Concern,
  raise: Raise,
  accused: Accused,
): Promise<Concern> {
  const now = ctx.clock.now();
  const level = highest(concern.level, raise.level);
  const kinds = unique([...concern.kinds, ...raise.assessment.kinds]);
  const excluded = unique([...concern.hiddenFrom, ...accused.ids, ...notWanted(roster, raise)]);
  const messages = unique([...concern.messages, raise.message.id]);
  const joined: Concern = { ...concern, level, kinds, messages, hiddenFrom: excluded };
  const staffing = staffingNow(ctx, roster, raise.line.youngPerson);
  const changes = changesTheCase(concern, joined, raise);
  await tx.events.append({
    line: raise.line.id,
    name: level !== concern.level ? 'concern-raised' : 'concern-joined',
    at: now,
    data: { concern: concern.id, message: raise.message.id, level, kinds },
  });
  const outcome = changes
    ? raiseCase(
        concern.case,
        {
          level,
          kinds,
          nature: raise.nature,
          excluded,
          anyAdultMeant: accused.anyAdult,
          doNotRing: raise.codeWord,
          saidAt: stepsRunFrom(raise.message, now),
        },
        ctx.pathways,
        staffing,
        now,
      )
    : hearMore(concern.case, staffing, now, { givesAnHour: atLeast(level, 'urgent') });
  return applyOutcome(ctx, tx, roster, joined, outcome);
}

/** A higher level, a new kind, somebody newly left out, or anything urgent after the lead decided. */
function changesTheCase(before: Concern, after: Concern, raise: Raise): boolean {
  const decided = before.case.acts.some((act) => act.act === 'decided');
  return (
    after.level !== before.level ||
    after.kinds.length > before.kinds.length ||
    after.hiddenFrom.length > before.hiddenFrom.length ||
    raise.nature !== before.nature ||
    raise.codeWord ||
    (decided && atLeast(raise.level, 'urgent'))
  );
}

function unique<T>(all: readonly T[]): readonly T[] {
  return [...new Set(all)];
}
