import express, { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import { MINUTE_MS } from '../../../vocabulary';
import type { WebDoor } from '../ports';
import { sameOrigin } from '../sameOrigin';
import { admit } from '../session/admit';
import { readSessionCookie } from '../session/cookie';
import { sameCheckWord, touch } from '../session/liveStretch';
import type { Claims } from '../session/tokens';
import { takeMessage } from '../thread/takeMessage';
import { LONGEST_TEXT, tidyText } from '../webText';
import type { Aside, ShowPages } from './showPages';

const written = z.object({
  text: z.string().default(''),
  /** A button pressed instead of words written. */
  quick: z.string().max(100).optional(),
  clientId: z.string().min(1).max(100),
});
const givenWord = z.object({
  word: z.string().max(100).default(''),
  // Of any length: several messages may wait together for the word, and none of them is lost to it.
  draft: z.string().default(''),
});

/** A guessed word must cost more time than somebody has alone with a phone. */
const CHECK_WORDS = { atMost: 5, perMs: 15 * MINUTE_MS };

/** The page: shown, written on, opened with a check word. Plain forms; the script only makes them livelier. */
export function chatRoutes(door: WebDoor, pages: ShowPages): Router {
  const router = Router();
  const form = express.urlencoded({ extended: false, limit: '200kb' });

  router.get(
    '/chat',
    withSession((request, response, claims) => show(request, response, claims)),
  );

  router.post(
    '/chat',
    sameOrigin,
    form,
    withSession(async (request, response, claims) => {
      const parsed = written.safeParse(request.body);
      const draft = tidyText(parsed.data?.quick ?? parsed.data?.text ?? '');
      if (!parsed.success || draft === '') return show(request, response, claims, NOTHING_WRITTEN);
      if (draft.length > LONGEST_TEXT) return show(request, response, claims, { ...TOO_LONG, draft });

      const { clientId } = parsed.data;
      const taken = await takeMessage(door, claims, { text: draft, clientId, kind: 'text' });
      if (taken.taken === 'spooled') return pages.blindChat(request, response, KEPT_FOR_LATER);
      if (taken.taken === 'kept') return response.redirect(303, '/chat?sent#end');
      if (taken.why === 'failed') return pages.blindChat(request, response, { ...NOT_SENT, draft });
      if (taken.why === 'too-often') return show(request, response, claims, { ...TOO_OFTEN, draft });
      await show(request, response, claims, { draft });
    }),
  );

  router.post(
    '/chat/word',
    sameOrigin,
    form,
    withSession(async (request, response, claims) => {
      const admission = await admit(door, claims.session);
      if (admission.may === 'nothing') return pages.closed(request, response);
      if (admission.may === 'use') return response.redirect(303, '/chat');
      const { word, draft } = givenWord.parse(request.body ?? {});
      const { session, language, checkWord } = admission;
      if (!(await door.rateLimit(`web-check-word:${session.id}`, CHECK_WORDS))) {
        return pages.checkWord(request, response, language, { status: 429, notice: 'checkWordTooOften', draft });
      }
      if (!sameCheckWord(word, checkWord)) {
        return pages.checkWord(request, response, language, { status: 403, notice: 'checkWordWrong', draft });
      }
      const now = door.clock.now();
      const checked = { ...touch(session, now), liveSince: now, checkedAt: now };
      if (draft !== '') return pages.chat(request, response, { session: checked, language }, { draft });
      await door.sessions.save(checked);
      response.redirect(303, '/chat');
    }),
  );

  router.post(
    '/chat/waiting',
    sameOrigin,
    withSession(async (_request, response, claims) => {
      const admission = await admit(door, claims.session);
      if (admission.may === 'use') {
        const now = door.clock.now();
        const session = touch(admission.session, now);
        const waitingSince = await door.thread.waitingSince({ ...session, now });
        await door.sessions.save({ ...session, liveSince: waitingSince ?? session.liveSince });
      }
      response.redirect(303, '/chat#end');
    }),
  );

  return router;

  function withSession(handle: (request: Request, response: Response, claims: Claims) => void | Promise<void>) {
    return async (request: Request, response: Response): Promise<void> => {
      const claims = readSessionCookie(door, request);
      if (claims === null) return pages.closed(request, response);
      await handle(request, response, claims);
    };
  }

  /** The chat, the question for the check word, or the closed page: whatever this session is let in to. */
  async function show(request: Request, response: Response, claims: Claims, aside: Aside = {}): Promise<void> {
    try {
      const admission = await admit(door, claims.session);
      if (admission.may === 'nothing') return pages.closed(request, response);
      if (admission.may === 'use') return await pages.chat(request, response, admission, aside);
      pages.checkWord(request, response, admission.language, { draft: aside.draft });
    } catch (error) {
      door.log.error({ error, session: claims.session }, 'a web page could not be read from the record');
      pages.blindChat(request, response, aside);
    }
  }
}

const NOTHING_WRITTEN = { status: 400, notice: 'nothingWritten', alert: true } as const satisfies Aside;
const TOO_LONG = { status: 413, notice: 'tooLong', alert: true } as const satisfies Aside;
const NOT_SENT = { status: 503, notice: 'notSent', alert: true } as const satisfies Aside;
const TOO_OFTEN = { status: 429, notice: 'tooOften', alert: true } as const satisfies Aside;
const KEPT_FOR_LATER = { status: 200, notice: 'keptForLater' } as const satisfies Aside;
