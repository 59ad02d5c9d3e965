import type { Errand } from '../../vocabulary';
import { draftNote } from '../check-in/draftNote';
import { writeNote } from '../check-in/writeNote';
import { countSilence } from '../concern/answerSafeNow';
import { sendDigest } from '../concern/sendDigest';
import { sendWeeklyList } from '../concern/sendWeeklyList';
import type { ActContext } from '../context';
import { askToldOrWhyNot } from '../human/askToldOrWhyNot';
import { chase } from '../human/chaseReferral';
import { askReader } from '../judge/askReader';
import { remindOfNotThem } from '../line/obeyNotThem';
import { introducePeople } from '../person/introducePeople';
import { remindOfReturnTalk } from '../person/returnTalk';
import { admitMissedCommitment } from '../promise/admitMissedCommitment';
import { destroyIdentities } from '../retention/destroyIdentities';
import { destroyOutlived, lookForOutlived } from '../retention/destroyOutlived';
import type { Stores } from '../stores';
import { humanGone } from '../talk/humanInThread';
import { startCheckInIn } from '../talk/startCheckIn';
import { watchContacts } from '../watch/watchContacts';
import { watchRoster } from '../watch/watchRoster';

/** These ask the world outside, so no transaction may be open around them: they take and end their errand themselves. */
const ASKS_OUTSIDE = { reader: askReader, 'note-draft': draftNote } as const;
type AsksOutside = keyof typeof ASKS_OUTSIDE;

/** Does one errand that has fallen due; done once, whoever gets there first. */
export async function runErrand(ctx: ActContext, id: string): Promise<void> {
  const outside = await ctx.record.transaction(async (tx): Promise<AsksOutside | null> => {
    const unlocked = await tx.errands.get(id);
    if (unlocked?.kind === 'reader' || unlocked?.kind === 'note-draft') return unlocked.kind;
    if (unlocked?.line) await tx.lines.lock(unlocked.line);
    const errand = await tx.errands.lock(id);
    const now = ctx.clock.now();
    if (!errand || errand.dueAt > now) return null;
    await tx.errands.done(id, now);
    await run(ctx, tx, errand);
    return null;
  });
  if (outside !== null) await ASKS_OUTSIDE[outside](ctx, id);
}

async function run(ctx: ActContext, tx: Stores, errand: Errand): Promise<void> {
  switch (errand.kind) {
    case 'check-in':
      return startCheckInIn(ctx, tx, { youngPerson: errand.subject, why: 'slot' });
    case 'note':
      return writeNote(ctx, tx, errand.subject);
    case 'digest':
      return sendDigest(ctx, tx, errand.subject);
    case 'safe-now-silence':
      return silence(ctx, tx, errand.subject);
    case 'commitment-due':
      return admitMissedCommitment(ctx, tx, errand.subject);
    case 'told-or-why-not':
      return askToldOrWhyNot(ctx, tx, errand.subject);
    case 'referral-reply':
    case 'written-follow-up':
      return chase(ctx, tx, errand.kind, errand.subject);
    case 'human-check-of-not-them':
      return remindOfNotThem(ctx, tx, errand.subject);
    case 'return-talk':
      return remindOfReturnTalk(ctx, tx, errand.subject);
    case 'roster-watch':
      return watchRoster(ctx, tx);
    case 'people-watch':
      return introducePeople(ctx, tx);
    case 'contact-watch':
      return watchContacts(ctx, tx);
    case 'weekly-list':
      return sendWeeklyList(ctx, tx);
    case 'human-gone':
      return humanGone(ctx, tx, errand.subject);
    case 'look-for-outlived':
      if (errand.subject !== 'organisation') return lookForOutlived(ctx, tx, errand.subject);
      await lookForOutlived(ctx, tx, '');
      return destroyIdentities(ctx, tx);
    case 'destroy-words':
      return destroyOutlived(ctx, tx, errand.subject);
    case 'reader':
    case 'note-draft':
      return;
  }
}

async function silence(ctx: ActContext, tx: Stores, concern: string): Promise<void> {
  const held = await tx.concerns.lock(concern);
  if (held && !held.concern.closed) await countSilence(ctx, tx, await tx.roster.snapshot(), held.concern);
}
