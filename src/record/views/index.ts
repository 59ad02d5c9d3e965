import type { ConcernId, Instant, LineId, LocalDate, PractitionerId, YoungPersonId } from '../../vocabulary';
import type { Db } from '../db';
import type { InTransaction } from '../stores';
import { readCase } from './readCase';
import { readColleagueTexts } from './readColleagueTexts';
import { readKeeping } from './readKeeping';
import { readLeavers } from './readLeavers';
import { readCaseload, readHistory } from './readLine';
import { readLoad } from './readLoad';
import { readRepeated } from './readRepeated';
import { readSummaries } from './readSummaries';
import { readToldOfLeave } from './readToldOfLeave';
import { readGlassOpenedSince, readOpenGlass, readViewEnds } from './readViewEnds';

export type * from './types';
export { VERDICTS } from './types';

/** The reads of the staff pages over an open record. They are whole; `staff/need-to-know` cuts. */
export function staffViews({ db, inTransaction }: { readonly db: Db; readonly inTransaction: InTransaction }) {
  return {
    roster: () => inTransaction(({ stores }) => stores.roster.snapshot()),
    leavers: () => readLeavers(db),
    openConcerns: () => readSummaries(db, 'where closed_at is null order by opened_at, concerns.id', []),
    closedConcerns: (since: Instant) =>
      readSummaries(db, 'where closed_at >= $1 order by closed_at desc, concerns.id', [since]),
    repeatedWorries: (lines: readonly LineId[]) => readRepeated(db, lines),
    colleagueTexts: (since: Instant) => readColleagueTexts(db, since),
    concern: (id: ConcernId) => readCase(db, id),
    concernsByReference: (reference: string) =>
      readSummaries(db, 'where reference = $1 order by opened_at desc, concerns.id desc', [reference]),
    caseload: (youngPeople: readonly YoungPersonId[]) => readCaseload(db, youngPeople),
    history: (youngPerson: YoungPersonId) => readHistory(db, youngPerson),
    load: (since: Instant) => readLoad(db, since),
    toldOfLeave: (mentor: PractitionerId, from: LocalDate) => readToldOfLeave(db, mentor, from),
    keeping: (of: YoungPersonId | null) => readKeeping(db, of),
    viewEndsOf: (practitioner: PractitionerId) => readViewEnds(db, practitioner),
    glassOpenedSince: (since: Instant) => readGlassOpenedSince(db, since),
    glassOpenedBy: (practitioner: PractitionerId, now: Instant) => readOpenGlass(db, practitioner, now),
  };
}
