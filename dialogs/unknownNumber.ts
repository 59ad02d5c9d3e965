import { atLeast, type Kind } from '../src/vocabulary';
import { saysWhoTheyAre } from './heard/saysWhoTheyAre';
import { hearThreeWay } from './heard/threeWay';
import { sayImmediate, secondLine } from './disclosureWording';
import { limitsAfterwards } from './limits';
import { answerMedia, isMedia } from './media';
import { sayDeadline } from './standingValues';
import { StepDialog, type Next, type Step } from './stepDialog';
import type { Turn } from './turn';

/** A number nobody knows. Nothing of anybody is said to it: no names, no hint who is looked after here. */
export class UnknownNumberDialog extends StepDialog {
  protected readonly flow = 1;
  protected readonly first = 'answer';
  protected readonly steps: Readonly<Record<string, Step<object>>> = {
    answer: { ask: answer, hear: hearMore },
  };
}

async function answer(turn: Turn): Promise<Next> {
  const { fresh } = turn.facts;
  if (fresh && atLeast(fresh.assessment.level, 'urgent')) await answerUrgent(turn, fresh);
  else if (isMedia(turn) && turn.written.length === 0) await answerMedia(turn);
  else await turn.say(saysWhoTheyAre(turn.words) ? 'unknown-number-more' : 'unknown-number');
  await limitsAfterwards(turn);
  return 'wait';
}

async function answerUrgent(turn: Turn, fresh: NonNullable<Turn['facts']['fresh']>): Promise<void> {
  if (atLeast(fresh.assessment.level, 'immediate')) return answerImmediate(turn, fresh.assessment.kinds);
  const line2 = secondLine(fresh);
  if (fresh.readBy) {
    const { by, said: time } = sayDeadline(fresh.readBy);
    await turn.say('unknown-number-urgent', { line2, time });
    turn.commit('will-read', fresh.teller?.id ?? null, by);
  } else {
    await turn.say('unknown-number-nobody', { line2 });
  }
  turn.wish({ wish: 'safe-now-asked' });
}

/** Said in full once a concern; whatever else they write while it lasts gets the shorter one. */
async function answerImmediate(turn: Turn, kinds: readonly Kind[]): Promise<void> {
  const concern = turn.facts.concern?.id ?? null;
  if (concern !== null && turn.memory.immediateSaidFor === concern) {
    await turn.say('immediate-more-nobody');
    return;
  }
  turn.memory.immediateSaidFor = concern;
  await sayImmediate(turn, kinds, null);
}

async function hearMore(turn: Turn): Promise<Next> {
  const waits = turn.facts.concern?.safeNow?.answer === null;
  const said = waits ? hearThreeWay(turn.words) : null;
  if (turn.facts.fresh && atLeast(turn.facts.fresh.assessment.level, 'urgent')) return answer(turn);
  if (said !== null) turn.wish({ wish: 'safe-now-answered', answer: said });
  if (said === 'no') await sayImmediate(turn, [], null);
  else await turn.say('unknown-number-more');
  return 'wait';
}
