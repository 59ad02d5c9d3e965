import { holder } from './people';
import type { Turn } from './turn';

/** "Delete it": that texts stay, and who can read them: whoever holds what is open, which may be nobody else's. */
export async function sayItStays(turn: Turn): Promise<void> {
  const held = turn.facts.concern === null ? null : holder(turn.facts);
  await turn.say('cannot-delete', held === null ? {} : { mentor: held.firstName });
}
