import type { RecordPort } from '../../acts/ports';
import { workUntil, type Stage } from '../../app/service/workUntil';
import {
  HOUR_MS,
  later,
  SECOND_MS,
  type Concern,
  type Event,
  type IncomingMessage,
  type LineId,
  type Milliseconds,
  type Roster,
} from '../../vocabulary';
import type { Theatre } from '../rehearse/openTheatre';
import type { Heard } from './carrier';
import { playersOf, type Player } from './people';
import { showEvent, showHeard } from './show';

/** Long enough for the reply to come: quiet is over after 12 seconds by text, 4 on web chat. */
const AFTER_WORDS_MS = { sms: 15 * SECOND_MS, web: 6 * SECOND_MS } as const;

/** The acts a practitioner does on a page, by the words typed for them. */
const ON_A_PAGE = { seen: 'seen', takes: 'taken-on', contacted: 'contacted' } as const;
export type PageAct = keyof typeof ON_A_PAGE | 'decides';

/** A service in the terminal: somebody speaks, time passes, and every phone's texts are printed as they come. */
export class Simulation {
  readonly players: readonly Player[];
  /** The line that was judged last: what /why explains. */
  lastLine: LineId | null = null;
  private readonly rings = new Map<string, Heard>();
  private readonly last = new Map<string, Heard>();
  /** Texts to web chats pass no carrier: they are read and shown after the moment's work. */
  private onWeb: Event[] = [];
  private sent = 0;
  private stopped = false;

  constructor(
    private readonly theatre: Theatre,
    private readonly roster: Roster,
    private readonly print: (line: string) => void,
  ) {
    this.players = playersOf(roster);
    theatre.record.onCommitted((events) => events.forEach((event) => this.happens(event)));
  }

  get record(): RecordPort {
    return this.theatre.record;
  }

  now = () => this.theatre.clock.now();

  /** Told by the carrier, at the moment it takes something. */
  hears = (heard: Heard): void => {
    const who = this.players.find(({ phone }) => phone === heard.to);
    const inbox = this.roster.practitioners.find(({ email }) => email === heard.to);
    const name = who?.name ?? inbox?.name ?? heard.to;
    this.last.set(who?.id ?? inbox?.id ?? heard.to, heard);
    if (heard.by === 'voice' && who) this.rings.set(who.id, heard);
    this.print(showHeard(heard, this.roster, name));
  };

  /** Ends what is passing at its next hour: somebody pressed Ctrl-C. */
  stops(): void {
    this.stopped = true;
  }

  /** Lets time pass, doing all that falls due in it. */
  async passes(ms: Milliseconds): Promise<void> {
    const { acts, clock, carrier, record } = this.theatre;
    const stage: Stage = { acts, record, clock, receipts: carrier, shown: () => this.showWeb() };
    const until = later(clock.now(), ms);
    while (!this.stopped && clock.now() < until) {
      const next = later(clock.now(), HOUR_MS);
      await workUntil(stage, next < until ? next : until);
    }
    await this.showWeb();
  }

  /** Somebody says something (or sends a picture, or rings); `goesOn` when more comes before the service may answer. */
  async says(who: Player, text: string, kind: IncomingMessage['kind'] = 'text', goesOn = false): Promise<void> {
    const onWeb = who.is === 'young-person' && who.phone === null;
    const words = who.is === 'practitioner' ? text.replaceAll('{code}', await this.codeOf(who.id)) : text;
    const message = this.incoming(who, words, kind, onWeb);
    if (onWeb) await this.theatre.acts.receiveMessage(message);
    else await this.theatre.acts.receiveFromPhone(message);
    if (kind === 'call') this.print(`${who.name} hears: ${this.recordedLine(who)}`);
    await this.passes(goesOn ? SECOND_MS : AFTER_WORDS_MS[onWeb ? 'web' : 'sms']);
  }

  /** A key on the call that rang last; false when nothing rang. */
  async presses(who: Player, key: '1' | '2'): Promise<boolean> {
    const ring = this.rings.get(who.id);
    if (!ring) return false;
    const said = await this.theatre.acts.answerCall(ring.delivery, key === '1' ? 'takes-on' : 'passes-on');
    this.print(`${who.name} hears: ${said}`);
    await this.passes(SECOND_MS);
    return true;
  }

  /** One of the four acts on a page; why not, or null when it is done. */
  async does(who: Player, act: PageAct): Promise<string | null> {
    const concern = await this.concernOf(who.id);
    if (!concern) return `There is no open concern that ${who.name} holds or was told of.`;
    const { acts } = this.theatre;
    const result =
      act === 'decides'
        ? await acts.decide(decisionOn(concern, who.id, this.now()))
        : await acts.acknowledge({ concern: concern.id, by: who.id, act: ON_A_PAGE[act], how: 'rehearsal' });
    await this.passes(SECOND_MS);
    return result.result === 'refused' ? `The service refuses: ${result.why}.` : null;
  }

  async startsCheckIn(who: Player): Promise<void> {
    await this.theatre.acts.startCheckIn({ youngPerson: who.id, why: 'now' });
    await this.passes(AFTER_WORDS_MS.sms);
  }

  /** The last thing on every phone that heard anything. */
  phones(): readonly string[] {
    return [...this.last].map(([id, heard]) => {
      const name = this.players.find((one) => one.id === id)?.name ?? id;
      return showHeard(heard, this.roster, name);
    });
  }

  private incoming(who: Player, text: string, kind: IncomingMessage['kind'], onWeb: boolean): IncomingMessage {
    this.sent += 1;
    const word = text.trim().toUpperCase();
    const isCall = kind === 'call';
    return {
      provider: onWeb ? 'web' : isCall ? 'twilio-voice' : 'twilio-sms',
      providerId: `simulated-${this.sent}`,
      channel: onWeb ? 'web' : isCall ? 'voice' : 'sms',
      sender: onWeb ? { by: 'web', youngPerson: who.id } : { by: 'phone', phone: who.phone ?? '' },
      kind,
      text,
      to: null,
      optOut: onWeb ? null : word === 'STOP' ? 'stop' : word === 'START' ? 'start' : null,
      receivedAt: this.now(),
    };
  }

  private async codeOf(practitioner: string): Promise<string> {
    return (await this.record.transaction((tx) => tx.notices.latestCodeOf(practitioner))) ?? '';
  }

  private async concernOf(practitioner: string): Promise<Concern | null> {
    const open = await this.record.transaction((tx) => tx.concerns.openHeldOrToldTo(practitioner));
    return [...open].sort((a, b) => b.openedAt.localeCompare(a.openedAt))[0] ?? null;
  }

  private recordedLine(who: Player): string {
    const person = this.roster.youngPeople.find(({ id }) => id === who.id);
    const { wording, serviceName: service } = this.theatre.ctx;
    const how = { language: person?.language ?? 'en', style: person?.style ?? 'ordinary', channel: 'voice' } as const;
    return wording.fill('incoming-call', { ...how, values: { service } }).text;
  }

  private happens(event: Event): void {
    if (event.name === 'message-assessed') this.lastLine = event.line;
    if (event.name === 'sent-to-young-person') this.onWeb.push(event);
    const shown = showEvent(event, this.roster);
    if (shown !== null) this.print(shown);
  }

  private async showWeb(): Promise<void> {
    for (const event of this.onWeb.splice(0)) await this.showOnWeb(String(event.data['delivery']), event);
  }

  private async showOnWeb(id: string, { line, at }: Event): Promise<void> {
    const [delivery, whose] = await this.record.transaction(async (tx) => [
      await tx.deliveries.get(id),
      line === null ? null : (await tx.lines.read(line)).youngPerson,
    ]);
    if (delivery?.channel !== 'web') return;
    const name = this.players.find((one) => one.id === whose)?.name ?? '';
    const heard = { delivery: id, by: 'sms', to: '', text: delivery.text, at } as const;
    this.print(showHeard(heard, this.roster, name).replace('(text)', '(web chat)'));
  }
}

function decisionOn(concern: Concern, by: string, at: string) {
  return {
    concern: concern.id,
    by,
    at,
    referred: true,
    to: 'simulated',
    reference: null,
    reason: 'simulated',
    toldYoungPerson: 'yes',
    whyNotTold: null,
  } as const;
}
