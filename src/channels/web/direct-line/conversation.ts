import type { Request } from 'express';
import { MINUTE_MS, SECOND_MS, later } from '../../../vocabulary';
import type { WebDoor } from '../ports';
import { issueToken, readToken, type Claims } from '../session/tokens';

/** As long as Direct Line's own tokens; official clients ask for a new one every quarter of an hour. */
const CONVERSATION_TOKEN_FOR_MS = 30 * MINUTE_MS;
/** It stands in an address, so it is over before anybody could read it in somebody's log. */
const STREAM_TOKEN_FOR_MS = 60 * SECOND_MS;

export interface ConversationToken {
  readonly conversationId: string;
  readonly token: string;
  readonly expires_in: number;
}

/** A token that speaks for one conversation, which is one session of one young person. */
export function conversationToken(door: WebDoor, claims: Claims): ConversationToken {
  const expiresAt = later(door.clock.now(), CONVERSATION_TOKEN_FOR_MS);
  return {
    conversationId: claims.session,
    token: issueToken(door.keys, 'web-conversation', claims, expiresAt),
    expires_in: CONVERSATION_TOKEN_FOR_MS / SECOND_MS,
  };
}

/** The same with the address of its stream, which starts where this client stopped reading and not at "now". */
export function conversationStream(
  door: WebDoor,
  claims: Claims,
  watermark: string | null,
): ConversationToken & { readonly streamUrl: string } {
  const url = new URL(`${door.publicUrl}/v3/directline/conversations/${claims.session}/stream`);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  const expiresAt = later(door.clock.now(), STREAM_TOKEN_FOR_MS);
  url.searchParams.set('t', issueToken(door.keys, 'web-stream', claims, expiresAt));
  if (watermark !== null) url.searchParams.set('watermark', watermark);
  return { ...conversationToken(door, claims), streamUrl: url.toString() };
}

/** Whom the bearer token speaks for; null when there is none, it is over, or it is for another conversation. */
export function readBearer(door: WebDoor, request: Request, conversation: string | null): Claims | null {
  const [scheme, token] = (request.get('authorization') ?? '').split(' ');
  if (scheme !== 'Bearer' || !token) return null;
  const claims = readToken(door.keys, 'web-conversation', token, door.clock.now());
  return claims !== null && (conversation === null || claims.session === conversation) ? claims : null;
}
