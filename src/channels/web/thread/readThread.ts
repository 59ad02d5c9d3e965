import type { ThreadPart, WebDoor, WebSession } from '../ports';

/** What this session may show now, after `watermark` when there is one. */
export function readThread(door: WebDoor, session: WebSession, watermark: string | null = null): Promise<ThreadPart> {
  const { youngPerson, liveSince } = session;
  return door.thread.since({ youngPerson, liveSince, watermark, now: door.clock.now() });
}
