import { fallingMood } from '../../safeguarding/over-time/fallingMood';
import type { Assessment, CheckIn, Line, Message, Roster } from '../../vocabulary';
import { raiseConcern } from '../concern/raiseConcern';
import type { ActContext } from '../context';
import { keepAssessment, NOTHING_READ } from '../judge/judgeMessage';
import type { Stores } from '../stores';

/** More check-ins than anybody has in the time a mood is followed over. */
const LATEST = 50;

/**
 * A mood that falls over several check-ins is a worry, by the pathway of every worry: the practitioner reads it before
 * the next visit. It joins what is open and lowers nothing. The young person hears nothing of it from a machine.
 */
export async function noticeFallingMood(
  ctx: ActContext,
  tx: Stores,
  roster: Roster,
  { line, checkIn, message }: { readonly line: Line; readonly checkIn: CheckIn; readonly message: Message },
): Promise<void> {
  const moods = fallingMood(await tx.checkIns.latestOf(checkIn.youngPerson, LATEST), ctx.clock.now());
  if (moods === null) return;
  const assessment = fallen(moods, message);
  await keepAssessment(ctx, tx, line, { message, assessment, of: 'message' });
  const { level } = assessment;
  await raiseConcern(ctx, tx, roster, { line, message, assessment, nature: 'disclosure', level, codeWord: false });
}

function fallen(moods: readonly number[], { text }: Message): Assessment {
  const level = 'worry';
  const steps = [
    `mood fell over ${moods.length} check-ins: ${moods.join(', ')} of 10`,
    'worry: a mood that keeps falling',
  ];
  const span = { start: 0, end: text.length };
  const because = { rule: 'falling-mood', evidence: text, where: 'message', span, level, kinds: [], steps } as const;
  return { ...NOTHING_READ, level, because: [because], weak: true, rulesVersion: 'falling-mood' };
}
