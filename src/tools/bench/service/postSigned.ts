import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { request, type Agent, type IncomingMessage } from 'node:http';
import { PUBLIC, TOKEN } from './settings';

/**
 * Knocks at a door of the service as the carrier does, signed: the address it calls, then every field in order of its
 * name. Resolves with the status; rejects when there was no answer.
 */
export async function postSigned(
  agent: Agent,
  port: number,
  path: string,
  fields: Readonly<Record<string, string>>,
): Promise<number> {
  const signed = Object.keys(fields)
    .sort()
    .reduce((text, name) => text + name + fields[name], PUBLIC + path);
  const headers = {
    'Content-Type': 'application/x-www-form-urlencoded',
    'X-Twilio-Signature': createHmac('sha1', TOKEN).update(signed).digest('base64'),
  };
  const body = new URLSearchParams(fields).toString();
  for (;;) {
    const posted = request({ agent, host: '127.0.0.1', port, path, method: 'POST', headers });
    posted.end(body);
    try {
      const [response] = (await once(posted, 'response')) as [IncomingMessage];
      response.resume();
      await once(response, 'end');
      return response.statusCode ?? 0;
    } catch (error) {
      // A connection nobody used for a while was closed just as it was used again: another one is.
      if (!posted.reusedSocket || (error as NodeJS.ErrnoException).code !== 'ECONNRESET') throw error;
    }
  }
}
