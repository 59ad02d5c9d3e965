import { FakeSessions } from './sessions';
import { NOW, ROSTER } from './roster';
import { lineHistory, wholeCase } from './cases';
import { join } from 'node:path';
import { projectRoot } from '../../../src/app/projectRoot';
import { readRetention } from '../../../src/authored/retention';
import type { RetentionTerms } from '../../../src/retention';
import type {
  BrokenGlass,
  CaseWhole,
  Keeping,
  Leavers,
  LineHistory,
  LoadRow,
  ColleagueText,
  RepeatedWorry,
  ViewEnd,
} from '../../../src/record/views/types';
import type {
  ActResult,
  DeskBook,
  LocalContact,
  MendingGroup,
  StaffActs,
  StaffDoor,
  StaffViews,
} from '../../../src/staff/ports';
import type { Instant, Roster } from '../../../src/vocabulary';

type Deed = keyof StaffActs | keyof DeskBook;

/** What the pages asked of the house, in order. */
export interface Asked {
  readonly act: Deed;
  readonly what: unknown;
}

/** A house of rows a test may change, behind the ports of the pages. */
export class FakeHouse {
  now: Instant = NOW;
  roster: Roster = ROSTER;
  leavers: Leavers = { practitioners: new Map(), youngPeople: new Map() };
  cases: CaseWhole[] = [wholeCase()];
  histories = new Map<string, LineHistory>([['kayla', lineHistory()]]);
  ends = new Map<string, ViewEnd[]>();
  glass: BrokenGlass[] = [];
  repeated: RepeatedWorry[] = [];
  colleagueTexts: ColleagueText[] = [];
  toldOfLeave: string[] = [];
  load: LoadRow[] = [];
  broken: MendingGroup[] = [{ about: 'messages', found: [] }];
  retention: RetentionTerms | null = readRetention(join(projectRoot(), 'escalation-rules/retention.yaml')).terms;
  kept: Keeping = { people: [], holds: [], destroyed: [] };
  destroyedOf = new Map<string, Keeping['destroyed']>();
  contacts: LocalContact[] = [
    {
      id: 'mash',
      name: 'York MASH',
      phone: '01632 960111',
      when: 'Weekdays 8:30am to 5pm',
      verifiedOn: '2026-11-01',
      expired: false,
      closedNow: true,
    },
    {
      id: 'edt',
      name: 'Emergency duty team',
      phone: '01632 960112',
      when: 'Evenings and weekends',
      verifiedOn: '2026-11-01',
      expired: false,
      closedNow: false,
    },
    {
      id: 'lado',
      name: 'Designated officer (LADO)',
      phone: '01632 960113',
      when: 'Within one working day',
      verifiedOn: '2026-06-01',
      expired: true,
      closedNow: false,
    },
    {
      id: 'police',
      name: 'Police',
      phone: '999',
      when: 'Danger now. 101 for anything else',
      verifiedOn: '2026-11-01',
      expired: false,
      closedNow: false,
    },
  ];
  asked: Asked[] = [];
  /** What a young person would read. */
  words: readonly string[] = ['Amira will ring you at 9am tomorrow. Is that OK?'];
  refuseWith: ActResult = { result: 'recorded' };
  readonly sessions = new FakeSessions();

  askedFor(act: Deed): unknown[] {
    return this.asked.filter((one) => one.act === act).map((one) => one.what);
  }

  door(mode: StaffDoor['mode'] = 'practice'): StaffDoor {
    return {
      views: this.views(),
      acts: this.acts(),
      book: this.book(),
      sessions: this.sessions,
      now: () => this.now,
      contacts: () => this.contacts,
      retention: this.retention,
      toMend: async () => ({ at: this.now, groups: this.broken }),
      secrets: { make: () => `form-${this.sessions.next()}`, same: (a, b) => a === b },
      mode,
    };
  }

  private views(): StaffViews {
    const summaries = () => this.cases.map((one) => one.summary);
    return {
      roster: async () => this.roster,
      leavers: async () => this.leavers,
      openConcerns: async () => summaries().filter((one) => one.closedAt === null),
      repeatedWorries: async () => this.repeated,
      colleagueTexts: async () => this.colleagueTexts,
      closedConcerns: async (since) => summaries().filter((one) => one.closedAt !== null && one.closedAt >= since),
      concern: async (id) => this.cases.find((one) => one.summary.id === id) ?? null,
      concernsByReference: async (reference) => summaries().filter((one) => one.reference === reference),
      caseload: async (people) =>
        people.map((youngPerson) => {
          const history = this.histories.get(youngPerson);
          return {
            youngPerson,
            line: history?.line ?? null,
            lastHeardAt: history?.thread.at(-1)?.at ?? null,
            checkIns: history?.checkIns ?? [],
            pressedApart: history?.pressedApart ?? [],
          };
        }),
      history: async (id) => {
        const history = this.histories.get(id) ?? null;
        return history && { ...history, concerns: summaries().filter((one) => one.youngPerson === id) };
      },
      keeping: async (of) => ({
        ...this.kept,
        destroyed: of === null ? this.kept.destroyed : (this.destroyedOf.get(of) ?? []),
      }),
      viewEndsOf: async (practitioner) => this.ends.get(practitioner) ?? [],
      load: async () => this.load,
      toldOfLeave: async () => this.toldOfLeave,
      glassOpenedSince: async (since) => this.glass.filter((one) => one.at >= since),
      glassOpenedBy: async (practitioner) => this.glass.filter((one) => one.practitioner === practitioner),
    };
  }

  private acts(): StaffActs {
    const note =
      (act: Deed) =>
      async (what: unknown): Promise<ActResult> => {
        this.asked.push({ act, what });
        return this.refuseWith;
      };
    return {
      acknowledge: note('acknowledge'),
      decide: note('decide'),
      noteTalk: note('noteTalk'),
      close: note('close'),
      reportMissed: note('reportMissed'),
      join: note('join'),
      wordsOfJoining: async (what) => {
        this.asked.push({ act: 'wordsOfJoining', what });
        return this.words;
      },
      confirmReturn: note('confirmReturn'),
      markMissing: note('markMissing'),
      recordReferralReply: note('recordReferralReply'),
      recordFollowUp: note('recordFollowUp'),
      recordReturnTalk: note('recordReturnTalk'),
      giveBackPhone: note('giveBackPhone'),
      tellYoungPerson: note('tellYoungPerson'),
      writeInThread: note('writeInThread'),
      leaveThread: this.quietly('leaveThread'),
      wordsOfTelling: async (what) => {
        this.asked.push({ act: 'wordsOfTelling', what });
        return this.refuseWith.result === 'refused' ? this.refuseWith : { result: 'words', words: this.words };
      },
      giveWebLink: async (what) => {
        this.asked.push({ act: 'giveWebLink', what });
        return this.refuseWith.result === 'refused'
          ? this.refuseWith
          : { result: 'link', url: 'https://bv.example/c/OF_xTtdyLVIq1ToyUQs26A', until: '2026-11-29T23:55:00.000Z' };
      },
      placeHold: note('placeHold'),
      liftHold: note('liftHold'),
      tellLeadOfGlass: this.quietly('tellLeadOfGlass'),
      askForLink: this.quietly('askForLink'),
    };
  }

  private book(): DeskBook {
    return {
      recordRead: this.quietly('recordRead'),
      recordEntry: this.quietly('recordEntry'),
      keepApart: this.quietly('keepApart'),
      letKnow: this.quietly('letKnow'),
      markVerdict: this.quietly('markVerdict'),
      addLeave: this.quietly('addLeave'),
      takeBackLeave: this.quietly('takeBackLeave'),
      setCallNumbers: this.quietly('setCallNumbers'),
      openGlass: async (glass) => {
        this.glass.push(glass);
        this.asked.push({ act: 'openGlass', what: glass });
      },
    };
  }

  private quietly(act: Deed) {
    return async (what: unknown): Promise<void> => void this.asked.push({ act, what });
  }
}
