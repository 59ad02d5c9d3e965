import { atLeast, type Concern, type PractitionerId, type Roster } from '../../vocabulary';
import type { ActContext } from '../context';
import type { Stores } from '../stores';
import { accusedBy, type Accused, youngPersonOf } from '../who/findStaff';
import { joinConcern } from './joinConcern';
import { noticeRepeatedWorries } from './noticeRepeatedWorries';
import { openConcern } from './openConcern';
import type { Raise } from './raise';
import { waitingForAnswer } from './safeNow';
import { shutOutOf, shutOutTheAccused } from './shutOutTheAccused';

/**
 * Opens a concern, or joins the open one of the same line and `about`. Levels only go up. An allegation is always
 * a concern of its own, and shuts the accused out of everything else from its first hint on.
 */
export async function raiseConcern(ctx: ActContext, tx: Stores, roster: Roster, raise: Raise): Promise<Concern> {
  const accused = accusedOf(roster, raise);
  if (isAccusation(raise)) await shutOutTheAccused(ctx, tx, roster, raise, accused);
  const open = await tx.concerns.openOf(raise.line.id);
  const answered = isAnswer(raise) ? waitingForAnswer(open)[0] : undefined;
  const joined = answered ?? open.find((one) => one.id === raise.goesOnAbout || belongsTo(one, raise, accused.ids));
  const concern = joined
    ? await joinConcern(ctx, tx, roster, joined, raise, accused)
    : await openConcern(ctx, tx, roster, raise, { ...accused, shutOut: await shutOutOf(tx, raise.line.id) });
  return noticeRepeatedWorries(ctx, tx, roster, concern, raise);
}

function accusedOf(roster: Roster, raise: Raise): Accused {
  if (!isAccusation(raise)) return { ids: [], anyAdult: false };
  return accusedBy(roster, youngPersonOf(roster, raise.line), raise.assessment.meant);
}

function isAccusation({ nature, goesOnAbout }: Raise): boolean {
  return nature === 'allegation' && goesOnAbout === undefined;
}

/** "No" or "not sure" and nothing else is about the concern in which "safe now?" was asked, whatever that is about. */
function isAnswer({ nature, assessment }: Raise): boolean {
  return nature === 'disclosure' && assessment.kinds.length === 0;
}

/**
 * Whether a message belongs to an open concern: the same worry about the same people. An allegation joins only an
 * allegation against the same adult. A message that could not be assessed joins only what a lead already has, because
 * nobody knows what it says.
 */
function belongsTo(concern: Concern, raise: Raise, accused: readonly PractitionerId[]): boolean {
  const bothAllegations = concern.nature === 'allegation' && raise.nature === 'allegation';
  if (bothAllegations) return accused.some((id) => concern.hiddenFrom.includes(id));
  if (concern.nature === 'allegation' || raise.nature === 'allegation') return false;
  if (raise.nature === 'phone-not-theirs' || concern.nature === 'phone-not-theirs') return isNewRiskTo(concern, raise);
  if (raise.nature === 'could-not-be-assessed')
    return concern.nature === raise.nature || atLeast(concern.level, 'urgent');
  return concern.about === raise.assessment.about || raise.assessment.level === 'none';
}

/**
 * A phone in other hands is a new risk to what was open before. What this text or a later one tells is a concern of its
 * own, so that nobody hears of it as of a number to be checked.
 */
function isNewRiskTo(concern: Concern, { nature, message }: Raise): boolean {
  if (nature !== 'phone-not-theirs') return false;
  return [nature, 'disclosure'].includes(concern.nature) && concern.messages[0] !== message.id;
}
