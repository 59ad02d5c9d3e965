import type { Request, Response } from 'express';
import type { Desk } from '../web/desk';
import { openForm, type OpenForm } from '../web/openForm';
import { describePerson } from './describePerson';
import { openPerson, type OpenedPerson } from './openPerson';

/** What a reader of a young person's page may do there, as the page itself asks. */
type MayOnThePage = Extract<keyof ReturnType<typeof describePerson>, `may${string}`>;

export interface OpenedPersonForm extends OpenedPerson {
  readonly form: OpenForm;
}

/**
 * The beginning of every form on a young person's page: their papers by the only way, whether this is for the reader to
 * do, and the form. Null: answered already.
 */
export async function openPersonForm(
  desk: Desk,
  req: Request<{ id: string }>,
  res: Response,
  asks: MayOnThePage,
): Promise<OpenedPersonForm | null> {
  const opened = await openPerson(desk, req, res, 'young-person');
  if (opened === null) return null;
  const data = describePerson(opened);
  if (data[asks]) return { ...opened, form: openForm(desk, req, res, { ...ON_THE_PERSON, data }) };
  desk.notHere(req, res);
  return null;
}

/** The page of a young person. */
export const ON_THE_PERSON = { view: 'young-person/view.njk', title: 'Person' } as const;
