import { join } from 'node:path';
import { readPathways } from '../../src/authored/pathways';
import {
  hearMore,
  openCase,
  passOn,
  passTime,
  raiseCase,
  recordAct,
  reportNotice,
  type CaseChange,
  type NoticeReport,
} from '../../src/escalation';
import { staffingFor } from '../../src/rota';
import {
  later,
  MINUTE_MS,
  msBetween,
  type Act,
  type Case,
  type CaseFacts,
  type Happening,
  type Instant,
  type NoticeChannel,
  type Outcome,
  type Practitioner,
  type Roster,
  type Shift,
  type Staffing,
} from '../../src/vocabulary';

const read = readPathways(join(__dirname, '../../escalation-rules/pathways'));
if (!read.ok) throw new Error(JSON.stringify(read.faults));
/** The table as it is shipped. */
export const PATHWAYS = read.pathways;

/** 22 November 2026 is a Sunday; London is on GMT. */
export const DAY = '2026-11-24T14:00:00.000Z';
export const EVENING = '2026-11-24T19:00:00.000Z';
export const NIGHT = '2026-11-24T23:40:00.000Z';

const NOBODY = { sms: null, voice: null, email: null };
let phones = 0;

export function practitioner(id: string, more: Partial<Practitioner> = {}): Practitioner {
  phones += 1;
  return {
    id,
    name: `${id[0]?.toUpperCase()}${id.slice(1)} Example`,
    roles: ['other'],
    phone: `+4477009003${String(phones % 100).padStart(2, '0')}`,
    email: `${id}@example.org`,
    hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '17:30' })),
    volunteer: false,
    wakeFor: 'none',
    leave: [],
    provenAt: NOBODY,
    optedOutAt: null,
    leftAt: null,
    ...more,
  };
}

const FOREVER = { from: '2026-01-01T00:00:00.000Z', to: '2027-12-31T00:00:00.000Z' };

export function shift(duty: Shift['duty'], who: string): Shift {
  return { duty, practitioner: who, ...FOREVER };
}

/** Sam is Zoe's mentor, Bea the buddy, Carl the coordinator, Liv lead, Seb second, Mo manager. */
export function roster(
  change: { readonly people?: readonly Practitioner[]; readonly shifts?: readonly Shift[] } = {},
): Roster {
  const people = [
    practitioner('sam', { roles: ['mentor'] }),
    practitioner('bea', { roles: ['mentor'] }),
    practitioner('carl', { roles: ['coordinator'] }),
    practitioner('liv', { roles: ['duty-lead'] }),
    practitioner('seb', { roles: ['duty-lead'] }),
    practitioner('mo', { roles: ['manager'] }),
  ];
  const changed = change.people ?? [];
  return {
    version: '1',
    organisation: {
      name: 'Harbour Youth',
      area: 'england',
      timeZone: 'Europe/London',
      phone: '+441632960100',
      modelApproval: null,
      outsideContact: changed.some((one) => one.id === 'olga') ? 'olga' : null,
    },
    practitioners: [...people.filter((one) => !changed.some((other) => other.id === one.id)), ...changed],
    youngPeople: [
      {
        id: 'zoe',
        name: 'Zoe Example',
        phone: '+447700900101',
        language: 'en',
        mentor: 'sam',
        buddy: 'bea',
        checkIns: [],
        safeHours: { from: '08:00', to: '21:30' },
        style: 'ordinary',
        visits: [],
        conflicts: [],
        joinedAt: null,
        missingSince: null,
        dateOfBirth: null,
        addresses: [],
        carers: [],
        socialWorker: null,
        school: null,
        secondSafeWay: null,
        checkWord: null,
        codeWord: null,
      },
    ],
    shifts: change.shifts ?? [shift('lead', 'liv'), shift('second', 'seb'), shift('manager', 'mo')],
  };
}

export function staffing(now: Instant, from: Roster = roster()): Staffing {
  return staffingFor(from, { youngPerson: 'zoe', now });
}

export function facts(saidAt: Instant, more: Partial<CaseFacts> = {}): CaseFacts {
  return {
    concern: 'c1',
    nature: 'disclosure',
    level: 'urgent',
    kinds: ['physical-abuse'],
    about: 'self',
    saidAt,
    excluded: [],
    anyAdultMeant: false,
    unsureOfSafety: false,
    doNotRing: false,
    doNotTellFamily: false,
    safeHours: { from: '08:00', to: '21:30' },
    ...more,
  };
}

/** What happened, with the minute since the message. */
export interface Moment {
  readonly minute: number;
  readonly happening: Happening;
}

/** A case lived through: its state, and everything that happened so far. */
export class Life {
  case: Case;
  now: Instant;
  readonly moments: Moment[] = [];

  constructor(
    private readonly saidAt: Instant,
    private readonly from: Roster = roster(),
    more: Partial<CaseFacts> = {},
    private readonly youngPerson: string | null = 'zoe',
  ) {
    this.now = saidAt;
    const first = openCase({ facts: facts(saidAt, more), pathways: PATHWAYS, staffing: this.staffing(), now: saidAt });
    this.case = first.case;
    this.keep(first);
  }

  staffing(): Staffing {
    return staffingFor(this.from, { youngPerson: this.youngPerson, now: this.now });
  }

  /** Keeps an outcome as the acts would: the case through JSON, the happenings with their minute. */
  keep(outcome: Outcome): this {
    this.case = JSON.parse(JSON.stringify(outcome.case)) as Case;
    const minute = msBetween(this.saidAt, this.now) / MINUTE_MS;
    for (const happening of outcome.happenings) this.moments.push({ minute, happening });
    return this;
  }

  /** Lives on to a minute after the message, at each due moment as the sweep would. */
  until(minute: number): this {
    const end = later(this.saidAt, minute * MINUTE_MS);
    while (this.case.dueAt !== null && this.case.dueAt <= end) {
      this.now = this.case.dueAt > this.now ? this.case.dueAt : this.now;
      this.keep(passTime(this.case, this.staffing(), this.now));
    }
    this.now = end;
    return this;
  }

  /** Somebody does one of the four acts; throws when refused, so that a story cannot go on by mistake. */
  act(act: Act, by: string): this {
    const answer = recordAct(this.case, { act, by }, this.staffing(), this.now);
    if (!answer.ok) throw new Error(`${by} was refused: ${answer.refused}`);
    return this.keep(answer.outcome);
  }

  refused(act: Act, by: string): string | null {
    const answer = recordAct(this.case, { act, by }, this.staffing(), this.now);
    return answer.ok ? null : answer.refused;
  }

  raise(change: Omit<CaseChange, 'saidAt'>): this {
    return this.keep(raiseCase(this.case, { ...change, saidAt: this.now }, PATHWAYS, this.staffing(), this.now));
  }

  more(): this {
    return this.keep(hearMore(this.case, this.staffing(), this.now));
  }

  passesOn(by: string): this {
    const answer = passOn(this.case, by, this.staffing(), this.now);
    if (!answer.ok) throw new Error(`${by} was refused: ${answer.refused}`);
    return this.keep(answer.outcome);
  }

  /** What became of the latest notice to somebody by a channel. */
  reports(practitioner: string, by: NoticeChannel, outcome: NoticeReport['outcome']): this {
    const notices = this.moments.flatMap(({ happening }) => (happening.what === 'notify' ? [happening.notice] : []));
    const last = notices.findLast((notice) => notice.practitioner === practitioner && notice.by === by);
    if (!last) throw new Error(`${practitioner} was never told by ${by}`);
    const { step, attempt } = last;
    const report = { step, attempt, practitioner, by, outcome };
    return this.keep(reportNotice(this.case, report, this.staffing(), this.now));
  }

  /** Notices from a minute on. */
  toldFrom(minute: number): readonly string[] {
    return this.told().filter((line) => Number(line.split(' ', 1)[0]) >= minute);
  }

  /** Notices as "minute who as by+by wording", one line a person and minute. */
  told(): readonly string[] {
    const lines = new Map<string, string[]>();
    for (const { minute, happening } of this.moments) {
      if (happening.what !== 'notify') continue;
      const { practitioner: who, as, by } = happening.notice;
      const key = `${minute} ${who} ${as}`;
      lines.set(key, [...(lines.get(key) ?? []), by]);
    }
    return [...lines].map(([key, by]) => `${key} ${by.join('+')}`);
  }

  /** Everything that is no notice, as "minute what ...". */
  else(): readonly string[] {
    return this.moments
      .filter(({ happening }) => happening.what !== 'notify')
      .map(({ minute, happening }) => `${minute} ${Object.values(happening).join(' ')}`);
  }
}
