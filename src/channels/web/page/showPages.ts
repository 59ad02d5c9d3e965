import type { Request, Response } from 'express';
import type { Language, PageWords } from '../../../vocabulary';
import type { ThreadPart, WebDoor, WebSession } from '../ports';
import { clearSessionCookie, setSessionCookie } from '../session/cookie';
import { touch } from '../session/liveStretch';
import { noteShown } from '../thread/noteShown';
import { readThread } from '../thread/readThread';
import { waitForAnswer } from '../thread/waitForAnswer';
import { chatPage, checkWordPage, frontPage, plainPage, type PageFrame } from './page';

/** What a page says besides what it is for. */
export interface Aside {
  readonly status?: number;
  /** Words just written that are not sent yet: they are never lost. */
  readonly draft?: string;
  readonly notice?: keyof PageWords;
  readonly alert?: boolean;
}

export type Who = { readonly session: WebSession; readonly language: Language };

/** Sends the pages of web chat. */
export interface ShowPages {
  /** The chat of a session that was let in. Opening it is something the young person did, so it stays live. */
  chat(request: Request, response: Response, who: Who, aside?: Aside): Promise<void>;
  /** The chat while the record is away: nothing to show, but words can be written and are received. */
  blindChat(request: Request, response: Response, aside?: Aside): void;
  checkWord(request: Request, response: Response, language: Language, aside?: Aside): void;
  /** What whoever types the address alone sees, signed in or not. */
  front(request: Request, response: Response): void;
  closed(request: Request, response: Response): void;
  linkOver(request: Request, response: Response): void;
  /** Something of ours broke: what to do instead, and nothing of what broke. */
  broken(request: Request, response: Response): void;
}

const NOTHING_TO_SHOW: ThreadPart = { line: null, entries: [], watermark: '' };

/** Every page of the chat, each in the language of whoever reads it. */
export function showPages(door: WebDoor, words: Readonly<Record<Language, PageWords>>): ShowPages {
  /** In the young person's language, or the browser's while we do not know whose page it is. */
  function frameOf(request: Request, known?: Language): PageFrame {
    const language = known ?? (request.acceptsLanguages(['en', 'cy']) === 'cy' ? 'cy' : 'en');
    return { language, words: words[language], exitUrl: door.exitUrl };
  }

  function sendChat(response: Response, frame: PageFrame, part: ThreadPart, waiting: boolean, aside: Aside): void {
    const { status = 200, draft = '', notice, alert = false } = aside;
    const said = notice ? frame.words[notice] : null;
    const { entries, watermark } = part;
    const page = { ...frame, entries, watermark, draft, waiting, clientId: door.newId(), notice: said, alert };
    response.status(status).send(chatPage(page));
  }

  return {
    async chat(request, response, { session: found, language }, aside = {}) {
      const now = door.clock.now();
      const session = touch(found, now);
      await door.sessions.save(session);
      const { youngPerson, liveSince } = session;
      const waitingSince = await door.thread.waitingSince({ youngPerson, liveSince, now });
      const justSent = request.method === 'GET' && 'sent' in request.query;
      const part = await (justSent ? waitForAnswer(door, session) : readThread(door, session));
      setSessionCookie(door, response, session);
      sendChat(response, frameOf(request, language), part, waitingSince !== null, aside);
      noteShown(door, part.entries);
    },

    blindChat(request, response, aside = {}) {
      const cannotShow: Aside = { status: 503, notice: 'cannotShow', ...aside };
      sendChat(response, frameOf(request), NOTHING_TO_SHOW, false, cannotShow);
    },

    checkWord(request, response, language, { status = 200, notice, draft = '' } = {}) {
      const frame = frameOf(request, language);
      const problem = notice ? frame.words[notice] : null;
      response.status(status).send(checkWordPage({ ...frame, problem, draft }));
    },

    front(request, response) {
      response.send(frontPage({ ...frameOf(request), signInUrl: door.signInUrl }));
    },

    closed(request, response) {
      const frame = frameOf(request);
      clearSessionCookie(door, response);
      response.status(401).send(plainPage({ ...frame, text: frame.words.closed }));
    },

    linkOver(request, response) {
      const frame = frameOf(request);
      response.status(410).send(plainPage({ ...frame, text: frame.words.linkOver }));
    },

    broken(request, response) {
      const frame = frameOf(request);
      response.status(503).send(plainPage({ ...frame, text: frame.words.broken }));
    },
  };
}
