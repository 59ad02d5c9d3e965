import { EventEmitter } from 'node:events';
import type { PhoneList } from '../phones';
import type { PracticeSettings } from '../settings';
import { NO_FAULTS, type Faults } from './faults';
import type { TextStatus } from './receipts';

export interface Medium {
  readonly sid: string;
  readonly contentType: string;
}

/** A text on its way, in either direction. */
export interface Text {
  readonly sid: string;
  readonly direction: 'inbound' | 'outbound-api' | 'outbound-reply';
  readonly from: string;
  readonly to: string;
  readonly body: string;
  readonly media: readonly Medium[];
  readonly segments: number;
  readonly messagingServiceSid: string | null;
  readonly createdAt: Date;
  status: TextStatus;
  errorCode: number | null;
  sentAt: Date | null;
  updatedAt: Date;
  /** For people at the page: why a text from a phone did not reach the service. */
  trouble: string | null;
}

export type CallStatus =
  'queued' | 'ringing' | 'in-progress' | 'completed' | 'busy' | 'no-answer' | 'failed' | 'canceled';

export interface Call {
  readonly sid: string;
  readonly direction: 'inbound' | 'outbound-api';
  readonly from: string;
  readonly to: string;
  readonly createdAt: Date;
  /** What was said and pressed, in order. */
  readonly heard: { readonly by: 'service' | 'phone'; readonly text: string }[];
  status: CallStatus;
  answeredBy: 'human' | 'machine_end_beep' | null;
  startedAt: Date | null;
  endedAt: Date | null;
  /** The service waits for keys. */
  waitsForKeys: boolean;
}

export interface Email {
  readonly id: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly at: Date;
}

/** Everything the practice carrier knows, in memory: it forgets all of it when it is restarted. */
export class Network {
  readonly texts: Text[] = [];
  readonly calls: Call[] = [];
  readonly emails: Email[] = [];
  /** Numbers that have opted out of the service's texts. */
  readonly optedOut = new Set<string>();
  faults: Faults = NO_FAULTS;
  phones: PhoneList;
  /** Counts changes, so that a page knows whether it is behind. */
  version = 0;
  private readonly changes = new EventEmitter().setMaxListeners(0);
  private readonly timers = new Set<NodeJS.Timeout>();

  constructor(readonly settings: PracticeSettings) {
    this.phones = settings.phones;
  }

  changed(): void {
    this.version += 1;
    this.changes.emit('changed');
  }

  /** Calls `listener` after every change; returns how to stop that. */
  onChange(listener: () => void): () => void {
    this.changes.on('changed', listener);
    return () => this.changes.off('changed', listener);
  }

  /** Does `work` so much later, unless practice is closed first. */
  later(afterMs: number, work: () => void): void {
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      work();
    }, afterMs);
    this.timers.add(timer);
  }

  /** Forgets every text, call, e-mail, opt-out and fault; the phones stay. */
  forget(): void {
    this.stop();
    this.texts.length = 0;
    this.calls.length = 0;
    this.emails.length = 0;
    this.optedOut.clear();
    this.faults = NO_FAULTS;
    this.changed();
  }

  /** Lets nothing happen that was still to come. */
  stop(): void {
    for (const timer of this.timers) clearTimeout(timer);
    this.timers.clear();
  }
}
