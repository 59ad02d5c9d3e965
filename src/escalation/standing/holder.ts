import { atLeast, type PractitionerId } from '../../vocabulary';
import type { Seat } from '../table/pathway';
import type { Draft } from './progress';
import { actingLead, seated } from './seats';
import { heldByAct } from './stops';

/** Who holds the case now, for everybody to see; null when nobody is there to. */
export function holderOf(draft: Draft): PractitionerId | null {
  const taken = heldByAct(draft);
  if (taken !== null) return taken;
  const leadHolds = atLeast(draft.facts.level, 'urgent') || draft.progress.plan.reader === 'lead';
  const lead = actingLead(draft)?.who?.practitioner.id ?? null;
  if (leadHolds) return lead;
  const first = READERS[draft.progress.plan.reader]
    .map((seat) => seated(draft, seat))
    .find((one) => one.missing === null);
  return first?.who?.practitioner.id ?? lead;
}

/** Who holds what is below urgent, and who comes next where nobody sits. */
const READERS: Readonly<Record<Draft['progress']['plan']['reader'], readonly Seat[]>> = {
  practitioner: ['practitioner', 'cover'],
  coordinator: ['coordinator', 'cover'],
  lead: [],
};
