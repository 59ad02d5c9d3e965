import type { Outcome } from '../../vocabulary';
import { settle } from '../due/runDue';
import { dropPending, scheduleRun } from '../due/schedule';
import { setClocks } from '../due/setClocks';
import type { Draft } from '../standing/progress';
import { chooseDayPlan, choosePlan } from '../table/choosePlan';
import type { Opening } from './answers';

/**
 * Opens the escalation of one concern: chooses its pathway from level, nature, hour and who is there, freezes it into
 * the case, and tells whoever is to be told now. Minutes count from `facts.saidAt`. Throws when no row of the table
 * matches.
 */
export function openCase(opening: Opening): Outcome {
  const { facts, pathways, staffing, now } = opening;
  const asked = { facts, natures: [facts.nature], staffing, now };
  const plan = choosePlan(pathways, asked);
  const draft: Draft = {
    openedAt: now,
    facts,
    clocks: { takenOnBy: null, readBy: null, decidedBy: null, contactedBy: null },
    pathway: { id: plan.id, version: pathways.version },
    closedAt: null,
    progress: {
      common: pathways.common,
      plan,
      dayPlan: chooseDayPlan(pathways, asked),
      natures: [facts.nature],
      run: 0,
      seq: 0,
      acts: [],
      pending: [],
      told: {},
      toldAs: {},
      places: {},
      noted: [],
      passedOn: [],
      optedOut: [],
      alarms: { takenOn: null, read: null, promise: null, decided: null, contacted: null },
      openBy: {},
      againMs: { decided: null, contacted: null },
    },
    staffing,
    now,
    happenings: [],
  };
  setClocks(draft, facts.saidAt);
  scheduleRun(draft, { from: facts.saidAt, sides: 'both', until: 'held' });
  if (opening.alreadyPaged) dropPending(draft, (step) => step.step === 'lead' && step.dueAt <= now);
  return settle(draft);
}
