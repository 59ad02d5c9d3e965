import type { Facts } from '../src/vocabulary';
import { secondLine } from './disclosureWording';
import { onCall } from './people';
import type { Turn } from './turn';
import { sayWhoElseIfAsked } from './whoElse';

type Fresh = NonNullable<Facts['fresh']>;

/** Of a kind not told before in this conversation: it took courage again. Weak evidence keeps the lighter form. */
export function tellsAnother({ memory }: Turn, { assessment }: Fresh): boolean {
  const before = memory.kindsThanked ?? [];
  const others = assessment.kinds.filter((kind) => !before.includes(kind));
  memory.kindsThanked = [...before, ...others];
  return others.length > 0 && !assessment.weak;
}

/** Thanked for as the first was, without its hour: that one stands, and is not promised twice. */
export async function sayAnother(turn: Turn, fresh: Fresh): Promise<void> {
  if (!onCall(turn.facts)) return sayMore(turn);
  await turn.say('after-another', { line2: secondLine(fresh) });
  await sayWhoElseIfAsked(turn);
}

/** What they add is seen too; and who else will know, when they ask that beside it. */
export async function sayMore(turn: Turn): Promise<void> {
  await turn.say(onCall(turn.facts) ? 'after-more' : 'after-more-nobody');
  await sayWhoElseIfAsked(turn);
}
