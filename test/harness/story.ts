import { readAuthoredHouse } from '../../src/app/service/authoredHouse';
import { createService, type Service, type ServiceParts } from '../../src/app/service/createService';
import { projectRoot } from '../../src/app/projectRoot';
import { workUntil, type Stage } from '../../src/app/service/workUntil';
import type { Acknowledged } from '../../src/acts';
import { movableClock, type MovableClock } from '../../src/clock';
import { seededIds } from '../../src/ids';
import {
  later,
  type Act,
  type ConcernId,
  type Event,
  type EventName,
  type IncomingMessage,
  type Instant,
  type Roster,
} from '../../src/vocabulary';
import type { TestRecord } from './record';
import { STORY_ROSTER } from './roster';
import { StoryCarrier, type Taken } from './storyCarrier';

const house = readAuthoredHouse(projectRoot());

export interface StoryOptions {
  /** When it begins, UTC. */
  readonly at: Instant;
  readonly roster?: Roster;
  /** Wraps the parts the service is built of, so that one of them can fail. */
  readonly wrap?: (parts: ServiceParts) => ServiceParts;
}

/** The house with other words in `common.yaml`: what an organisation may write there must be obeyed everywhere. */
export function withCommon(
  theirs: ServiceParts['house'],
  common: Partial<ServiceParts['house']['pathways']['common']>,
): ServiceParts['house'] {
  const { pathways } = theirs;
  return { ...theirs, pathways: { ...pathways, common: { ...pathways.common, ...common } } };
}

/** A whole service on a fresh record, with phones to play and a clock to pass. */
export async function beginStory(record: TestRecord, options: StoryOptions): Promise<Story> {
  const clock = movableClock(options.at);
  const carrier = new StoryCarrier(() => clock.now());
  const roster = options.roster ?? STORY_ROSTER;
  const errors: string[] = [];
  const parts: ServiceParts = {
    house,
    record: record.record,
    clock,
    ids: seededIds('story', clock),
    log: { info: () => {}, warn: () => {}, error: (_fields, said) => void errors.push(said) },
    carrier,
    nudge: () => {},
    spool: {
      keep: () => Promise.reject(new Error('no disk')),
      list: () => Promise.resolve([]),
      read: () => Promise.resolve(null),
      remove: () => Promise.resolve(),
    },
    rosterCopy: { keep: () => Promise.resolve(), last: () => Promise.resolve(roster) },
    serviceName: 'Between Visits',
    publicUrl: 'https://bv.example',
    proofsRequired: false,
  };
  await record.record.transaction((tx) => tx.roster.replace(roster));
  return new Story(record, options.wrap?.(parts) ?? parts, clock, carrier, roster, errors);
}

/** What a story does and hears. Anything heard but not expected fails it, at `ends`. */
export class Story {
  private readonly heard = new Set<Taken>();
  private readonly events: Event[] = [];
  private readonly stopListening: () => void;
  service: Service;
  private sent = 0;

  constructor(
    readonly record: TestRecord,
    private readonly parts: ServiceParts,
    readonly clock: MovableClock,
    readonly carrier: StoryCarrier,
    private readonly roster: Roster,
    readonly errors: string[],
  ) {
    this.service = createService(parts);
    this.stopListening = record.record.onCommitted((events) => void this.events.push(...events));
  }

  get acts(): Service['acts'] {
    return this.service.acts;
  }

  /** The process is gone, with all it held in memory; another one stands on the same record. */
  restarts(changed: Partial<ServiceParts> = {}): void {
    this.service = createService({ ...this.parts, ...changed });
  }

  /** Lets time pass, doing all that falls due in it. `minutes` may be a fraction. */
  async passes(minutes: number): Promise<void> {
    await workUntil(this.stage(), later(this.clock.now(), minutes * 60_000));
  }

  /** Lets time pass until this moment. */
  async passesUntil(at: Instant): Promise<void> {
    await workUntil(this.stage(), at);
  }

  /** A young person's phone texts; half a minute passes, so that the answer has come. */
  async texts(who: string, text: string, more: Partial<IncomingMessage> = {}): Promise<void> {
    await this.textsAndGoesOn(who, text, more);
    await this.passes(0.5);
  }

  /** A text with nothing after it yet. */
  async textsAndGoesOn(who: string, text: string, more: Partial<IncomingMessage> = {}): Promise<void> {
    await this.acts.receiveFromPhone(this.incoming(this.phoneOf(who), text, more));
  }

  /** The same from the web page of a young person. */
  async types(who: string, text: string): Promise<void> {
    this.sent += 1;
    await this.acts.receiveMessage({
      ...this.incoming('', text),
      provider: 'web',
      providerId: `${who}/activity-${this.sent}`,
      channel: 'web',
      sender: { by: 'web', youngPerson: who },
      optOut: null,
    });
    await this.passes(0.5);
  }

  /** A practitioner does one of the four acts on a page: `concern` is the newest unless told otherwise. */
  async does(who: string, act: Act | 'passed-on', concern = this.newestConcern()): Promise<Acknowledged> {
    const done = await this.acts.acknowledge({ concern, by: who, act, how: 'page' });
    await this.passes(0);
    return done;
  }

  newestConcern(): ConcernId {
    const opened = this.shows('concern-opened').at(-1);
    if (!opened) throw new Error('no concern is open in this story');
    return String(opened.data['concern']);
  }

  /** A practitioner replies; `{code}` stands for the code of their latest notice. */
  async replies(who: string, text: string): Promise<void> {
    const code = await this.record.record.transaction((tx) => tx.notices.latestCodeOf(who));
    await this.texts(who, text.replaceAll('{code}', code ?? 'none'));
  }

  /** What this person's phone (or inbox) showed since the story began, in order. */
  phone(who: string, by: Taken['by'] = 'sms'): readonly Taken[] {
    const to = by === 'email' ? this.person(who).email : this.phoneOf(who);
    return this.carrier.taken.filter((one) => one.to === to && one.by === by);
  }

  /** Expects the next unheard thing on this phone to match. */
  hears(who: string, pattern: RegExp, by: Taken['by'] = 'sms'): Taken {
    const next = this.phone(who, by).find((one) => !this.heard.has(one));
    if (!next) throw new Error(`${who} hears nothing by ${by}, but should hear ${pattern}`);
    if (!pattern.test(next.text)) throw new Error(`${who} hears by ${by}: "${next.text}", but should hear ${pattern}`);
    this.heard.add(next);
    return next;
  }

  /** Expects a call to this person. */
  rings(who: string): Taken {
    return this.hears(who, /automatic call/, 'voice');
  }

  /** Everything that was heard so far was expected. */
  isQuiet(): void {
    const unheard = this.carrier.taken.filter((one) => !this.heard.has(one));
    if (unheard.length === 0) return;
    const said = unheard.map((one) => `${one.at} ${this.nameOf(one.to)} ${one.by}: ${one.text}`);
    throw new Error(`nobody expected:\n${said.join('\n')}`);
  }

  hearsNothing(who: string, by: Taken['by'] = 'sms'): void {
    const next = this.phone(who, by).find((one) => !this.heard.has(one));
    if (next) throw new Error(`${who} should hear nothing by ${by}, but hears: "${next.text}"`);
  }

  /** Takes everything this person heard so far as expected: for what a story is not about. */
  ignores(who: string): void {
    for (const by of ['sms', 'voice', 'email'] as const) this.phone(who, by).forEach((one) => this.heard.add(one));
  }

  /** The log so far, by name; or only the entries of these names. */
  shows(...names: readonly EventName[]): readonly Event[] {
    return names.length === 0 ? this.events : this.events.filter((one) => names.includes(one.name));
  }

  /** Nothing was said that the story did not expect, and no error was logged that it did not say. */
  ends(expectedErrors: readonly RegExp[] = []): void {
    this.stopListening();
    this.isQuiet();
    const unexpected = this.errors.filter((said) => !expectedErrors.some((one) => one.test(said)));
    if (unexpected.length > 0) throw new Error(`errors were logged: ${unexpected.join('; ')}`);
  }

  private stage(): Stage {
    return {
      acts: this.acts,
      record: this.record.record,
      clock: this.clock,
      receipts: this.carrier,
      shown: () => Promise.resolve(),
    };
  }

  incoming(phone: string, text: string, more: Partial<IncomingMessage> = {}): IncomingMessage {
    this.sent += 1;
    const word = text.trim().toUpperCase();
    return {
      provider: 'twilio-sms',
      providerId: `SM-story-${this.sent}`,
      channel: 'sms',
      sender: { by: 'phone', phone },
      kind: 'text',
      text,
      to: null,
      optOut: word === 'STOP' ? 'stop' : word === 'START' ? 'start' : null,
      receivedAt: this.clock.now(),
      ...more,
    };
  }

  phoneOf(who: string): string {
    return this.person(who).phone ?? '';
  }

  private nameOf(address: string): string {
    const { practitioners, youngPeople } = this.roster;
    const known = [...practitioners, ...youngPeople];
    return known.find((one) => one.phone === address || ('email' in one && one.email === address))?.id ?? address;
  }

  private person(who: string): { phone: string | null; email: string | null } {
    const practitioner = this.roster.practitioners.find((one) => one.id === who);
    if (practitioner) return practitioner;
    const person = this.roster.youngPeople.find((one) => one.id === who);
    if (person) return { phone: person.phone, email: null };
    if (/^\+/.test(who)) return { phone: who, email: null };
    throw new Error(`nobody called "${who}" is in this story`);
  }
}
