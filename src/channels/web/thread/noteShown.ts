import type { ThreadEntry, WebDoor } from '../ports';

/** Records which deliveries have been put on a page. Nobody waits for it, so neither does the page. */
export function noteShown(door: Pick<WebDoor, 'thread' | 'clock' | 'log'>, entries: readonly ThreadEntry[]): void {
  const deliveries = entries.flatMap((entry) => entry.toShow ?? []);
  if (deliveries.length === 0) return;
  door.thread.noteShown(deliveries, door.clock.now()).catch((error: unknown) => {
    door.log.warn({ error }, 'what a web page has shown could not be recorded');
  });
}
