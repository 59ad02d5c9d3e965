import { join } from 'node:path';
import { readTemplates } from '../../src/authored/templates';
import { createConverse } from '../../src/conversation';
import type {
  Assessment,
  Channel,
  ConcernFacts,
  Facts,
  Instant,
  Kind,
  Level,
  Named,
  Said,
  Say,
  Telling,
  TurnResult,
  TurnWish,
} from '../../src/vocabulary';
import { SECOND_MS, later } from '../../src/vocabulary';

export const { book } = readTemplates(join(__dirname, '../../templates'));
const converse = createConverse(book);

export const named = (firstName: string, available = true): Named => ({
  id: firstName.toLowerCase(),
  firstName,
  available,
});

/** A Tuesday afternoon in term time: the mentor is in, the lead on call, the limits were stated last week. */
export const TUESDAY: Facts = {
  now: '2026-11-24T16:00:00.000Z',
  timeZone: 'Europe/London',
  service: 'Between Visits',
  organisation: 'Harbour Youth',
  youngPerson: { firstName: 'Kai', language: 'en', style: 'ordinary', joined: true, missing: false, under13: false },
  mentor: named('Sam'),
  coordinator: named('Ruth'),
  lead: named('Dana'),
  second: named('Femi'),
  nightLead: named('Dana'),
  notThem: [],
  night: false,
  nightFrom: '21:30',
  nightTo: '08:00',
  mentorNextAt: '2026-11-25T08:00:00.000Z',
  nextVisitAt: '2026-11-26T16:00:00.000Z',
  nextCheckInAt: '2026-12-01T17:00:00.000Z',
  monitored: true,
  concern: null,
  fresh: null,
  limits: { lastFullAt: '2026-11-17T17:00:00.000Z', dueInFull: false },
  lastGoal: null,
  lastMood: null,
  helpContacts: [
    { name: 'Childline', say: 'Childline 0800 1111' },
    { name: 'Shout', say: 'Shout, text SHOUT to 85258' },
  ],
  stopped: false,
  phoneNotTheirs: false,
  optOut: null,
  checkInDue: null,
};

/** The same Tuesday at 23.40: the mentor is off, the lead reads. */
export const LATE: Facts = {
  ...TUESDAY,
  now: '2026-11-24T23:40:00.000Z',
  night: true,
  mentor: named('Sam', false),
};

export function assessed(level: Level, kinds: readonly Kind[] = [], more: Partial<Assessment> = {}): Assessment {
  return {
    level,
    kinds,
    about: 'self',
    because: [],
    readable: true,
    unreadableBecause: null,
    weak: false,
    meant: { names: [], roleWords: [], unnamed: false },
    notThem: [],
    rulesVersion: 'test',
    ...more,
  };
}

type Fresh = NonNullable<Facts['fresh']>;

/** A concern this burst has opened, read by the lead within a quarter of an hour. */
export function opened(now: Instant, level: Level, kinds: readonly Kind[], more: Partial<Fresh> = {}): Fresh {
  return {
    assessment: assessed(level, kinds),
    nature: 'disclosure',
    accused: null,
    teller: named('Dana'),
    readBy: later(now, 13 * 60 * SECOND_MS),
    mentorHearsAt: null,
    ...more,
  };
}

export function concern(openedAt: Instant, more: Partial<ConcernFacts> = {}): ConcernFacts {
  return {
    id: 'c1',
    level: 'urgent',
    kinds: [],
    openedAt,
    readBy: null,
    takenOnBy: null,
    decidedAt: null,
    decidedBy: null,
    heldBy: null,
    keptFrom: [],
    told: [],
    reads: named('Dana'),
    willReadBy: later(openedAt, 900 * SECOND_MS),
    safeNow: null,
    ...more,
  };
}

export interface Heard {
  readonly templates: readonly string[];
  readonly texts: readonly string[];
  readonly say: readonly Say[];
  readonly wishes: readonly TurnWish[];
}

/** One young person's thread with the service: their texts in, ours out, time passing as told. */
export class Talk {
  private state: unknown = null;
  private sent = 0;
  facts: Facts;

  constructor(
    facts: Facts = TUESDAY,
    private readonly channel: Channel = 'sms',
  ) {
    this.facts = facts;
  }

  passes(seconds: number): void {
    this.facts = { ...this.facts, now: later(this.facts.now, seconds * SECOND_MS) };
  }

  /** They write (several texts make one burst); `given` are the facts of this turn alone. */
  async says(
    text: string | readonly string[],
    given: Partial<Facts> = {},
    assessment = assessed('none'),
  ): Promise<Heard> {
    this.passes(30);
    const texts = typeof text === 'string' ? [text] : text;
    return this.turn(
      texts.map((one) => this.message(one)),
      given,
      given.fresh?.assessment ?? assessment,
    );
  }

  async sends(kind: Said['kind'], given: Partial<Facts> = {}): Promise<Heard> {
    this.passes(30);
    return this.turn([{ ...this.message(''), kind }], given, null);
  }

  /** Nobody wrote: the hour of the check-in has come. */
  async isDue(): Promise<Heard> {
    return this.turn([], { checkInDue: { id: 'check-in-1' } }, null);
  }

  /** A practitioner has chosen to have something said. */
  async isTold(telling: Telling): Promise<Heard> {
    return this.turn([], { telling }, null);
  }

  private message(text: string): Said {
    this.sent += 1;
    return { message: `m${this.sent}`, text, at: this.facts.now, kind: 'text' };
  }

  private async turn(burst: readonly Said[], given: Partial<Facts>, assessment: Assessment | null): Promise<Heard> {
    const input = { state: this.state, channel: this.channel, burst, assessment, facts: { ...this.facts, ...given } };
    const result: TurnResult = await converse(input);
    this.state = JSON.parse(JSON.stringify(result.state));
    return {
      templates: result.say.map((one) => one.template),
      texts: result.say.map((one) => one.text),
      say: result.say,
      wishes: result.wishes,
    };
  }
}
