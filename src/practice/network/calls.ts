import { faultsFor } from './faults';
import { Handset, type Pickup } from './handset';
import type { Call, CallStatus, Network } from './network';
import { playTwiml, type Listener, type Onward } from './playTwiml';
import { newSid } from './sids';
import { readTwiml, UnreadableTwiml } from './twiml';
import { callService, callServiceOrFallback, wasTaken } from './webhook';

/** A call the service has asked for, already checked. */
export interface Asked {
  readonly to: string;
  readonly url: string;
  readonly statusCallback: string | null;
  readonly statusEvents: readonly StatusEvent[];
  readonly detectsMachines: boolean;
  readonly ringForMs: number;
}

export type StatusEvent = 'initiated' | 'ringing' | 'answered' | 'completed';

/** What Twilio says when a document cannot be fetched or read. */
const APPLICATION_ERROR = 'We are sorry. An application error has occurred. Goodbye.';
/** A document that only ever leads on to another would ring for ever. */
const MOST_DOCUMENTS = 50;

/** Every call that is going on, by its id; the phones page reaches them here. */
export class Exchange {
  private readonly handsets = new Map<string, Handset>();

  constructor(private readonly network: Network) {}

  /** Rings a practice phone for the service. */
  ring(asked: Asked): Call {
    const call = this.open('outbound-api', this.network.settings.serviceNumber, asked.to);
    this.network.later(0, () => void this.carryOut(call, asked));
    return call;
  }

  /** A practice phone rings the service. */
  ringService(from: string): Call {
    const { settings } = this.network;
    const call = this.open('inbound', from, settings.serviceNumber);
    this.network.later(0, async () => {
      this.begin(call, 'human');
      await this.converse(call, settings.callsUrl, settings.fallbackCallsUrl);
      this.end(call, 'completed');
    });
    return call;
  }

  /** False when this call is over, or never was. */
  pickUp(sid: string, how: Pickup): boolean {
    return this.at(sid, (handset) => handset.pickUp(how));
  }

  press(sid: string, keys: string): boolean {
    return this.at(sid, (handset) => handset.press(keys));
  }

  hangUp(sid: string): boolean {
    return this.at(sid, (handset) => handset.hangUp());
  }

  /** Ends every call, as a carrier going down would. */
  hangUpAll(): void {
    for (const handset of this.handsets.values()) handset.hangUp();
  }

  private at(sid: string, act: (handset: Handset) => void): boolean {
    const handset = this.handsets.get(sid);
    if (handset === undefined) return false;
    act(handset);
    return true;
  }

  private open(direction: Call['direction'], from: string, to: string): Call {
    const call: Call = {
      sid: newSid('CA'),
      direction,
      from,
      to,
      createdAt: new Date(),
      heard: [],
      status: 'queued',
      answeredBy: null,
      startedAt: null,
      endedAt: null,
      waitsForKeys: false,
    };
    this.handsets.set(call.sid, new Handset());
    this.network.calls.push(call);
    this.network.changed();
    return call;
  }

  private async carryOut(call: Call, asked: Asked): Promise<void> {
    await this.tell(call, asked, 'initiated');
    if (faultsFor(this.network.faults, call.to).fate === 'failed') return this.endAndTell(call, asked, 'failed');
    call.status = 'ringing';
    this.network.changed();
    await this.tell(call, asked, 'ringing');
    const pickup = await this.handsets.get(call.sid)!.pickedUp(asked.ringForMs);
    if (pickup === null) return this.endAndTell(call, asked, 'no-answer');
    if (pickup === 'decline') return this.endAndTell(call, asked, 'busy');
    this.begin(call, pickup === 'answer' ? 'human' : 'machine_end_beep');
    await this.tell(call, asked, 'answered');
    await this.converse(call, asked.url, null, asked.detectsMachines);
    await this.endAndTell(call, asked, 'completed');
  }

  private begin(call: Call, answeredBy: Call['answeredBy']): void {
    call.status = 'in-progress';
    call.answeredBy = answeredBy;
    call.startedAt = new Date();
    this.network.changed();
  }

  private async converse(call: Call, url: string, fallback: string | null, detects = false): Promise<void> {
    try {
      let here = url;
      let onward: Onward = { url, digits: null };
      for (let documents = 0; onward !== 'hang-up' && documents < MOST_DOCUMENTS; documents += 1) {
        here = new URL(onward.url, here).href;
        const form = {
          ...this.addressing(call),
          ...(detects ? { AnsweredBy: call.answeredBy ?? 'unknown' } : {}),
          ...(onward.digits === null ? {} : { Digits: onward.digits, msg: 'Gather End' }),
        };
        const answer = await callServiceOrFallback(this.network.settings, here, fallback, form);
        if (!wasTaken(answer)) throw new UnreadableTwiml('no document');
        onward = await playTwiml(readTwiml(answer.type, answer.body), this.listener(call));
      }
    } catch (error) {
      if (!(error instanceof UnreadableTwiml)) throw error;
      this.say(call, APPLICATION_ERROR);
    }
  }

  private listener(call: Call): Listener {
    return {
      handset: this.handsets.get(call.sid)!,
      hasFingers: call.answeredBy === 'human',
      say: (text) => this.say(call, text),
      pressed: (keys) => {
        call.heard.push({ by: 'phone', text: keys });
        this.network.changed();
      },
      waitsForKeys: (waiting) => {
        call.waitsForKeys = waiting;
        this.network.changed();
      },
      speechMs: (text) => text.length * this.network.settings.pace.speechMsPerCharacter,
    };
  }

  private say(call: Call, text: string): void {
    call.heard.push({ by: 'service', text });
    this.network.changed();
  }

  private async endAndTell(call: Call, asked: Asked, status: CallStatus): Promise<void> {
    this.end(call, status);
    await this.tell(call, asked, 'completed');
  }

  private end(call: Call, status: CallStatus): void {
    call.status = status;
    call.endedAt = new Date();
    call.waitsForKeys = false;
    this.handsets.delete(call.sid);
    this.network.changed();
  }

  private async tell(call: Call, asked: Asked, event: StatusEvent): Promise<void> {
    const { settings } = this.network;
    const faults = faultsFor(this.network.faults, call.to);
    if (asked.statusCallback === null || !asked.statusEvents.includes(event) || faults.receipts === 'lost') return;
    const url = asked.statusCallback;
    const form = {
      ...this.addressing(call),
      Timestamp: new Date().toUTCString(),
      CallbackSource: 'call-progress-events',
      ...(asked.detectsMachines && call.answeredBy !== null ? { AnsweredBy: call.answeredBy } : {}),
      ...(call.endedAt === null ? {} : { CallDuration: String(durationSeconds(call)) }),
    };
    if (faults.receipts === 'late') {
      this.network.later(faults.lateByMs, () => void callService(settings, url, form));
      return;
    }
    await callService(settings, url, form);
    if (faults.receipts === 'repeated') await callService(settings, url, form);
  }

  private addressing(call: Call): Record<string, string> {
    return {
      AccountSid: this.network.settings.accountSid,
      ApiVersion: '2010-04-01',
      CallSid: call.sid,
      CallStatus: call.status === 'queued' ? 'initiated' : call.status,
      Direction: call.direction,
      From: call.from,
      To: call.to,
      Caller: call.from,
      Called: call.to,
    };
  }
}

/** Whole seconds of talk; 0 when nobody picked up. */
export function durationSeconds(call: Call): number {
  if (call.startedAt === null || call.endedAt === null) return 0;
  return Math.max(1, Math.round((call.endedAt.getTime() - call.startedAt.getTime()) / 1_000));
}
