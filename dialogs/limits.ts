import type { Say } from '../src/vocabulary';
import { onCall, reader } from './people';
import type { Turn } from './turn';

/** What the first text of a conversation goes on to ask, in the same text where the short form will do. */
export type Opening = 'mood' | 'open';

const ALONE: Readonly<Record<Opening, string>> = { mood: 'mood', open: 'open-invite' };
const IN_ONE: Readonly<Record<Opening, string>> = { mood: 'limits-line-mood', open: 'limits-line-open' };

/** Opens a conversation: the statement of limits before any question; only the question when it has been made. */
export async function askAfterLimits(turn: Turn, opening: Opening): Promise<void> {
  if (turn.memory.limitsMade) {
    await turn.say(ALONE[opening]);
  } else if (turn.facts.limits.dueInFull) {
    await makeInFull(turn);
    await turn.say(ALONE[opening]);
  } else {
    made(turn, 'line', await turn.say(IN_ONE[opening]));
  }
}

/** The statement as a text of its own, after something that had to be answered first. */
export async function limitsAfterwards(turn: Turn): Promise<void> {
  if (turn.memory.limitsMade) return;
  if (turn.facts.youngPerson === null) made(turn, 'full', await turn.say('limits-unknown'));
  else if (turn.facts.limits.dueInFull) await makeInFull(turn);
  else made(turn, 'line', await turn.say('limits-line'));
}

/** They join, and read them together with whoever sits beside them: in full, and with no question after. */
export async function limitsAtJoining(turn: Turn): Promise<void> {
  await makeInFull(turn);
}

/** RULES: the whole statement because they asked for it. */
export async function tellRules(turn: Turn): Promise<void> {
  made(turn, 'full', await turn.say(trueTonight(turn, 'rules')));
}

/** To whom somebody reads along it is said in little, and owed in full as before. */
async function makeInFull(turn: Turn): Promise<void> {
  made(turn, turn.memory.watched ? 'line' : 'full', await turn.say(trueTonight(turn, 'limits-full')));
}

/** Where nobody but the lead may be named as the reader, one name stands for both. */
function trueTonight({ facts }: Turn, statement: 'limits-full' | 'rules'): string {
  const lead = onCall(facts);
  if (lead === null) return `${statement}-nobody`;
  return reader(facts)?.id === lead.id ? `${statement}-lead` : statement;
}

function made(turn: Turn, form: 'full' | 'line', say: Say): void {
  turn.memory.limitsMade = true;
  turn.wish({ wish: 'limits-shown', form, template: say.template, version: say.templateVersion });
}
