import type { Compiled } from '../reading/compile';
import type { Match } from '../reading/match';
import type { Reading } from '../reading/reading';
import { isCertain, type Hit } from '../weighing/hits';

/** What a whole message does that tells nothing by itself. */
export type Little = 'pleads' | 'asks us' | 'ordinary';

/**
 * "dont tell my mum", "hes gone now"; "can sam ring me", "yes please": whole messages in closed frames. Likeness weighs
 * their few words like those of the disclosures they are written behind. Null for whoever says anything more.
 */
export function saysLittle(reading: Reading, { assertion }: Compiled): Little | null {
  const isSaid = (owner: number): boolean => reading.matchesOf(owner).some(({ start }) => start >= reading.judgedFrom);
  if (isSaid(assertion.asksUs)) return 'asks us';
  if (isSaid(assertion.pleads)) return 'pleads';
  return isSaid(assertion.ordinary) && !isSaid(assertion.inEarnest) ? 'ordinary' : null;
}

/**
 * What rules hear of such a message: what is beyond doubt in itself, and of a plea what they put together of several texts
 * ("he comes in my room", "dont tell my mum"). A pattern drawn out over texts is not among it: "my dad hit me", "dont tell
 * my mum" hits nobody's mum. What is put together stands where it was told: a plea tells nothing new.
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
