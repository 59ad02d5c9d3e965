import { atLeast } from '../src/vocabulary';
import { hasWorry, saysNothing } from './checkInAnswers';
import { showsClosingFaces } from './heard/faces';
import { plain } from './heard/plain';
import { hearsGoodbye, hearsGreeting, hearsLater, hearsNothing, hearsSkip, hearsYes } from './heard/shortAnswers';
import { asksWhoElse } from './heard/whoElse';
import { sayItStays } from './cannotDelete';
import { sayWhileDangerLasts } from './disclosureWording';
import { askAfterLimits, limitsAfterwards } from './limits';
import { onCall } from './people';
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
  const tellsOfIt = !saysNothing(turn.words) && !asksToTell(turn.words);
  const worries = hasWorry(turn) && tellsOfIt && !isOfWhatPresses(turn);
  if (worries) await sayWorry(turn);
  else if (waitsForDecision(turn)) await sayItIsSeen(turn);
  else if (asksWhoElse(turn.words)) await sayWhoElse(turn);
  else if (WANTS_IT_GONE.test(plain(turn.words))) await sayItStays(turn);
  else if (asksToTell(turn.words) || (isInvited(turn, nth) && (hearsYes(turn.words) || hearsGreeting(turn.words))))
    await turn.say('open-go-on');
  else if (closesTheDoor(turn, nth)) await turn.say('open-goodbye');
  else if (nth === 0) await invite(turn);
  else if (nth === 1) await turn.say('open-heard');
  else await sayMore(turn);
  if (worries || waitsForDecision(turn)) await sayWhoElseIfAsked(turn);
  await limitsAfterwards(turn);
  return 'wait';
}

/** What answers whatever follows, in turn: the same words four times are a machine's. */
const MORE: readonly string[] = ['open-more', 'open-more-all', 'open-more-person'];

async function sayMore(turn: Turn): Promise<void> {
  await turn.say(MORE[turn.memory.saidMore % MORE.length] ?? 'open-more');
  turn.memory.saidMore += 1;
}

async function sayWorry(turn: Turn): Promise<void> {
  await turn.say(turn.memory.worryHeard ? 'open-worry-more' : 'open-worry');
  turn.memory.worryHeard = true;
}

function isInvited({ memory }: Turn, nth: number): boolean {
  return nth === 1 && !memory.asksNothing;
}

/** "Can I tell you something": they may. */
function asksToTell(words: string): boolean {
  return /^(?:\p{L}+ ){0,2}(?:can|could|may) (?:i|we) (?:please |pls )?(?:tell|ask|say|talk|chat)(?: to| with)?(?: you| u| about)* (?:something|some ?thing else|sth|anything|stuff|about something(?: else)?|a question)(?: (?:else|please|pls|important|private|bad|weird))*$|^(?:i )?(?:need|want|wanna|have|got) (?:to )?(?:tell|ask|talk to|say) (?:you |u )?(?:something|sth|about something)?$/u.test(
    plain(words),
  );
}

/** "Ok", "bye"; and to the invitation "no", "nothing", "idk", "not now": nobody is thanked for telling what they did not. */
function closesTheDoor({ words, memory }: Turn, nth: number): boolean {
  const declines = [hearsNothing, hearsSkip, hearsLater].some((hears) => hears(words));
  const closes = hearsGoodbye(words) || showsClosingFaces(words);
  return memory.limitsMade && (closes || (nth > 0 && declines));
}

/** Who is watched is not asked to tell more. */
async function invite(turn: Turn): Promise<void> {
  if (turn.memory.watched) return void (await turn.say('open-goodbye'));
  if (turn.facts.youngPerson?.joined !== false) return askAfterLimits(turn, 'open');
  await limitsAfterwards(turn);
  await turn.say('not-joined');
}

/** Until somebody has decided, whatever they write goes to whoever holds it; afterwards the door is open as before. */
function waitsForDecision({ facts }: Turn): boolean {
  return facts.concern !== null && facts.concern.decidedAt === null && atLeast(facts.concern.level, 'urgent');
}

/** It joined what is urgent already and has nobody's decision: it is told with that, not as a worry for the mentor. */
function isOfWhatPresses(turn: Turn): boolean {
  return waitsForDecision(turn) && atLeast(turn.facts.fresh?.assessment.level ?? 'none', 'urgent');
}

async function sayItIsSeen(turn: Turn): Promise<void> {
  if (turn.facts.concern?.level === 'immediate') await sayWhileDangerLasts(turn);
  else await turn.say(onCall(turn.facts) ? 'after-more' : 'after-more-nobody');
}
