import express, { type Request, type Response, type Router } from 'express';
import { firstName, type Leave, type LocalDate, type Practitioner } from '../../vocabulary';
import { addDays, localDateOf } from '../../rota';
import type { Eye } from '../need-to-know/eye';
import { eyeOf, type Desk } from '../web/desk';
import { openForm, type OpenForm } from '../web/openForm';
import { nameOf } from '../words/people';
import { keepsLeaveOf } from './keepsTheRota';
import { takeBackForm } from './schema';

/** One leave of somebody on the rota, and the form that takes it back. */
interface OpenedLeave {
  readonly eye: Eye;
  readonly away: Practitioner;
  readonly leave: Leave;
  /** The last of its days that has been; null before it begins, and on its first day. */
  readonly keptUntil: LocalDate | null;
  readonly hasBegun: boolean;
  readonly form: OpenForm;
}

type AskedFor = Request<{ id: string; from: string; to: string }>;

/**
 * Leave taken back. Before it begins a press is enough; once it has begun only with a reason, and the days that have been
 * stay as they were: whoever was told in them was told because somebody was away.
 */
export function takeBackLeave(desk: Desk): Router {
  const router = express.Router();

  router.get('/rota/leave/:id/:from/:to', async (req, res) => {
    const opened = await openLeave(desk, req, res);
    opened?.form.show();
  });

  router.post('/rota/leave/:id/:from/:to', async (req, res) => {
    const opened = await openLeave(desk, req, res);
    if (opened === null) return;
    const { eye, away, leave, keptUntil, hasBegun, form } = opened;
    const read = form.read(takeBackForm(hasBegun));
    if (read === null) return;
    const { from, to } = leave;
    const what = { practitioner: away.id, leave: { from, to }, keptUntil, by: eye.reader.id, ...read };
    await desk.book.takeBackLeave(what, eye.now);
    form.answer({ result: 'recorded' }, '/rota?done=leave-back');
  });

  return router;
}

/** Null: no such leave, one that is over, or not this reader's to take back; answered already. */
async function openLeave(desk: Desk, req: AskedFor, res: Response): Promise<OpenedLeave | null> {
  const eye = eyeOf(res);
  const { id, from, to } = req.params;
  const away = eye.practitioner(id);
  const leave = away?.leave.find((one) => one.from === from && one.to === to);
  const today = localDateOf(eye.now, eye.roster.organisation.timeZone);
  if (away === null || leave === undefined || leave.to < today || !keepsLeaveOf(eye.reader, id)) {
    desk.notHere(req, res);
    return null;
  }
  const yesterday = addDays(today, -1);
  const told = await desk.views.toldOfLeave(id, from);
  const data = {
    away,
    called: firstName(away),
    isOwn: away.id === eye.reader.id,
    leave,
    addedBy: leave.added === undefined ? null : nameOf(eye, leave.added.by),
    hasBegun: from <= today,
    today,
    told: eye
      .ownPeople()
      .map(({ youngPerson }) => youngPerson)
      .filter((one) => told.includes(one.id)),
  };
  const form = openForm(desk, req, res, { view: 'rota/takeBack.njk', title: 'Take leave back', data });
  return { eye, away, leave, hasBegun: data.hasBegun, keptUntil: from <= yesterday ? yesterday : null, form };
}
