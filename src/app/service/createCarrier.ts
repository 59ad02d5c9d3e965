import type { Carrier } from '../../acts';
import { createEmailCarrier, type EmailCarrier } from '../../channels/email/send';
import { carrierAnswers, type CarrierAnswer } from '../../channels/sms/answers';
import { createCarrierClient } from '../../channels/sms/client';
import { createSmsCarrier } from '../../channels/sms/send';
import { createVoiceCarrier } from '../../channels/voice/ring';
import type { Config } from '../../config';
import type { SendResult } from '../../vocabulary';

/** Nothing was configured to carry it: a refusal like any other, so that the next channel is used at once. */
const NOT_CONFIGURED: SendResult = { sent: 'refused', reason: 'other', retry: false };

export interface OpenCarrier extends Carrier {
  /** Whether carrier and mail server answer and let us in; null where nothing is configured. Sends nothing. */
  answers(): Promise<{ readonly phone: CarrierAnswer | null; readonly mail: boolean | null }>;
  close(): void;
}

/**
 * The real carriers, by their providers' own libraries. What is not configured refuses, and the case moves on. Each
 * library is loaded when it is first needed: a start should not wait a quarter of a second for them.
 */
export function createCarrier(config: Config): OpenCarrier {
  const phone = lazily(() => phoneCarrier(config));
  const email = lazily(() => emailCarrier(config));
  return {
    sendSms: (what) => phone.get()?.sendSms(what) ?? Promise.resolve(NOT_CONFIGURED),
    findSms: (what) => phone.get()?.findSms(what) ?? Promise.resolve(null),
    ring: (what) => phone.get()?.ring(what) ?? Promise.resolve(NOT_CONFIGURED),
    sendEmail: (what) => email.get()?.sendEmail(what) ?? Promise.resolve(NOT_CONFIGURED),
    answers: async () => ({
      phone: (await phone.get()?.answers()) ?? null,
      mail: (await email.get()?.verify()) ?? null,
    }),
    close: () => email.made()?.close(),
  };
}

function lazily<T>(make: () => T) {
  let made: { readonly it: T } | null = null;
  return { get: (): T => (made ??= { it: make() }).it, made: (): T | null => made?.it ?? null };
}

function phoneCarrier(config: Config) {
  const { twilioAccountSid: accountSid, twilioAuthToken: authToken, twilioNumber: from, publicBaseUrl } = config;
  if (!accountSid || !authToken || !from || !publicBaseUrl) return null;
  const messagingServiceSid = config.twilioMessagingServiceSid;
  const client = createCarrierClient({ accountSid, authToken, apiUrl: config.twilioApiUrl });
  const texts = createSmsCarrier({ client, from, messagingServiceSid, publicBaseUrl });
  const calls = createVoiceCarrier({ client, from, publicBaseUrl });
  return { ...texts, ...calls, answers: () => carrierAnswers(client, from, messagingServiceSid) };
}

function emailCarrier({ smtpUrl, emailFrom }: Config): EmailCarrier | null {
  if (!smtpUrl || !emailFrom) return null;
  const url = new URL(smtpUrl);
  const always = url.protocol === 'smtps:';
  const onThisMachine = url.hostname === '127.0.0.1' || url.hostname === 'localhost';
  const password = decodeURIComponent(url.password);
  return createEmailCarrier({
    host: url.hostname,
    port: Number(url.port || (always ? 465 : 587)),
    tls: always ? 'always' : onThisMachine ? 'never' : 'upgrade',
    login: url.username ? { name: decodeURIComponent(url.username), password } : null,
    from: emailFrom,
  });
}
