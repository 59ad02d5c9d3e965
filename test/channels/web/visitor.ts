import { WebSocket } from 'ws';
import type { ActivitySet } from '../../../src/channels/web/direct-line/activities';
import type { WebHouse } from './house';

/** A browser without a screen: it keeps its cookie, posts forms and speaks Direct Line. */
export class Visitor {
  cookie = '';
  conversation = '';
  token = '';

  constructor(private readonly house: WebHouse) {}

  /** Opens a fresh personal link and keeps the session it becomes. */
  async open(youngPerson: string): Promise<this> {
    const response = await fetch(await this.house.link(youngPerson), { redirect: 'manual' });
    this.cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    return this;
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(this.house.url + path, { redirect: 'manual', headers: { cookie: this.cookie, ...headers } });
  }

  post(path: string, form: Record<string, string> = {}, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(this.house.url + path, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie: this.cookie, ...headers },
      body: new URLSearchParams(form),
    });
  }

  /** Gets a token by the cookie, as the page does. */
  async converse(): Promise<this> {
    const response = await this.post('/v3/directline/tokens/generate');
    const { conversationId, token } = (await response.json()) as { conversationId: string; token: string };
    this.conversation = conversationId;
    this.token = token;
    return this;
  }

  directLine(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Response> {
    return fetch(`${this.house.url}/v3/directline${path}`, {
      method,
      headers: { authorization: `Bearer ${this.token}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
  }

  say(text: string, clientActivityID?: string): Promise<Response> {
    const activity = { type: 'message', text, ...(clientActivityID && { channelData: { clientActivityID } }) };
    return this.directLine('POST', `/conversations/${this.conversation}/activities`, activity);
  }

  async read(watermark = ''): Promise<ActivitySet> {
    const response = await this.directLine(
      'GET',
      `/conversations/${this.conversation}/activities?watermark=${watermark}`,
    );
    return (await response.json()) as ActivitySet;
  }

  /** Opens the stream the way a reconnecting client does: from its own watermark. */
  async listen(watermark = ''): Promise<Listener> {
    const response = await this.directLine('GET', `/conversations/${this.conversation}?watermark=${watermark}`);
    const { streamUrl } = (await response.json()) as { streamUrl: string };
    return new Listener(streamUrl);
  }
}

/** The far end of a stream. */
export class Listener {
  readonly closed: Promise<number>;
  private readonly sets: ActivitySet[] = [];
  private wake = (): void => {};
  private readonly socket: WebSocket;

  constructor(url: string) {
    this.socket = new WebSocket(url);
    this.socket.on('message', (data) => {
      this.sets.push(JSON.parse(String(data)) as ActivitySet);
      this.wake();
    });
    this.closed = new Promise((resolve, reject) => {
      this.socket.on('close', resolve);
      this.socket.on('error', reject);
    });
    this.closed.catch(() => undefined);
  }

  /** Waits until this many texts have come, and gives them in order. */
  async texts(count: number): Promise<readonly string[]> {
    for (;;) {
      const texts = this.sets.flatMap((set) => set.activities.map((activity) => activity.text));
      if (texts.length >= count) return texts;
      await new Promise<void>((resolve) => (this.wake = resolve));
    }
  }

  close(): void {
    this.socket.close();
  }
}
