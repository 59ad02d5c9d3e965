import type { Request, Response } from 'express';
import type { Language } from '../../vocabulary';
import { setSessionCookie } from './cookie';
import { touch } from './liveStretch';
import { noteShown } from './noteShown';
import { chatPage } from './page';
import type { FrameFor } from './pageFrame';
import type { ThreadPart, WebDoor, WebSession } from './ports';
import { waitForAnswer } from './waitForAnswer';
import type { PageWords } from './words';

/** What a chat page says besides the thread. */
export interface Aside {
  readonly status?: number;
  readonly draft?: string;
  readonly notice?: keyof PageWords;
  readonly alert?: boolean;
}

const NOTHING_TO_SHOW: ThreadPart = { line: null, entries: [], watermark: '' };

/** Sends the chat page of a session that was let in; opening it is something the young person did. */
export async function showChat(
  door: WebDoor,
  frameFor: FrameFor,
  request: Request,
  response: Response,
  who: { readonly session: WebSession; readonly language: Language },
  aside: Aside = {},
): Promise<void> {
  const session = touch(who.session, door.clock.now());
  await door.sessions.save(session);
  setSessionCookie(door, response, session);
  const waits = request.method === 'GET' && 'sent' in request.query;
  const part = waits
    ? await waitForAnswer(door, session)
    : await door.thread.since({
        youngPerson: session.youngPerson,
        liveSince: session.liveSince,
        watermark: null,
      });
  sendPage(door, frameFor, request, response, { part, language: who.language, aside });
  noteShown(door, part.entries);
}

/** The page while the record cannot be read: nothing to show, but words can still be written and are received. */
export function showChatBlind(
  door: WebDoor,
  frameFor: FrameFor,
  request: Request,
  response: Response,
  aside: Aside = {},
): void {
  sendPage(door, frameFor, request, response, {
    part: NOTHING_TO_SHOW,
    aside: { status: 503, notice: 'cannotShow', ...aside },
  });
}

function sendPage(
  door: WebDoor,
  frameFor: FrameFor,
  request: Request,
  response: Response,
  what: { readonly part: ThreadPart; readonly language?: Language; readonly aside: Aside },
): void {
  const frame = frameFor(request, what.language);
  const { status = 200, draft = '', notice, alert = false } = what.aside;
  response.status(status).send(
    chatPage({
      ...frame,
      entries: what.part.entries,
      watermark: what.part.watermark,
      draft,
      clientId: door.newId(),
      notice: notice ? frame.words[notice] : null,
      alert,
    }),
  );
}
