import { sayNames } from '../src/wording';
import { asksWhoElse } from './heard/whoElse';
import { decider, namesTold } from './people';
import type { Turn } from './turn';

/**
 * "Are you going to tell my mum?": who has been told, that a person and not the service decides about anybody else, and
 * what cannot be said. Whom they named is not repeated: they may be the one who reads this. Once it is decided whoever
 * decided knows who had to hear, and the record does not.
 */
export async function sayWhoElse(turn: Turn): Promise<void> {
  const { facts } = turn;
  const names = namesTold(facts);
  if (facts.concern?.decidedAt) await turn.say('who-else-decided', decider(facts));
  else if (names.length > 0) await turn.say('who-else-open', { names: ({ language }) => sayNames(names, language) });
  else await turn.say('who-else');
}

/** The question stood beside something else, which has had its own answer. */
export async function sayWhoElseIfAsked(turn: Turn): Promise<void> {
  if (asksWhoElse(turn.words)) await sayWhoElse(turn);
}
