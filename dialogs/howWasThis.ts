import type { DialogContext } from 'botbuilder-dialogs';
import type { HowWasThisAnswer, HowWasThisQuestion } from '../src/vocabulary';
import { hearsEnd, hearsLater, hearsSkip } from './heard/shortAnswers';
import { hearThreeWay } from './heard/threeWay';
import { StepDialog, type Next, type Step } from './stepDialog';
import type { Turn } from './turn';

/** Longer than this they are telling something: the open door listens to it. */
const LONGEST_ANSWER_WORDS = 12;

/**
 * Now and then, at the end of a check-in: did they get to say what they wanted, was it right for them. Two short
 * questions that can be passed over, and never over an open concern. The answers are nobody's score.
 */
export class HowWasThisDialog extends StepDialog {
  override readonly asks = 'something-else';
  protected readonly flow = 1;
  protected readonly first = 'said-what-they-wanted';
  protected readonly steps: Readonly<Record<string, Step<object>>> = {
    'said-what-they-wanted': {
      ask: asks('how-was-this'),
      hear: hears('said-what-they-wanted', { to: 'right-for-them' }),
    },
    'right-for-them': { ask: asks('how-was-this-right'), hear: hears('right-for-them', { to: 'thanks' }) },
    thanks: {
      ask: async (turn) => {
        await turn.say('how-was-this-thanks');
        return 'done';
      },
      hear: async () => 'done',
    },
  };
}

/** Begins when a check-in has ended and it is time; otherwise nothing is asked. */
export async function askHowThisWas(dc: DialogContext, turn: Turn): Promise<void> {
  if (turn.facts.howWasThisDue !== true || turn.facts.concern !== null || turn.memory.asksNothing) return;
  turn.wish({ wish: 'how-was-this-asked' });
  await dc.beginDialog('howWasThis');
}

function asks(template: string): Step<object>['ask'] {
  return async (turn) => {
    await turn.say(template);
    return 'wait';
  };
}

function hears(question: HowWasThisQuestion, next: Next): Step<object>['hear'] {
  return async (turn) => {
    const { words } = turn;
    if (hearsLater(words) || hearsEnd(words)) {
      await turn.say('open-goodbye');
      return 'done';
    }
    const answer: HowWasThisAnswer | null = hearThreeWay(words);
    if (answer === null && words.split(/\s+/).length > LONGEST_ANSWER_WORDS) return 'not-mine';
    const [first] = turn.written;
    if (first && !hearsSkip(words)) {
      turn.wish({ wish: 'how-was-this-answered', question, answer: answer ?? 'in-words', message: first.message });
    }
    return next;
  };
}
