import { plain } from './heard/plain';
import { hearThreeWay } from './heard/threeWay';
import { sayImmediate } from './disclosureWording';
import { limitsAfterwards } from './limits';
import { holder, onCall } from './people';
import { StepDialog, type Next, type Step } from './stepDialog';
import type { Turn } from './turn';

/** A whole message that says they are back. */
export const BACK = /^(?:hi |hey |hello )?(?:i'm|im|i am) back(?: home| now| again)*$/;

/** "Im back": welcomed as that, not asked where they are as somebody still away. */
export function saysTheyAreBack(text: string): boolean {
  return BACK.test(plain(text));
}

interface Notes {
  /** They say they are back, rather than write while away. */
  back?: boolean;
}

/**
 * A young person marked missing writes, or says they are back. Glad to hear from them; are they safe, what do they
 * need. A place they offer is taken, none is asked for. Honest that the police are looking.
 */
export class AwayAndBackDialog extends StepDialog<Notes> {
  protected readonly flow = 1;
  protected readonly first = 'welcome';
  protected readonly steps: Readonly<Record<string, Step<Notes>>> = {
    welcome: { ask: welcome, hear: hearSafe },
    need: { ask: askNeed, hear: hearNeed },
  };
}

async function welcome(turn: Turn, { back }: Notes): Promise<Next> {
  await turn.say(back ? 'back' : onCall(turn.facts) ? 'missing' : 'missing-nobody', whoSeesIt(turn));
  turn.wish({ wish: 'safe-now-asked' });
  await limitsAfterwards(turn);
  return 'wait';
}

async function hearSafe(turn: Turn): Promise<Next> {
  const answer = hearThreeWay(turn.words);
  if (answer !== null) turn.wish({ wish: 'safe-now-answered', answer });
  if (answer === 'no') {
    await sayImmediate(turn, [], null);
    return 'done';
  }
  return { to: 'need' };
}

async function askNeed(turn: Turn, { back }: Notes): Promise<Next> {
  if (turn.memory.asksNothing) return hearNeed(turn);
  await turn.say(back ? 'back-offer' : 'missing-need', whoSeesIt(turn));
  return 'wait';
}

async function hearNeed(turn: Turn): Promise<Next> {
  await turn.say('missing-heard', whoSeesIt(turn));
  return 'done';
}

function whoSeesIt({ facts }: Turn): Readonly<Record<string, string>> {
  return { who: holder(facts)?.firstName ?? facts.organisation };
}
