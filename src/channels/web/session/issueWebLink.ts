import { DAY_MS, later, type Instant, type Milliseconds, type YoungPersonId } from '../../../vocabulary';
import type { WebDoor } from '../ports';

/** Long enough to reach somebody who looks at their phone at weekends only. */
const LINK_FOR_MS = 7 * DAY_MS;

export interface WebLink {
  /** Good once, on the first device that opens it; it ends whatever device was in use before. */
  readonly url: string;
  readonly expiresAt: Instant;
}

/**
 * A fresh personal link to web chat for one young person: asked for by their mentor, or printed by practice mode.
 * The address is shown once; only a keyed hash of its token is kept.
 */
export async function issueWebLink(
  door: Pick<WebDoor, 'publicUrl' | 'clock'> & { readonly sessions: Pick<WebDoor['sessions'], 'issueLink'> },
  youngPerson: YoungPersonId,
  goodForMs: Milliseconds = LINK_FOR_MS,
): Promise<WebLink> {
  const now = door.clock.now();
  const expiresAt = later(now, goodForMs);
  const { token } = await door.sessions.issueLink({ youngPerson, now, expiresAt });
  return { url: `${door.publicUrl}/c/${token}`, expiresAt };
}
