import express, { type Router } from 'express';
import { nextVisit } from '../../rota';
import { drawMood } from '../pictures/drawMood';
import { eyeOf, type Desk } from '../web/desk';

/** Own young people, and those one stands in for: when they last wrote, their mood, the next visit, what is open. */
export function caseload(desk: Desk): Router {
  const router = express.Router();

  router.get('/people', async (req, res) => {
    const eye = eyeOf(res);
    const people = eye.ownPeople();
    const [rows, open] = await Promise.all([
      desk.views.caseload(people.map(({ youngPerson }) => youngPerson.id)),
      desk.views.openConcerns(),
    ]);
    const seen = eye.see(open);
    const shown = people.map(({ youngPerson, relation }) => {
      const row = rows.find((one) => one.youngPerson === youngPerson.id);
      const end = row?.line == null ? null : eye.endOf(row.line);
      const checkIns = (row?.checkIns ?? []).filter((one) => end === null || one.startedAt < end.at);
      const heardAt = row?.lastHeardAt ?? null;
      return {
        youngPerson,
        relation,
        mentor: eye.practitioner(youngPerson.mentor),
        picture: drawMood(checkIns),
        lastMood: checkIns.find((one) => one.mood !== null)?.mood ?? null,
        lastHeardAt: end !== null && heardAt !== null && heardAt >= end.at ? (checkIns[0]?.startedAt ?? null) : heardAt,
        nextVisitAt: nextVisit(eye.roster, youngPerson, eye.now),
        isWaiting: row !== undefined && eye.seePressedApart(row, relation).length > 0,
        open: seen.filter(({ concern }) => concern.youngPerson === youngPerson.id).map(({ concern }) => concern),
      };
    });
    desk.show(req, res, 'caseload/view.njk', 'Your people', {
      own: shown.filter(({ relation }) => relation === 'mentor'),
      standingIn: shown.filter(({ relation }) => relation === 'cover' || relation === 'broke-glass'),
      others: shown.filter(({ relation }) => !['mentor', 'cover', 'broke-glass'].includes(relation)),
    });
  });

  return router;
}
