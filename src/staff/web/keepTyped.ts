import type { Request, Response } from 'express';
import { firstName } from '../../vocabulary';
import { BASE, localsOf, type Desk } from './desk';

/** What a form carried, field by field, to be sent again by whoever typed it. */
interface Typed {
  readonly action: string;
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  /** What somebody wrote themselves, to be read again; a day, a choice or an id is carried along and not shown. */
  readonly words: readonly string[];
}

/** Where there are codes and addresses to type, and nothing that would be a loss. */
const NOT_CARRIED = /^\/(sign-in|sign-out|second-factor|practice)(\/|$)/;

/**
 * A form whose session has ended, or was signed in anew meanwhile, is not taken, and nothing typed in it is lost: the
 * answer holds all of it, and sends it once somebody is signed in and presses. What another site made the browser send
 * is shown to nobody and never carried.
 */
export async function keepTyped(desk: Desk, req: Request, res: Response): Promise<void> {
  const { session } = localsOf(res);
  const typed = cameFromHere(req) && !NOT_CARRIED.test(req.path) ? readTyped(req) : null;
  const isIn = session?.trust === 'full';
  res.status(403);
  desk.show(req, res, 'layout/form-too-old.njk', 'Not sent yet', {
    typed,
    signedInAs: isIn ? await nameOfReader(desk, session.practitioner) : null,
  });
}

function cameFromHere(req: Request): boolean {
  return req.get('sec-fetch-site') === 'same-origin';
}

const LONGER_THAN_A_CHOICE = 20;

function readTyped(req: Request): Typed {
  const body = (req.body ?? {}) as Readonly<Record<string, unknown>>;
  const fields = Object.entries(body)
    .filter(([name]) => name !== '_token')
    .flatMap(([name, given]) =>
      [given].flat().flatMap((value) => (typeof value === 'string' ? [{ name, value }] : [])),
    );
  const words = fields.map(({ value }) => value.trim()).filter(isWritten);
  return { action: `${BASE}${req.path}`, fields, words };
}

/** Ids are long too, and hold no space. */
function isWritten(value: string): boolean {
  return /\s/.test(value) || (value.length > LONGER_THAN_A_CHOICE && !/^[\w-]+$/.test(value));
}

async function nameOfReader(desk: Desk, id: string): Promise<string> {
  const roster = await desk.views.roster();
  const reader = roster.practitioners.find((one) => one.id === id);
  return reader === undefined ? 'yourself' : firstName(reader);
}
