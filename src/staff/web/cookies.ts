import type { Request, Response } from 'express';

type Name = 'desk' | 'desk-form' | 'desk-to';

/**
 * The cookies of these pages: `desk` carries the session, `desk-form` ties the forms of somebody not yet signed in to
 * their browser, `desk-to` remembers which notice they came for while they sign in. In live mode all three are bound to
 * this very host and to https.
 */
export interface CookieJar {
  read(req: Request, name: Name): string | null;
  set(res: Response, name: Name, value: string): void;
  clear(res: Response, name: Name): void;
}

/** The cookies of the staff pages; live ones go over https alone, and no other site of the domain can set them. */
export function makeCookieJar(mode: 'practice' | 'live'): CookieJar {
  const secure = mode === 'live';
  const named = (name: Name): string => (secure ? `__Host-${name}` : name);
  // Lax, not strict: a link in a notice must find the session of somebody who is signed in.
  const options = { httpOnly: true, secure, sameSite: 'lax', path: '/' } as const;
  return {
    read(req, name) {
      const wanted = `${named(name)}=`;
      const found = (req.headers.cookie ?? '').split('; ').find((pair) => pair.startsWith(wanted));
      return found === undefined ? null : found.slice(wanted.length);
    },
    set: (res, name, value) => void res.cookie(named(name), value, options),
    clear: (res, name) => void res.clearCookie(named(name), options),
  };
}
