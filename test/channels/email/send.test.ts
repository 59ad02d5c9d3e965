import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { createEmailCarrier, MailServerSilent, type EmailCarrier } from '../../../src/channels/email/send';
import type { Practice } from '../../../src/practice/server';
import { control, practiceFor } from '../../practice/harness';

const NOTICE = {
  delivery: 'row-7',
  to: 'sam.reed@example.org',
  subject: 'A message from Canolfan Llŷn — please read',
  text: 'Canolfan Llŷn: a message needs you by 23:55. Ref K7R.\nRead it: https://texts.example.org/staff?a=b=c\n\nDiolch.',
};

function carrierAt(port: number): EmailCarrier {
  return createEmailCarrier({
    host: '127.0.0.1',
    port,
    tls: 'never',
    login: null,
    from: 'Notices <notices@example.org>',
  });
}

describe('with a mail server', () => {
  let practice: Practice;
  let carrier: EmailCarrier;

  beforeAll(async () => {
    practice = await practiceFor({ origin: 'http://127.0.0.1:9', close: () => Promise.resolve() });
    carrier = carrierAt(Number(new URL(practice.urls.smtp).port));
  });
  afterAll(() => practice.close());

  test('an e-mail arrives word for word, under the id of its own row', async () => {
    expect(await carrier.sendEmail(NOTICE)).toEqual({ sent: 'accepted', sid: '<row-7@example.org>' });
    const { emails } = await control<{ emails: unknown[] }>(practice, '/practice/state');
    expect(emails).toMatchObject([
      { from: 'Notices <notices@example.org>', to: [NOTICE.to], subject: NOTICE.subject, text: NOTICE.text },
    ]);
  });

  test('and says that it answers', async () => {
    expect(await carrier.verify()).toBe(true);
  });
});

describe('with a mail server that refuses', () => {
  let server: Server;

  /** Answers each command by its first word; a missing answer breaks the connection off. */
  async function answering(replies: Readonly<Record<string, string>>): Promise<EmailCarrier> {
    server = createServer((socket: Socket) => {
      socket.on('error', () => undefined);
      socket.write('220 mail.example.org\r\n');
      socket.on('data', (data) => {
        const word = data.toString().split(/[ \r]/)[0] ?? '';
        const reply = replies[word] ?? (['EHLO', 'MAIL', 'RCPT'].includes(word) ? '250 ok' : undefined);
        if (reply === undefined) socket.destroy();
        else socket.write(`${reply}\r\n`);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return carrierAt((server.address() as AddressInfo).port);
  }

  afterEach(() => new Promise((resolve) => server.close(resolve)));

  test.each([
    [
      'nobody has that mailbox',
      { RCPT: '550 no such mailbox' },
      { sent: 'refused', reason: 'bad-number', retry: false },
    ],
    ['we may not send', { MAIL: '550 not from you' }, { sent: 'refused', reason: 'other', retry: false }],
    ['it is told to come back later', { RCPT: '450 greylisted' }, { sent: 'busy', retryAfterMs: 30_000 }],
    ['the message itself is refused', { DATA: '554 no' }, { sent: 'refused', reason: 'other', retry: false }],
  ])('when %s the answer is a value', async (_, replies, answer) => {
    expect(await (await answering(replies)).sendEmail(NOTICE)).toEqual(answer);
  });

  test('when it breaks off in the middle nobody knows, and the error holds no address and no words', async () => {
    const carrier = await answering({ DATA: '354 go on' });
    const thrown = await carrier.sendEmail(NOTICE).catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(MailServerSilent);
    expect(`${String(thrown)} ${JSON.stringify(thrown)}`).not.toMatch(/sam\.reed|message needs/);
  });
});

test('with no mail server at all nothing was sent, and it can be tried again', async () => {
  const carrier = carrierAt(1);
  expect(await carrier.sendEmail(NOTICE)).toEqual({ sent: 'busy', retryAfterMs: 30_000 });
  expect(await carrier.verify()).toBe(false);
});
