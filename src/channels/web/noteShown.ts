import type { ThreadEntry, WebDoor } from './ports';

/** Tells the house which deliveries have been put on a page. It hurries nothing, so the page never waits for it. */
export function noteShown(door: Pick<WebDoor, 'shown' | 'log'>, entries: readonly ThreadEntry[]): void {
  const deliveries = entries.flatMap((entry) => entry.toShow ?? []);
  if (deliveries.length === 0) return;
  door.shown(deliveries).catch((error: unknown) => {
    door.log.warn({ error, deliveries }, 'a web delivery was shown but the receipt was not recorded');
  });
}
