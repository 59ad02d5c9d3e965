import type {
  Instant,
  Practitioner,
  PractitionerId,
  Roster,
  Staffing,
  YoungPerson,
  YoungPersonId,
} from '../../vocabulary';
import type {
  BrokenGlass,
  CaseloadRow,
  ConcernSummary,
  Leavers,
  LineHistory,
  PressedApart,
  ViewEnd,
} from '../../record/views/types';
import { judgeAccess, type Access } from './judgeAccess';
import { LEADS, relate, type Relation } from './relate';
import { hideConcerns, trimHistory, trimSummary, withoutKeptBack } from './trimCase';

/** Relations that read what a young person kept back from their mentor. */
const SEES_KEPT_BACK: readonly Relation[] = ['coordinator', ...LEADS];

/** A concern one reader may see, already cut to what they may see of it. */
export interface SeenConcern {
  readonly concern: ConcernSummary;
  readonly access: Exclude<Access, { may: 'nothing' }>;
}

/** One reader at one moment: what they are to whom, and what they may see. Made anew for every request. */
export class Eye {
  constructor(
    readonly reader: Practitioner,
    readonly roster: Roster,
    readonly now: Instant,
    private readonly staffingOf: (youngPerson: YoungPersonId | null) => Staffing,
    private readonly ends: readonly ViewEnd[],
    private readonly glass: readonly BrokenGlass[],
    /** Names only: nobody reads about, or rings, somebody who has left. */
    readonly leavers: Leavers,
  ) {}

  practitioner(id: PractitionerId): Practitioner | null {
    return this.roster.practitioners.find((one) => one.id === id) ?? null;
  }

  youngPerson(id: YoungPersonId): YoungPerson | null {
    return this.roster.youngPeople.find((one) => one.id === id) ?? null;
  }

  relationTo(youngPerson: YoungPerson): Relation | null {
    return relate(this.reader, youngPerson, this.staffingOf(youngPerson.id), this.hasOpenGlass(youngPerson.id));
  }

  /** Every young person this reader stands in a relation to, with it. */
  ownPeople(): readonly { readonly youngPerson: YoungPerson; readonly relation: Relation }[] {
    return this.roster.youngPeople.flatMap((youngPerson) => {
      const relation = this.relationTo(youngPerson);
      return relation === null ? [] : [{ youngPerson, relation }];
    });
  }

  accessTo(concern: ConcernSummary): Access {
    const youngPerson = concern.youngPerson === null ? null : this.youngPerson(concern.youngPerson);
    if (youngPerson?.conflicts.includes(this.reader.id)) return { may: 'nothing' };
    const relation = youngPerson === null ? null : this.relationTo(youngPerson);
    const staffing = this.staffingOf(concern.youngPerson);
    return judgeAccess(concern, this.reader, relation, staffing, this.endOf(concern.line));
  }

  /** The concerns this reader may see, cut; the others leave no trace, not even in a count. */
  see(concerns: readonly ConcernSummary[]): readonly SeenConcern[] {
    return concerns.flatMap((concern) => {
      const access = this.accessTo(concern);
      if (access.may === 'nothing') return [];
      return [{ concern: access.may === 'ended' ? trimSummary(concern, access.end, this.reader.id) : concern, access }];
    });
  }

  /** A line's history as a reader in this relation may have it. */
  seeHistory(history: LineHistory, relation: Relation): LineHistory {
    const hidden = history.concerns.filter((one) => this.accessTo(one).may === 'nothing');
    const end = this.endOf(history.line);
    const cut = end === null ? history : trimHistory(history, end, this.reader.id);
    const open = hideConcerns(cut.thread, hidden);
    return {
      ...cut,
      thread: SEES_KEPT_BACK.includes(relation) ? open : withoutKeptBack(open),
      checkIns: SEES_KEPT_BACK.includes(relation)
        ? cut.checkIns
        : cut.checkIns.map((one) => ({ ...one, answers: one.answers.filter((answer) => !answer.keptBack) })),
      concerns: this.see(history.concerns).map(({ concern }) => concern),
      pressedApart: this.seePressedApart(cut, relation),
    };
  }

  /** Only leads see what was pressed to no effect: it tells who is kept from whom. Nobody sees their own among it. */
  seePressedApart(of: CaseloadRow | LineHistory, relation: Relation): readonly PressedApart[] {
    if (!LEADS.includes(relation) || (of.line !== null && this.endOf(of.line) !== null)) return [];
    return of.pressedApart.filter(({ by }) => by !== this.reader.id);
  }

  endOf(line: string): ViewEnd | null {
    return this.ends.find((end) => end.line === line) ?? null;
  }

  hasOpenGlass(youngPerson: YoungPersonId): boolean {
    return this.glass.some((one) => one.youngPerson === youngPerson && one.until > this.now);
  }
}
