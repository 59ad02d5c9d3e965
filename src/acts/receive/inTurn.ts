import type { Sender } from '../../vocabulary';
import type { InTurn } from '../ports';

/**
 * Work of one key begins when what was asked for before it under that key has ended, however that ended. Work must not ask
 * for its own key again: it would wait for itself.
 */
export function createInTurn(): InTurn {
  const last = new Map<string, Promise<unknown>>();
  return async (key, work) => {
    const mine = (last.get(key) ?? Promise.resolve()).then(work, work);
    last.set(key, mine);
    try {
      return await mine;
    } finally {
      if (last.get(key) === mine) last.delete(key);
    }
  };
}

/** The turn in which what one sender writes is received. */
export function senderKey(sender: Sender): string {
  return sender.by === 'phone' ? sender.phone : `web ${sender.youngPerson}`;
}
