import { createTransport } from 'nodemailer';
import type { DeliveryId, Milliseconds, SendResult } from '../../vocabulary';

/** How to reach the organisation's mail server. */
export interface MailServer {
  readonly host: string;
  readonly port: number;
  /** `always`: TLS from the first byte. `upgrade`: must offer STARTTLS. `never`: practice and tests only. */
  readonly tls: 'always' | 'upgrade' | 'never';
  readonly login: { readonly name: string; readonly password: string } | null;
  /** The sender as practitioners see it: "Between Visits <notices@example.org>". */
  readonly from: string;
}

export interface EmailCarrier {
  /** Sends a neutral subject and filled words as they are handed in. */
  sendEmail(what: {
    readonly delivery: DeliveryId;
    readonly to: string;
    readonly subject: string;
    readonly text: string;
  }): Promise<SendResult>;
  /** Whether the mail server answers and lets us in; what `check -- live` asks. */
  verify(): Promise<boolean>;
  close(): void;
}

/** The server was reached and broke off, or did not answer in time: the e-mail may have gone. Holds a code only. */
export class MailServerSilent extends Error {
  override readonly name = 'MailServerSilent';

  constructor(readonly code: string) {
    super(`The mail server did not say whether it took this (${code}).`);
  }
}

const CONNECT_TIMEOUT_MS: Milliseconds = 5_000;
const SOCKET_TIMEOUT_MS: Milliseconds = 10_000;
const BUSY_RETRY_MS: Milliseconds = 30_000;

/** The carrier for e-mail: practitioners only. The server's "250" is all it will ever say; there are no receipts. */
export function createEmailCarrier({ host, port, tls, login, from }: MailServer): EmailCarrier {
  const transport = createTransport({
    host,
    port,
    secure: tls === 'always',
    requireTLS: tls === 'upgrade',
    ignoreTLS: tls === 'never',
    ...(login === null ? {} : { auth: { user: login.name, pass: login.password } }),
    connectionTimeout: CONNECT_TIMEOUT_MS,
    greetingTimeout: CONNECT_TIMEOUT_MS,
    socketTimeout: SOCKET_TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async sendEmail({ delivery, to, subject, text }) {
      const messageId = `<${delivery}@${domainOf(from)}>`;
      try {
        await transport.sendMail({
          from,
          to: { name: '', address: to },
          subject,
          text,
          messageId,
          headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
        });
        return { sent: 'accepted', sid: messageId };
      } catch (thrown) {
        return answerOf(thrown);
      }
    },
    verify: () =>
      transport.verify().then(
        () => true,
        () => false,
      ),
    close: () => transport.close(),
  };
}

/** Replies that mean "this mailbox is not there", whoever asks again. RFC 5321, 4.2.3. */
const NO_SUCH_MAILBOX = new Set([550, 551, 553]);
/** Raised before any envelope was given: nothing can have been sent. */
const NEVER_LEFT = new Set(['EDNS', 'ETLS', 'EAUTH', 'ENOAUTH']);

interface Thrown {
  readonly code?: string;
  readonly responseCode?: number;
  readonly command?: string;
  readonly syscall?: string;
}

function answerOf(thrown: unknown): Exclude<SendResult, { sent: 'accepted' }> {
  const { code = 'unknown', responseCode = 0, command, syscall } = thrown as Thrown;
  if (responseCode >= 500) {
    const refusesPerson = command === 'RCPT TO' && NO_SUCH_MAILBOX.has(responseCode);
    return { sent: 'refused', reason: refusesPerson ? 'bad-number' : 'other', retry: false };
  }
  const neverLeft = NEVER_LEFT.has(code) || syscall === 'connect';
  if (responseCode >= 400 || neverLeft) return { sent: 'busy', retryAfterMs: BUSY_RETRY_MS };
  throw new MailServerSilent(code);
}

function domainOf(from: string): string {
  return /@([^@>\s]+)>?\s*$/.exec(from)?.[1] ?? 'localhost';
}
