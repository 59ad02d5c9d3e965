import express, { type Request, type Response, type Router } from 'express';
import { DAY_MS, DUTIES, HOUR_MS, later, type Shift } from '../../vocabulary';
import { findRosterGaps, isAwayFrom, localDateOf, onDuty } from '../../rota';
import type { Eye } from '../need-to-know/eye';
import { eyeOf, type Desk } from '../web/desk';
import { openForm, type OpenForm } from '../web/openForm';
import { fullNameOf, nameOf } from '../words/people';
import { sayBetween } from '../words/times';
import { isOnLeave, keepsLeaveOf, keepsTheRota } from './keepsTheRota';
import { leaveForm } from './schema';

const SHOWN_MS = 14 * DAY_MS;
/** A gap nearer than this is an error; the live service says so too. */
const GAPS_WITHIN_HOURS = 72;

/** Who holds which duty in the next fortnight, where nobody does, and who is away. */
export function rota(desk: Desk): Router {
  const router = express.Router();

  router.get('/rota', (req, res) => openRota(desk, req, res).show());

  router.post('/rota/leave', async (req, res) => {
    const eye = eyeOf(res);
    const form = openRota(desk, req, res);
    const read = form.read(leaveForm);
    if (read === null) return;
    const { practitioner, leave } = read;
    const today = localDateOf(eye.now, eye.roster.organisation.timeZone);
    if (leave.to < today) return form.sayWrong('toDay', 'That is over already. Look at the year');
    const away = eye.practitioner(practitioner);
    if (!keepsLeaveOf(eye.reader, practitioner) || away === null) return desk.notHere(req, res);
    if (isOnLeave(away, leave)) return form.refuse('This leave is on the rota already.', 'fromDay');
    await desk.book.addLeave({ practitioner, leave, by: eye.reader.id }, eye.now);
    form.answer({ result: 'recorded' }, '/rota?done=leave');
  });

  return router;
}

function openRota(desk: Desk, req: Request, res: Response): OpenForm {
  const data = describeRota(eyeOf(res));
  return openForm(desk, req, res, { view: 'rota/view.njk', title: 'Rota and leave', data });
}

function describeRota(eye: Eye) {
  const until = later(eye.now, SHOWN_MS);
  const staff = eye.roster.practitioners.filter((one) => one.leftAt === null);
  const { timeZone } = eye.roster.organisation;
  const today = localDateOf(eye.now, timeZone);
  const soonUntil = later(eye.now, GAPS_WITHIN_HOURS * HOUR_MS);
  const duties = DUTIES.map((duty) => {
    const shifts = eye.roster.shifts
      .filter((shift) => shift.duty === duty && shift.to > eye.now && shift.from < until)
      .toSorted((a, b) => (a.from < b.from ? -1 : 1))
      .map((shift) => ({
        ...shift,
        name: fullNameOf(eye, shift.practitioner),
        isNow: shift.from <= eye.now && onDuty(eye.roster, duty, eye.now) === shift.practitioner,
        isAway: isAwayFrom(shift, eye.roster, shift.from < eye.now ? eye.now : shift.from),
        isMine: shift.practitioner === eye.reader.id,
        said: sayBetween(shift.from, shift.to, timeZone),
      }));
    const isSoon = ({ from }: Shift) => from < soonUntil;
    return { duty, soon: shifts.filter(isSoon), later: shifts.filter((shift) => !isSoon(shift)) };
  });
  return {
    duties,
    gaps: findRosterGaps(eye.roster, eye.now, GAPS_WITHIN_HOURS).map((gap) => ({
      ...gap,
      name: 'practitioner' in gap ? (eye.practitioner(gap.practitioner)?.name ?? null) : null,
    })),
    away: staff.flatMap((one) =>
      one.leave
        .filter((leave) => leave.to >= today)
        .map((leave) => ({
          ...leave,
          practitioner: one.id,
          name: one.name,
          addedBy: leave.added === undefined ? null : nameOf(eye, leave.added.by),
          mayTakeBack: keepsLeaveOf(eye.reader, one.id),
        })),
    ),
    people: keepsTheRota(eye.reader) ? staff : staff.filter((one) => one.id === eye.reader.id),
  };
}
