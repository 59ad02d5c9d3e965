import { MOST_OF_A_TEXT } from '../../vocabulary';
import { faultsFor } from './faults';
import type { Network, Text } from './network';
import { actOnOptOutWord } from './optOut';
import { fateOf, receiptsOf, type Moment } from './receipts';
import { countSegments } from './segments';
import { newSid } from './sids';
import { callService, callServiceOrFallback, wasTaken } from './webhook';

/** A text the service has handed over, already checked. */
export interface Handed {
  readonly from: string;
  readonly to: string;
  readonly body: string;
  readonly messagingServiceSid: string | null;
  readonly statusCallback: string | null;
}

/** Takes a text from the service, and lets happen to it and be told of it what the faults say. */
export function takeFromService(network: Network, handed: Handed): Text {
  const text = put(network, { ...handed, direction: 'outbound-api', media: [], status: 'queued' });
  const { pace } = network.settings;
  const faults = faultsFor(network.faults, handed.to);
  const fate = fateOf(handed.to, faults.fate, pace);
  for (const moment of fate) network.later(moment.afterMs, () => befall(network, text, moment));
  if (handed.statusCallback !== null) {
    const { statusCallback } = handed;
    for (const moment of receiptsOf(fate, faults)) {
      network.later(moment.afterMs, () => void tellStatus(network, text, moment, statusCallback));
    }
  }
  return text;
}

function befall(network: Network, text: Text, { status, errorCode }: Moment): void {
  text.status = status;
  text.errorCode = errorCode;
  text.updatedAt = new Date();
  if (status === 'sent') text.sentAt = text.updatedAt;
  network.changed();
}

async function tellStatus(network: Network, text: Text, moment: Moment, url: string): Promise<void> {
  await callService(network.settings, url, {
    ...addressing(network, text),
    MessageStatus: moment.status,
    SmsStatus: moment.status,
    ...(moment.errorCode === null ? {} : { ErrorCode: String(moment.errorCode) }),
  });
}

/** What somebody sends from a practice phone. Media are only announced: there is nothing behind their addresses. */
export interface FromPhone {
  readonly from: string;
  readonly body: string;
  readonly contentTypes: readonly string[];
}

/**
 * Carries a text from a phone to the service, acting on opt-out words first, as the carrier does; of a long one only the
 * beginning, and nobody is told.
 */
export async function sendFromPhone(network: Network, { from, body: typed, contentTypes }: FromPhone): Promise<Text> {
  const { settings } = network;
  const body = beginningOf(typed);
  const media = contentTypes.map((contentType) => ({ sid: newSid('ME'), contentType }));
  const text = put(network, {
    direction: 'inbound',
    from,
    to: settings.serviceNumber,
    body,
    media,
    messagingServiceSid: settings.messagingServiceSid,
    status: 'received',
  });
  const action = actOnOptOutWord(settings.optOut, body, network.optedOut.has(from));
  if (action?.did === 'stop') network.optedOut.add(from);
  if (action?.did === 'start') network.optedOut.delete(from);
  if (action?.reply != null) answerForService(network, from, action.reply);
  const form = { ...arrival(network, text), ...(action?.declared ? { OptOutType: action.declared } : {}) };
  const times = faultsFor(network.faults, from).webhooks === 'twice' ? 2 : 1;
  const answers = await Promise.all(
    Array.from({ length: times }, () =>
      callServiceOrFallback(settings, settings.textsUrl, settings.fallbackTextsUrl, form),
    ),
  );
  const failed = answers.find((answer) => !wasTaken(answer));
  text.trouble = failed === undefined ? null : `The service did not take this (${failed.status ?? 'no answer'}).`;
  network.changed();
  return text;
}

/** As much of a text as the carrier hands over, never half an emoji. */
function beginningOf(typed: string): string {
  return typed.slice(0, MOST_OF_A_TEXT).replace(/[\ud800-\udbff]$/, '');
}

function answerForService(network: Network, to: string, body: string): void {
  put(network, {
    direction: 'outbound-reply',
    from: network.settings.serviceNumber,
    to,
    body,
    media: [],
    messagingServiceSid: null,
    status: 'delivered',
  });
}

function put(
  network: Network,
  given: Pick<Text, 'direction' | 'from' | 'to' | 'body' | 'media' | 'messagingServiceSid' | 'status'>,
): Text {
  const now = new Date();
  const text: Text = {
    sid: newSid(given.media.length > 0 ? 'MM' : 'SM'),
    direction: given.direction,
    from: given.from,
    to: given.to,
    body: given.body,
    media: given.media,
    segments: countSegments(given.body),
    messagingServiceSid: given.messagingServiceSid,
    createdAt: now,
    status: given.status,
    errorCode: null,
    sentAt: given.status === 'queued' ? null : now,
    updatedAt: now,
    trouble: null,
  };
  network.texts.push(text);
  network.changed();
  return text;
}

function addressing(network: Network, text: Text): Record<string, string> {
  return {
    AccountSid: network.settings.accountSid,
    ApiVersion: '2010-04-01',
    From: text.from,
    To: text.to,
    MessageSid: text.sid,
    SmsSid: text.sid,
    ...(text.messagingServiceSid === null ? {} : { MessagingServiceSid: text.messagingServiceSid }),
  };
}

function arrival(network: Network, text: Text): Record<string, string> {
  const form: Record<string, string> = {
    ...addressing(network, text),
    SmsMessageSid: text.sid,
    SmsStatus: 'received',
    Body: text.body,
    NumMedia: String(text.media.length),
    NumSegments: String(text.segments),
    FromCountry: 'GB',
    FromCity: '',
    FromState: '',
    FromZip: '',
    ToCountry: 'GB',
    ToCity: '',
    ToState: '',
    ToZip: '',
  };
  text.media.forEach((medium, index) => {
    form[`MediaContentType${index}`] = medium.contentType;
    form[`MediaUrl${index}`] =
      `https://api.twilio.com/2010-04-01/Accounts/${network.settings.accountSid}/Messages/${text.sid}/Media/${medium.sid}`;
  });
  return form;
}
