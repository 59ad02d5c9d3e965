import type { Request, RequestHandler } from 'express';

/**
 * Refuses what another site made the browser send. Our own pages go out with `no-referrer`, and a form posted from
 * such a page says `Origin: null`: so where the browser says how the request came about (`Sec-Fetch-Site`), that
 * counts, and the origin only where it does not. Beneath both, the cookie is `SameSite=Lax`.
 */
export const sameOrigin: RequestHandler = (request, response, next) => {
  if (cameFromHere(request)) return next();
  response.status(403).type('text').send('This came from another site, so it was not done. Open the page itself.');
};

function cameFromHere(request: Request): boolean {
  const site = request.get('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const origin = request.get('origin');
  if (origin === undefined || origin === 'null') return true;
  return URL.canParse(origin) && new URL(origin).host === request.get('host');
}

/** A browser or messenger fetching ahead: it must never use up a link or end a session. */
export function isFetchedAhead(request: Request): boolean {
  const purpose = `${request.get('sec-purpose') ?? ''} ${request.get('purpose') ?? ''} ${request.get('x-moz') ?? ''}`;
  return /prefetch|prerender|preview/i.test(purpose) || PREVIEWERS.test(request.get('user-agent') ?? '');
}

/** Messengers draw a picture of a link before anybody has opened it. */
const PREVIEWERS =
  /facebookexternalhit|facebot|whatsapp|telegrambot|twitterbot|slackbot|discordbot|skypeuripreview|linkedinbot|snapchat|googlebot|bingbot|bingpreview|applebot|preview|crawler|spider/i;
