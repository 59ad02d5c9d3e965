import type { Case, Instant, Outcome, Staffing } from '../../vocabulary';
import { settle } from '../due/runDue';
import { draftOf, noteMissed, type Draft, type Told } from '../standing/progress';
import { channelOf, ORDER_OF_CHANNELS, staffedById } from '../standing/seats';
import { send } from '../tell/notify';
import { bringForward } from '../tell/bringForward';
import type { NoticeReport } from './answers';

/**
 * What became of a notice. A failed channel costs no time: the person's next channel is used at once, and when none
 * is left the next seat is asked at once.
 */
export function reportNotice(kase: Case, report: NoticeReport, staffing: Staffing, now: Instant): Outcome {
  const draft = draftOf(kase, staffing, now);
  const key = `${report.step}/${report.practitioner}/${report.by}`;
  const told = draft.progress.told[key];
  if (told && told.attempt === report.attempt && told.outcome !== 'failed') {
    draft.progress.told[key] = { ...told, outcome: report.outcome === 'delivered' ? 'delivered' : 'failed' };
    if (report.outcome !== 'delivered') failed(draft, told, report);
  }
  return settle(draft);
}

function failed(draft: Draft, told: Told, report: NoticeReport): void {
  const { practitioner, as, step, run } = told;
  if (report.outcome === 'opted-out' && !draft.progress.optedOut.includes(practitioner)) {
    draft.progress.optedOut.push(practitioner);
  }
  const reason = report.outcome === 'opted-out' ? 'opted-out' : 'channel-failed';
  noteMissed(draft, run, { as, practitioner, reason, step });
  if (draft.closedAt !== null || draft.facts.excluded.includes(practitioner)) return;
  const ofStep = Object.values(draft.progress.told).filter(
    (one) => one.practitioner === practitioner && one.step === step && (one.at >= told.at || one.outcome === 'failed'),
  );
  if (ofStep.some((one) => one.outcome !== 'failed' && one.by !== 'email')) return;
  const tried = ofStep.map((one) => one.by);
  const who = staffedById(draft.staffing, practitioner);
  const next = who && ORDER_OF_CHANNELS.find((by) => !tried.includes(by) && channelOf(draft, who, by) === 'usable');
  if (who && next) send(draft, told, told.seat, as, who, next, next === 'voice');
  if ((!next || next === 'email') && told.seat !== null) bringForward(draft, run, told.seat);
}
