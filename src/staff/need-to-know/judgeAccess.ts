import type { Capacity, Practitioner, Staffing } from '../../vocabulary';
import type { ConcernSummary, ViewEnd } from '../../record/views/types';
import { leadChain, officeOf, type Relation } from './relate';

/**
 * What somebody may have of one concern.
 * - `open`: all of it, and may act in that capacity.
 * - `ended`: as it was when their view ended; later changes are not shown, nor that there are any.
 * - `nothing`: not the concern, and not that there is one.
 */
export type Access =
  | { readonly may: 'open'; readonly as: Relation }
  | { readonly may: 'ended'; readonly as: Capacity; readonly end: ViewEnd }
  | { readonly may: 'nothing' };

const NOTHING: Access = { may: 'nothing' };

/** Natures whose words may hold an allegation: a relationship alone does not open them. */
const CLOSED_TO_RELATIONS = new Set<ConcernSummary['nature']>(['could-not-be-assessed', 'unknown-sender']);

/**
 * Who sees what of a concern. The strictest rule is asked first: somebody who is or could be meant, then a view that
 * has ended, then an allegation, then everybody else by their relation or by having been told.
 */
export function judgeAccess(
  concern: ConcernSummary,
  reader: Practitioner,
  relation: Relation | null,
  staffing: Staffing,
  end: ViewEnd | null,
): Access {
  if (reader.leftAt !== null) return NOTHING;
  if (end !== null) return asTheyLeftIt(concern, reader, relation, end);
  if (concern.excluded.includes(reader.id)) return NOTHING;
  const told = concern.told.find((one) => one.practitioner === reader.id && one.withdrawnAt === null);
  if (told) return { may: 'open', as: told.as };
  if (concern.holder === reader.id) return { may: 'open', as: officeOf(reader, staffing) ?? 'mentor' };
  if (concern.nature === 'allegation') return ofAllegation(concern, reader, staffing);
  if (CLOSED_TO_RELATIONS.has(concern.nature)) return byOffice(reader, staffing);
  return relation === null ? NOTHING : { may: 'open', as: relation };
}

/** For somebody who may be meant: as it was just before the first hint of that. What came later is not shown to them. */
function asTheyLeftIt(concern: ConcernSummary, reader: Practitioner, relation: Relation | null, end: ViewEnd): Access {
  if (concern.firstSeq >= end.beforeSeq || concern.openedAt >= end.at) return NOTHING;
  if (concern.nature === 'allegation') return NOTHING;
  const told = concern.told.find((one) => one.practitioner === reader.id && one.at < end.at);
  if (told) return { may: 'ended', as: told.as, end };
  return relation === null || relation === 'broke-glass' ? NOTHING : { may: 'ended', as: relation, end };
}

/**
 * An allegation is open to the lead, or to the first behind them who is not meant; to the first two of these where any
 * adult could be meant; and to those the lead recorded as knowing.
 */
function ofAllegation(concern: ConcernSummary, reader: Practitioner, staffing: Staffing): Access {
  const standing = leadChain(staffing).filter(({ id }) => !concern.excluded.includes(id));
  const holders = concern.anyAdultMeant ? standing.slice(0, 2) : standing.slice(0, 1);
  const holds = holders.find(({ id }) => id === reader.id);
  if (holds) return { may: 'open', as: holds.as };
  if (concern.mayKnow.includes(reader.id)) return { may: 'open', as: officeOf(reader, staffing) ?? 'mentor' };
  return NOTHING;
}

function byOffice(reader: Practitioner, staffing: Staffing): Access {
  const office = officeOf(reader, staffing);
  return office === null || office === 'coordinator' ? NOTHING : { may: 'open', as: office };
}
