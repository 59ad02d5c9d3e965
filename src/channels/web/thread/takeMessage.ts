import { MINUTE_MS, SECOND_MS, type MessageKind } from '../../../vocabulary';
import type { WebDoor } from '../ports';
import { admit, type Admission } from '../session/admit';
import { touch } from '../session/liveStretch';
import type { Claims } from '../session/tokens';

/** How long a lookup may keep words waiting before they are received on the token alone. */
const LOOK_UP_WITHIN_MS = 2 * SECOND_MS;

/** Far above any burst of texts: only a script, or a stuck key, reaches it. */
const SENDS = { atMost: 40, perMs: MINUTE_MS };

/** What a page sends. `clientId` is the page's own name for it: sent again, it is the same message. */
export interface WebWords {
  readonly text: string;
  readonly clientId: string;
  readonly kind: MessageKind;
}

export type Taken =
  | { readonly taken: 'kept'; readonly id: string }
  | { readonly taken: 'spooled'; readonly id: string }
  | { readonly taken: 'no'; readonly why: 'closed' | 'check-word' | 'too-often' | 'failed' };

/**
 * Hands one web message in and returns once it is safely kept. While the record cannot be read the signed token is
 * believed, because refusing the words would be worse than hearing them from a session that has just ended.
 */
export async function takeMessage(door: WebDoor, claims: Claims, words: WebWords): Promise<Taken> {
  const admission = await admitOrNull(door, claims);
  if (admission?.may === 'nothing') return { taken: 'no', why: 'closed' };
  if (admission?.may === 'give-check-word') return { taken: 'no', why: 'check-word' };
  if (!(await allowed(door, claims))) return { taken: 'no', why: 'too-often' };

  const now = door.clock.now();
  const id = activityId(claims.session, words.clientId);
  try {
    const { received } = await door.receive({
      provider: 'web',
      providerId: id,
      channel: 'web',
      sender: { by: 'web', youngPerson: claims.youngPerson },
      kind: words.kind,
      text: words.text,
      to: null,
      optOut: null,
      receivedAt: now,
    });
    if (admission?.may === 'use') await keepLive(door, admission, now);
    return { taken: received === 'spooled' ? 'spooled' : 'kept', id };
  } catch (error) {
    door.log.error({ error, session: claims.session }, 'a web message could not be kept');
    return { taken: 'no', why: 'failed' };
  }
}

/** The name a message has in the record and on the page, before and after it is kept. */
export function activityId(session: string, clientId: string): string {
  return `${session}|${clientId}`;
}

/** The page's own part of such a name; null when the message was not written on a page. */
export function clientIdOf(id: string): string | null {
  const [, clientId] = id.split('|');
  return clientId ?? null;
}

async function admitOrNull(door: WebDoor, claims: Claims): Promise<Admission | null> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, LOOK_UP_WITHIN_MS, null);
  });
  const looked = admit(door, claims.session).catch((error: unknown) => {
    door.log.warn({ error, session: claims.session }, 'the record is away: a web message is taken on its token');
    return null;
  });
  return Promise.race([looked, tooLong]).finally(() => clearTimeout(timer));
}

async function allowed(door: WebDoor, claims: Claims): Promise<boolean> {
  return door.rateLimit(`web-send:${claims.session}`, SENDS).catch((error: unknown) => {
    door.log.warn({ error }, 'rate limits are away: a web message is taken without them');
    return true;
  });
}

async function keepLive(door: WebDoor, admission: Admission & { may: 'use' }, now: string): Promise<void> {
  await door.sessions.save(touch(admission.session, now)).catch((error: unknown) => {
    door.log.warn({ error, session: admission.session.id }, 'a live stretch could not be saved');
  });
}
