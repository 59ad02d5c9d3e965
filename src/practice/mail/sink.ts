import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import type { Network } from '../network/network';
import { readEmail } from './readEmail';

export interface MailSink {
  readonly port: number;
  close(): Promise<void>;
}

/** A mail server that takes every e-mail, carries none anywhere, and shows them on the phones page. */
export async function openMailSink(network: Network): Promise<MailSink> {
  const { host, smtpPort } = network.settings;
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, session, done) {
      void keep(
        network,
        stream,
        session.envelope.rcptTo.map(({ address }) => address),
      ).then(() => done(), done);
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(smtpPort, host, resolve);
  });
  const { port } = server.server.address() as AddressInfo;
  return { port, close: () => new Promise((resolve) => server.close(() => resolve())) };
}

async function keep(network: Network, stream: Readable, to: readonly string[]): Promise<void> {
  network.emails.push({ id: randomUUID(), to, ...readEmail(await buffer(stream)), at: new Date() });
  network.changed();
}
