import type { OpenedCase } from './openCase';
import { LEADS } from '../need-to-know/relate';

/** What this reader is offered on a case. The acts decide again; a page never offers what they would refuse. */
export interface MayDo {
  readonly act: boolean;
  readonly passOn: boolean;
  readonly decide: boolean;
  readonly close: boolean;
  /** Have approved words said to the young person. */
  readonly tell: boolean;
  readonly letKnow: boolean;
}

/** Whether this would be theirs to do if somebody had not closed it while they were at it. */
export function wasClosedMeanwhile(opened: OpenedCase, what: keyof MayDo): boolean {
  const { whole } = opened;
  if (whole.summary.closedAt === null) return false;
  return mayDo({ ...opened, whole: { ...whole, summary: { ...whole.summary, closedAt: null } } })[what];
}

/**
 * Reading through a glass is reading only. The decision is the lead's. A worry may be closed by whoever holds it;
 * anything more, by a lead once it is decided. Nobody acts on what is about themselves.
 */
export function mayDo({ eye, whole, access }: Pick<OpenedCase, 'eye' | 'whole' | 'access'>): MayDo {
  const { summary } = whole;
  const open = summary.closedAt === null && access.as !== 'broke-glass';
  const meant = access.may === 'open' && summary.excluded.includes(eye.reader.id);
  const lead = LEADS.includes(access.as);
  const decided = summary.acts.some((one) => one.act === 'decided');
  const worryOfTheirs = summary.level === 'worry' && summary.nature !== 'allegation';
  return {
    act: open && !meant,
    passOn: open && !meant && !summary.acts.some((one) => one.act === 'decided'),
    decide: open && !meant && lead,
    close: open && !meant && (lead ? decided || worryOfTheirs : worryOfTheirs),
    tell: open && !meant && summary.youngPerson !== null,
    letKnow: open && !meant && lead && summary.nature === 'allegation',
  };
}
