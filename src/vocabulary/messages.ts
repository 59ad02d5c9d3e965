import type { YoungPersonId } from './people';
import type { Instant } from './time';

export type LineId = string;
export type MessageId = string;

/** How a message travels between a young person and the service. */
export type Channel = 'sms' | 'web' | 'voice';

/** What came. Only `text` is judged by its words; the others are messages all the same and a human sees them. */
export type MessageKind = 'text' | 'picture' | 'voice-note' | 'call' | 'unknown';

/** Who wrote, as the channel knows them. Phones are E.164. */
export type Sender =
  { readonly by: 'phone'; readonly phone: string } | { readonly by: 'web'; readonly youngPerson: YoungPersonId };

/** A verified, parsed message as a channel hands it in. Media are never fetched: only that they came. */
export interface IncomingMessage {
  readonly provider: 'twilio-sms' | 'twilio-voice' | 'web' | 'spool';
  /** The provider's own id: the same id twice is the same message. */
  readonly providerId: string;
  readonly channel: Channel;
  readonly sender: Sender;
  readonly kind: MessageKind;
  readonly text: string;
  /** The number it was sent to, E.164; null on the web. */
  readonly to: string | null;
  /** The carrier recognised an opt-out word and acted on it by itself. */
  readonly optOut: 'stop' | 'start' | 'help' | null;
  readonly receivedAt: Instant;
}

/** What the carrier hands over of one text at most; it drops the rest without a word (Twilio, `Body`). */
export const MOST_OF_A_TEXT = 1_600;

/**
 * The end of this text may be missing: it is as long as the carrier hands over, or one less where that would have cut an
 * emoji in two. A text that just happens to be so long is asked after as well: better than a lost ending.
 */
export function mayBeCutOff({ channel, text }: { readonly channel: string; readonly text: string }): boolean {
  return channel === 'sms' && text.length >= MOST_OF_A_TEXT - 1;
}

/** A kept message of a line. `seq` is the order of arrival, given under the line's lock. */
export interface Message {
  readonly id: MessageId;
  readonly line: LineId;
  readonly seq: number;
  readonly provider: IncomingMessage['provider'];
  readonly providerId: string;
  readonly channel: Channel;
  readonly kind: MessageKind;
  readonly text: string;
  readonly receivedAt: Instant;
  /** Left with a human because the rules could not assess it. */
  readonly unreadable: boolean;
  /** Kept back from the mentor at the young person's wish: the mentor sees neither it nor that it exists. */
  readonly keptBack: boolean;
}

/** What was said before, as the judge reads it. */
export type EarlierWords = Pick<Message, 'id' | 'text'>;

/**
 * The ordered thread of one young person, or of one unknown number. Locked by every act that writes for them.
 * The turn fields say that words wait for an answer: `turnDueAt` is when quiet is over.
 */
export interface Line {
  readonly id: LineId;
  readonly youngPerson: YoungPersonId | null;
  /** The number of a sender nobody knows; null for a young person's own line. */
  readonly unknownPhone: string | null;
  readonly lastSeq: number;
  /** Messages up to here have had their turn. */
  readonly answeredSeq: number;
  readonly burstStartedAt: Instant | null;
  readonly turnDueAt: Instant | null;
  /** Where the last message came from: replies go there. */
  readonly lastChannel: Channel;
  readonly lastHeardAt: Instant | null;
  readonly lastSaidAt: Instant | null;
  readonly stoppedAt: Instant | null;
  /** Somebody else may hold the phone: texts stop, second safe way only. */
  readonly notTheirsAt: Instant | null;
  /** Practitioners the young person asked not to be told ("not Martin"); undone only by them or a named human. */
  readonly notThem: readonly string[];
  /** Named person writing in the thread now: the service is silent, detection is not. */
  readonly humanInThread: string | null;
  /** The dialogs' own state, opaque outside `conversation/`; null between conversations. */
  readonly conversation: unknown;
}
