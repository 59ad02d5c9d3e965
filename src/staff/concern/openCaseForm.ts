import type { Request, Response } from 'express';
import type { Desk } from '../web/desk';
import { openForm, type OpenForm, type Shown } from '../web/openForm';
import { REFUSAL_TEXTS } from '../words/names';
import { describeCase } from './describeCase';
import { mayDo, wasClosedMeanwhile, type MayDo } from './mayDo';
import { openCase, type OpenedCase } from './openCase';

/** A form about a case, and the page it stands on. */
export interface CaseForm {
  /** What its reader must be allowed to do; left out: whoever may read the case. */
  readonly asks?: keyof MayDo;
  readonly view: string;
  /** The title of the page, before the reference. */
  readonly title: string;
  /** What the view shows beside the case. */
  readonly beside?: (opened: OpenedCase) => Shown;
}

export interface OpenedCaseForm extends OpenedCase {
  readonly form: OpenForm;
}

/** A form on the page of the concern itself. */
export const ON_THE_CONCERN = { view: 'concern/view.njk', title: 'Reference' } as const;

/**
 * The beginning of every form about a case: the case by its only way, whether this is theirs to do, and the form. Null:
 * answered already. What somebody else closed while it was being written comes back with every word typed.
 */
export async function openCaseForm(
  desk: Desk,
  req: Request<{ id: string }>,
  res: Response,
  { asks, view, title, beside = () => ({}) }: CaseForm,
): Promise<OpenedCaseForm | null> {
  const opened = await openCase(desk, req, res);
  if (opened === null) return null;
  const data = { ...describeCase(opened), ...beside(opened) };
  const form = openForm(desk, req, res, { view, title: `${title} ${opened.whole.summary.reference}`, data });
  if (asks === undefined || mayDo(opened)[asks]) return { ...opened, form };
  if (req.method === 'POST' && wasClosedMeanwhile(opened, asks)) form.refuse(REFUSAL_TEXTS.closed);
  else desk.notHere(req, res);
  return null;
}
