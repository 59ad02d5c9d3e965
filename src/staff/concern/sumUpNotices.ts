import type { NoticeChannel, PractitionerId } from '../../vocabulary';
import type { NoticeSeen } from '../../record/views/types';
import { sayState } from '../words/names';

/** More attempts than this are summed up by person; each of them stays behind it. */
const AT_A_GLANCE = 12;

/** What became of all attempts to reach one person. */
export interface SummedUp {
  readonly practitioner: PractitionerId;
  /** "6 texts delivered", "5 calls: nobody answered". */
  readonly attempts: readonly string[];
  readonly firstAt: string;
  readonly lastAt: string;
}

/** Who was told on a long night, a line a person, in the order they were first told; null while each can be read. */
export function sumUpNotices(notices: readonly NoticeSeen[]): readonly SummedUp[] | null {
  if (notices.length <= AT_A_GLANCE) return null;
  return [...new Set(notices.map(({ practitioner }) => practitioner))].map((practitioner) => {
    const theirs = notices.filter((one) => one.practitioner === practitioner);
    const times = theirs.map(({ madeAt }) => madeAt).toSorted();
    return { practitioner, attempts: count(theirs), firstAt: times[0] ?? '', lastAt: times.at(-1) ?? '' };
  });
}

const ATTEMPTS: Readonly<Record<NoticeChannel, readonly [one: string, many: string]>> = {
  sms: ['text', 'texts'],
  voice: ['call', 'calls'],
  email: ['e-mail', 'e-mails'],
};

function count(notices: readonly NoticeSeen[]): readonly string[] {
  const outcomes = notices.map(({ by, state, withdrawnAt }) => {
    const last = withdrawnAt === null ? state : 'withdrawn';
    return { by, said: last === null ? 'planned' : sayState(by, last).toLowerCase() };
  });
  const kinds = new Map(outcomes.map((one) => [`${one.by} ${one.said}`, one]));
  return [...kinds.values()].map(({ by, said }) => {
    const times = outcomes.filter((one) => one.by === by && one.said === said).length;
    return `${times} ${ATTEMPTS[by][times === 1 ? 0 : 1]}: ${said}`;
  });
}
