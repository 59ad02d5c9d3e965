import { timingSafeEqual } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { PracticeSettings } from '../settings';
import { refuse, REFUSALS } from './errors';

/** Lets in only the account whose address is asked, by its id and token. */
export function requireAccount(settings: PracticeSettings): RequestHandler<{ account: string }> {
  const requireTheLogin = requireLogin<{ account: string }>(settings);
  return (request, response, next) =>
    requireTheLogin(request, response, () => {
      if (request.params.account !== settings.accountSid) return refuse(response, REFUSALS.notFound);
      next();
    });
}

/** Lets in only whoever has the account's id and token. */
export function requireLogin<Params>(settings: PracticeSettings): RequestHandler<Params> {
  const expected = Buffer.from(`Basic ${btoa(`${settings.accountSid}:${settings.authToken}`)}`);
  return (request, response, next) => {
    const given = Buffer.from(request.get('Authorization') ?? '');
    const known = given.length === expected.length && timingSafeEqual(given, expected);
    if (!known) return refuse(response, REFUSALS.notAuthenticated);
    next();
  };
}
