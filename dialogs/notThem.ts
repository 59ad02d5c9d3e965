import { holder, onCall } from './people';
import type { Turn } from './turn';

/**
 * "Not Martin", without harm: obeyed at once for what follows, and they can undo it. Said honestly: a person will
 * check that it was them, for somebody holding the phone could use this to cut them off. From here on nothing in this
 * turn names them as one who reads.
 */
export async function obeyNotThem(turn: Turn, them: string): Promise<void> {
  turn.wish({ wish: 'not-them', them });
  turn.withhold(them);
  await turn.say('not-them', { them, who: whoKnows(turn) });
}

/** They may be told after all: what was withheld from anybody no longer is. */
export async function undoNotThem(turn: Turn): Promise<void> {
  turn.wish({ wish: 'not-them', them: null });
  await turn.say('not-them-undone', { who: whoKnows(turn) });
}

function whoKnows({ facts }: Turn): string {
  return (onCall(facts) ?? facts.coordinator ?? holder(facts))?.firstName ?? facts.organisation;
}
