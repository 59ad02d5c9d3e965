import express, { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import { MINUTE_MS } from '../../vocabulary';
import { admit, type Admission } from './admit';
import { clearSessionCookie, readSessionCookie } from './cookie';
import { touch, sameCheckWord } from './liveStretch';
import { checkWordPage, plainPage } from './page';
import type { FrameFor } from './pageFrame';
import type { WebDoor } from './ports';
import { sameOrigin } from './sameOrigin';
import { showChat, showChatBlind, type Aside } from './showChat';
import { takeMessage } from './takeMessage';
import type { Claims } from './tokens';
import { LONGEST_TEXT, tidyText } from './webText';

const written = z.object({
  text: z.string().default(''),
  /** A button pressed instead of words written. */
  quick: z.string().max(100).optional(),
  clientId: z.string().min(1).max(100),
});
const givenWord = z.object({ word: z.string().max(100), draft: z.string().max(LONGEST_TEXT).default('') });

/** The page itself: shown, written on, and opened with a check word. Plain forms; the script only makes them livelier. */
export function chatRoutes(door: WebDoor, frameFor: FrameFor): Router {
  const router = Router();
  const form = express.urlencoded({ extended: false, limit: '100kb' });

  router.get('/chat', async (request, response) => {
    const claims = readSessionCookie(door, request);
    if (claims === null) return closed(request, response);
    await show(request, response, claims);
  });

  router.post('/chat', sameOrigin, form, async (request, response) => {
    const claims = readSessionCookie(door, request);
    if (claims === null) return closed(request, response);
    const parsed = written.safeParse(request.body);
    const draft = tidyText(parsed.data?.quick ?? parsed.data?.text ?? '');
    if (!parsed.success || draft === '') {
      return show(request, response, claims, { status: 400, notice: 'nothingWritten', alert: true });
    }
    if (draft.length > LONGEST_TEXT) {
      return show(request, response, claims, { status: 413, draft, notice: 'tooLong', alert: true });
    }
    const { clientId } = parsed.data;
    const taken = await takeMessage(door, claims, { text: draft, clientId, kind: 'text' });
    if (taken.taken === 'spooled') return showChatBlind(door, frameFor, request, response, KEPT_FOR_LATER);
    if (taken.taken === 'kept') return response.redirect(303, '/chat?sent#end');
    if (taken.why === 'failed') return showChatBlind(door, frameFor, request, response, { ...NOT_SENT, draft });
    if (taken.why === 'too-often') return show(request, response, claims, { ...TOO_OFTEN, draft });
    await show(request, response, claims, { draft });
  });

  router.post('/chat/word', sameOrigin, form, async (request, response) => {
    const claims = readSessionCookie(door, request);
    if (claims === null) return closed(request, response);
    const admission = await admit(door, claims.session);
    if (admission.may === 'nothing') return closed(request, response);
    if (admission.may === 'use') return response.redirect(303, '/chat');
    const { word, draft } = givenWord.parse(request.body);
    if (!(await door.rateLimit(`web-check-word:${claims.session}`, CHECK_WORDS))) {
      return askWord(request, response, admission, { status: 429, notice: 'checkWordTooOften', draft });
    }
    if (!sameCheckWord(word, admission.checkWord)) {
      return askWord(request, response, admission, { status: 403, notice: 'checkWordWrong', draft });
    }
    const now = door.clock.now();
    const session = { ...touch(admission.session, now), liveSince: now, checkedAt: now };
    if (draft !== '') return showChat(door, frameFor, request, response, { ...admission, session }, { draft });
    await door.sessions.save(session);
    response.redirect(303, '/chat');
  });

  /** The chat, the question for the check word, or the closed page: whatever this session is let in to. */
  async function show(request: Request, response: Response, claims: Claims, aside: Aside = {}): Promise<void> {
    let admission: Admission;
    try {
      admission = await admit(door, claims.session);
    } catch (error) {
      door.log.error({ error, session: claims.session }, 'a web page could not be read from the record');
      return showChatBlind(door, frameFor, request, response, aside);
    }
    if (admission.may === 'nothing') return closed(request, response);
    if (admission.may === 'give-check-word') return askWord(request, response, admission, { draft: aside.draft });
    await showChat(door, frameFor, request, response, admission, aside);
  }

  function askWord(
    request: Request,
    response: Response,
    admission: Admission & { may: 'give-check-word' },
    aside: Aside,
  ): void {
    const frame = frameFor(request, admission.language);
    const problem = aside.notice ? frame.words[aside.notice] : null;
    response.status(aside.status ?? 200).send(checkWordPage({ ...frame, problem, draft: aside.draft ?? '' }));
  }

  function closed(request: Request, response: Response): void {
    const frame = frameFor(request);
    clearSessionCookie(door, response);
    response.status(401).send(plainPage({ ...frame, text: frame.words.closed }));
  }

  return router;
}

/** A guessed word must cost more time than somebody has alone with a phone. */
const CHECK_WORDS = { atMost: 5, perMs: 15 * MINUTE_MS };

const NOT_SENT = { notice: 'notSent', alert: true } as const satisfies Aside;
const TOO_OFTEN = { status: 429, notice: 'tooOften', alert: true } as const satisfies Aside;
const KEPT_FOR_LATER = { status: 200, notice: 'keptForLater' } as const satisfies Aside;
