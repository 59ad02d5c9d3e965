import { SECOND_MS } from '../../../vocabulary';
import type { ThreadPart, WebDoor, WebSession } from '../ports';
import { readThread } from './readThread';

/** Quiet after the last words (4 s on web chat) and time for the answer itself. */
const WAIT_AT_MOST_MS = 7 * SECOND_MS;

/**
 * The thread, given a little time to hold our answer: how a page without JavaScript shows it at once. A page that
 * reloads itself would take the words out of the box while they are being written.
 */
export async function waitForAnswer(door: WebDoor, session: WebSession): Promise<ThreadPart> {
  let wake = () => {};
  const stopListening = door.listenForNews('all', () => wake());
  const deadline = Date.now() + WAIT_AT_MOST_MS;
  try {
    for (;;) {
      const news = new Promise<void>((resolve) => (wake = resolve));
      const part = await readThread(door, session);
      const leftMs = deadline - Date.now();
      if (part.entries.at(-1)?.from !== 'young-person' || leftMs <= 0) return part;
      await Promise.race([news, after(leftMs)]);
    }
  } finally {
    stopListening();
  }
}

function after(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
