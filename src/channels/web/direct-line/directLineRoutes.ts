import express, { Router, type Request, type RequestHandler, type Response } from 'express';
import type { WebDoor, WebSession } from '../ports';
import { sameOrigin } from '../sameOrigin';
import { admit } from '../session/admit';
import { readSessionCookie } from '../session/cookie';
import { isLive, touch } from '../session/liveStretch';
import type { Claims } from '../session/tokens';
import { noteShown } from '../thread/noteShown';
import { readThread } from '../thread/readThread';
import { activityId, takeMessage, type Taken } from '../thread/takeMessage';
import { tidyText } from '../webText';
import { activitySet, kindOf, postedActivity } from './activities';
import { conversationStream, conversationToken, readBearer } from './conversation';
import { refuse, refuseUnreadableBody, type Refusal } from './refusals';

/** The Direct Line 3.0 addresses. Words are received at any time; what was said is read only in a live stretch. */
export function directLineRoutes(door: WebDoor): Router {
  const router = Router();

  router.post('/tokens/generate', sameOrigin, async (request, response) => {
    const claims = readSessionCookie(door, request);
    if (claims === null) return refuse(response, 'no-session');
    const session = await letIn(response, claims);
    if (session !== null) response.json(conversationToken(door, claims));
  });

  router.post(
    '/tokens/refresh',
    withToken((_request, response, claims) => {
      response.json(conversationToken(door, claims));
    }),
  );

  router.post(
    '/conversations',
    withLive((_request, response, claims) => {
      response.status(201).json(conversationStream(door, claims, null));
    }),
  );

  router.get(
    '/conversations/:id',
    withLive((request, response, claims) => {
      response.json(conversationStream(door, claims, watermarkOf(request)));
    }),
  );

  router.get(
    '/conversations/:id/activities',
    withLive(async (request, response, claims, session) => {
      const part = await readThread(door, session, watermarkOf(request));
      response.json(activitySet(claims.session, part));
      noteShown(door, part.entries);
    }),
  );

  router.post('/conversations/:id/activities', express.json({ limit: '100kb' }), async (request, response) => {
    const claims = readBearer(door, request, request.params.id ?? null);
    if (claims === null) return refuse(response, 'bad-token');
    const parsed = postedActivity.safeParse(request.body);
    if (!parsed.success) {
      const tooLong = parsed.error.issues.some((issue) => issue.code === 'too_big' && issue.path[0] === 'text');
      return refuse(response, tooLong ? 'too-long' : 'bad-request');
    }
    const clientId = parsed.data.channelData?.clientActivityID ?? door.newId();
    if (parsed.data.type !== 'message') return noticePresence(response, claims, activityId(claims.session, clientId));
    const text = tidyText(parsed.data.text ?? '');
    const kind = kindOf(parsed.data);
    if (text === '' && kind === 'text') return refuse(response, 'bad-request');
    answer(response, await takeMessage(door, claims, { text, clientId, kind }));
  });

  // A file is never read, only that it came; the body is let run out so that the client hears the answer.
  router.post('/conversations/:id/upload', async (request, response) => {
    request.resume();
    const claims = readBearer(door, request, request.params.id ?? null);
    if (claims === null) return refuse(response, 'bad-token');
    answer(response, await takeMessage(door, claims, { text: '', clientId: door.newId(), kind: 'picture' }));
  });

  router.use(refuseUnreadableBody);
  return router;

  /** The session, when it may be used; otherwise the refusal has been sent. */
  async function letIn(response: Response, claims: Claims): Promise<WebSession | null> {
    const admission = await admit(door, claims.session);
    if (admission.may === 'use') return admission.session;
    refuse(response, admission.may === 'give-check-word' ? 'check-word' : 'closed');
    return null;
  }

  type WithSession = (
    request: Request,
    response: Response,
    claims: Claims,
    session: WebSession,
  ) => void | Promise<void>;

  function withToken(handle: WithSession): RequestHandler<{ id?: string }> {
    return async (request, response) => {
      const claims = readBearer(door, request, request.params.id ?? null);
      if (claims === null) return refuse(response, 'bad-token');
      const session = await letIn(response, claims);
      if (session !== null) await handle(request, response, claims, session);
    };
  }

  function withLive(handle: WithSession): RequestHandler<{ id?: string }> {
    return withToken((request, response, claims, session) => {
      if (!isLive(session, door.clock.now())) return refuse(response, 'cleared');
      return handle(request, response, claims, session);
    });
  }

  /** Typing, and anything else that is not a message, shows only that somebody is there. */
  async function noticePresence(response: Response, claims: Claims, id: string): Promise<void> {
    const session = await letIn(response, claims);
    if (session === null) return;
    await door.sessions.save(touch(session, door.clock.now()));
    response.json({ id });
  }
}

const NOT_TAKEN: Readonly<Record<(Taken & { taken: 'no' })['why'], Refusal>> = {
  closed: 'closed',
  'check-word': 'check-word',
  'too-often': 'too-often',
  failed: 'failed',
};

/** `kept: 'later'` is our own addition: the record is away, and an honest page says so. */
function answer(response: Response, taken: Taken): void {
  if (taken.taken === 'no') return refuse(response, NOT_TAKEN[taken.why]);
  response.json({ id: taken.id, ...(taken.taken === 'spooled' && { kept: 'later' }) });
}

function watermarkOf(request: Request): string | null {
  const { watermark } = request.query;
  return typeof watermark === 'string' && watermark !== '' ? watermark : null;
}
