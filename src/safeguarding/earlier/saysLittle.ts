import type { Compiled } from '../reading/compile';
import type { Match } from '../reading/match';
import type { Reading } from '../reading/reading';
import { isCertain, type Hit } from '../weighing/hits';

/** What a whole message does that says nothing new by itself. */
export type Little = 'pleads' | 'asks us' | 'ordinary';

/**
 * Recognises whole messages in closed frames: "dont tell my mum", "hes gone now" (pleads); "can sam ring me", "yes
 * please" (asks us). The classifier would weigh their few words like the disclosures after which they are written. Null
 * when the message says anything more.
 */
export function saysLittle(reading: Reading, { assertion }: Compiled): Little | null {
  const isSaid = (owner: number): boolean => reading.matchesOf(owner).some(({ start }) => start >= reading.judgedFrom);
  if (isSaid(assertion.asksUs)) return 'asks us';
  if (isSaid(assertion.pleads)) return 'pleads';
  return isSaid(assertion.ordinary) && !isSaid(assertion.inEarnest) ? 'ordinary' : null;
}

/**
 * The hits that still count in such a message: those that are certain of the message itself, and for a plea also sets
 * that rules put together over several texts ("he comes in my room", "dont tell my mum"). A single pattern drawn out
 * over texts does not count: "my dad hit me", "dont tell my mum" hits nobody's mum.
 */
export function heardOfLittle(little: Little, hits: readonly Hit[], { judgedFrom }: Reading): readonly Hit[] {
  const isInMessage = ({ start }: Match): boolean => start >= judgedFrom;
  const putTogether = (hit: Hit): boolean => little === 'pleads' && hit.matches.length > 1;
  return hits
    .filter((hit) => putTogether(hit) || (isCertain(hit) && hit.matches.every(isInMessage)))
    .map((hit) => {
      const told = hit.matches.filter((match) => !isInMessage(match));
      return putTogether(hit) && told.length > 0 ? { ...hit, matches: told } : hit;
    });
}
