import { atLeast } from '../src/vocabulary';
import { plain } from './heard/plain';
import { hearsGoodbye, hearsLater, hearsNothing, hearsSkip, hearsYes } from './heard/shortAnswers';
import { asksWhoElse } from './heard/whoElse';
import { askAfterLimits, limitsAfterwards } from './limits';
import { holder, onCall } from './people';
import { StepDialog, type Next, type Step } from './stepDialog';
import type { Turn } from './turn';
import { sayWhoElse, sayWhoElseIfAsked } from './whoElse';

const WANTS_IT_GONE =
  /\b(?:delete|erase|get rid of|forget)\b.*\b(?:it|that|this|msg|message|text|everything)\b|\b(?:was|just) (?:a )?jok(?:e|ing)\b/;

/**
 * Any message at any hour that nothing else answers: it listens. One open invitation, then what becomes of their
 * words and who is there when. It never asks a second question of its own.
 */
export class OpenDoorDialog extends StepDialog {
  protected readonly flow = 1;
  protected readonly first = 'listen';
  protected readonly steps: Readonly<Record<string, Step<object>>> = {
    listen: { ask: listen, hear: listen },
  };
}

async function listen(turn: Turn): Promise<Next> {
  const nth = turn.memory.heardAtTheDoor;
  turn.memory.heardAtTheDoor += 1;
  if (turn.facts.fresh) await turn.say('open-worry');
  else if (waitsForDecision(turn)) await sayItIsSeen(turn);
  else if (asksWhoElse(turn.words)) await sayWhoElse(turn);
  else if (WANTS_IT_GONE.test(plain(turn.words))) await turn.say('cannot-delete');
  else if (nth === 1 && !turn.memory.asksNothing && hearsYes(turn.words)) await turn.say('open-go-on');
  else if (closesTheDoor(turn, nth)) await turn.say('open-goodbye');
  else if (nth === 0) await invite(turn);
  else await turn.say(nth === 1 ? 'open-heard' : 'open-more');
  if (turn.facts.fresh || waitsForDecision(turn)) await sayWhoElseIfAsked(turn);
  await limitsAfterwards(turn);
  return 'wait';
}

/** "Ok", "bye"; and to the invitation "no", "nothing", "idk", "not now": nobody is thanked for telling what they did not. */
function closesTheDoor({ words, memory }: Turn, nth: number): boolean {
  const declines = [hearsNothing, hearsSkip, hearsLater].some((hears) => hears(words));
  return memory.limitsMade && (hearsGoodbye(words) || (nth > 0 && declines));
}

async function invite(turn: Turn): Promise<void> {
  if (turn.facts.youngPerson?.joined !== false) return askAfterLimits(turn, 'open');
  await limitsAfterwards(turn);
  await turn.say('not-joined');
}

/** Until somebody has decided, whatever they write goes to whoever holds it; afterwards the door is open as before. */
function waitsForDecision({ facts }: Turn): boolean {
  return facts.concern !== null && facts.concern.decidedAt === null && atLeast(facts.concern.level, 'urgent');
}

async function sayItIsSeen(turn: Turn): Promise<void> {
  const { facts } = turn;
  const moment = facts.concern?.level === 'immediate' ? 'immediate-more' : 'after-more';
  if (onCall(facts)) await turn.say(moment, { who: holder(facts)?.firstName ?? facts.organisation });
  else await turn.say(`${moment}-nobody`);
}
