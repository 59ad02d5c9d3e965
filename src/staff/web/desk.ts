import type { Request, Response } from 'express';
import { firstName, HOUR_MS, MINUTE_MS } from '../../vocabulary';
import type { Eye } from '../need-to-know/eye';
import { answersForKeeping, looksAfterService, looksOverWork } from '../need-to-know/offices';
import type { StaffDoor } from '../ports';
import type { StaffSession } from '../sessions';
import { makeCookieJar, type CookieJar } from './cookies';
import { makeRender } from './render';

/** Where the pages live. Neutral words only: an address ends up in histories. */
export const BASE = '/staff';

/** The address a notice carries: the reference and nothing else. */
export const REFERENCE_PATH = /^\/r\/([A-Z0-9]{2,12})$/i;

/** A session left alone this long is over. */
export const IDLE_MS = 30 * MINUTE_MS;
/** And no session outlives a long shift. */
export const WHOLE_MS = 12 * HOUR_MS;

/** What every page is given: the ports of the room, and the room's own tools. */
export interface Desk extends StaffDoor {
  readonly cookies: CookieJar;
  /** Fills a view inside the layout and sends it. Titles are neutral: no name, level or kind. */
  show(req: Request, res: Response, view: string, title: string, data?: object): void;
  /** The calm page for everything that is not there, or not for this reader: the two look the same. */
  notHere(req: Request, res: Response): void;
}

/** What the gate found out, carried by the response to whoever comes after it. */
interface Locals {
  session?: StaffSession;
  eye?: Eye;
  formToken?: string;
}

export const localsOf = (res: Response): Locals => res.locals as Locals;

/** The reader of a page behind the gate. */
export function eyeOf(res: Response): Eye {
  const { eye } = localsOf(res);
  if (eye === undefined) throw new Error('a page behind the gate was reached without passing it');
  return eye;
}

/** What every page of the staff is given, over the door the house opens. */
export function makeDesk(door: StaffDoor): Desk {
  const render = makeRender();
  const desk: Desk = {
    ...door,
    cookies: makeCookieJar(door.mode),
    show(req, res, view, title, data = {}) {
      res.type('html').send(render(view, { ...frame(desk, req, res), title, ...data }));
    },
    notHere(req, res) {
      res.status(404);
      desk.show(req, res, 'layout/not-here.njk', 'Not here');
    },
  };
  return desk;
}

/** The pages in everybody's navigation, and those of whoever looks over the work, what is kept, and the service itself. */
function pagesOf({ reader, roster, now }: Eye): readonly (readonly [path: string, name: string])[] {
  const everybodys = [
    ['/work', 'Work list'],
    ...(looksOverWork(reader, roster, now)
      ? [['/weekly', 'Weekly list'] as const, ['/colleagues', 'From colleagues'] as const]
      : []),
    ['/people', 'Your people'],
    ['/rota', 'Rota and leave'],
  ] as const;
  return [
    ...everybodys,
    ...(answersForKeeping(reader) ? [['/keeping', 'What is kept'] as const] : []),
    ...(looksAfterService(reader) ? [['/mending', 'What needs mending'] as const] : []),
  ];
}

/** What the layout needs on every page. */
function frame(desk: Desk, req: Request, res: Response): Readonly<Record<string, unknown>> {
  const { eye, formToken } = localsOf(res);
  const now = desk.now();
  const zone = eye?.roster.organisation.timeZone ?? 'Europe/London';
  return {
    base: BASE,
    now,
    zone,
    formToken: formToken ?? '',
    path: req.path,
    organisation: eye?.roster.organisation.name ?? null,
    pages: eye === undefined ? [] : pagesOf(eye),
    reader: eye === undefined ? null : { id: eye.reader.id, firstName: firstName(eye.reader), name: eye.reader.name },
    contacts: eye === undefined ? [] : desk.contacts(now, eye.roster.organisation.timeZone),
    practice: desk.mode === 'practice',
    done: typeof req.query['done'] === 'string' ? req.query['done'] : null,
  };
}
