import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import express, { type Express } from 'express';
import { parse } from 'yaml';
import { createWebRouter } from '../../../src/channels/web';
import { issueWebLink } from '../../../src/channels/web/session/issueWebLink';
import type { ThreadEntry, WebDoor, WebSession } from '../../../src/channels/web/ports';
import { clientIdOf } from '../../../src/channels/web/thread/takeMessage';
import { newKeys, openKeys } from '../../../src/keys';
import { instantOf, type IncomingMessage, type Language, type PageWords } from '../../../src/vocabulary';

interface KeptEntry extends ThreadEntry {
  readonly order: number;
}

export interface Person {
  language: Language;
  checkWord: string | null;
}

/** A small invented service around web chat: its ports in memory, a clock that can be moved, faults on demand. */
export class WebHouse {
  readonly people = new Map<string, Person>([
    ['jade', { language: 'en', checkWord: null }],
    ['owen', { language: 'cy', checkWord: null }],
    ['kai', { language: 'en', checkWord: 'Blue Kettle' }],
  ]);
  readonly received: IncomingMessage[] = [];
  readonly shown: string[] = [];
  readonly logged: Readonly<Record<string, unknown>>[] = [];
  /** Set to break a port. */
  readonly faults = { receive: false, record: false, spooled: false, tooOften: false };
  /** While set, messages are taken but not yet kept. */
  hold: Promise<void> | null = null;
  url = '';

  private movedMs = 0;
  private readonly links = new Map<string, { youngPerson: string; expiresAt: string }>();
  private readonly sessions = new Map<string, WebSession & { endedAt: string | null }>();
  private readonly thread: (KeptEntry & { youngPerson: string })[] = [];
  private readonly listeners = new Set<(line: string) => void>();
  private readonly keys = openKeys(newKeys('test'));
  private count = 0;
  private server: Server | null = null;
  private closeSockets: (() => Promise<void>) | null = null;

  now(): string {
    return instantOf(Date.now() + this.movedMs);
  }

  pass(ms: number): void {
    this.movedMs += ms;
  }

  /** What the service says to a young person; pages hear of it as they would from the jobs. */
  say(youngPerson: string, text: string): string {
    const id = this.newId();
    this.keep(youngPerson, { id, from: 'service', text, at: this.now(), clientId: null, toShow: id });
    return id;
  }

  async link(youngPerson: string): Promise<string> {
    return (await issueWebLink(this.door(), youngPerson)).url;
  }

  door(): WebDoor {
    const words = (language: Language): PageWords =>
      parse(readFileSync(join(__dirname, '../../../templates', language, 'web/page.yaml'), 'utf8')).words;
    return {
      publicUrl: this.url,
      exitUrl: 'https://www.bbc.co.uk/weather',
      signInUrl: '/staff/sign-in',
      textNumber: '+447700900123',
      clock: { now: () => this.now() },
      newId: () => this.newId(),
      words: { en: words('en'), cy: words('cy') },
      keys: this.keys,
      sessions: this.sessionStore(),
      thread: {
        since: (what) => this.since(what.youngPerson, what.liveSince, what.watermark),
        waitingSince: async ({ youngPerson, liveSince }) =>
          this.thread.find(
            (entry) => entry.youngPerson === youngPerson && entry.at < liveSince && this.isWaiting(entry),
          )?.at ?? null,
        noteShown: async (deliveries) => void this.shown.push(...deliveries),
      },
      personOf: async (id) => this.people.get(id) ?? null,
      rateLimit: async () => !this.faults.tooOften,
      receive: (message) => this.receive(message),
      listenForNews: (_line, listener) => {
        this.listeners.add(listener);
        return () => this.listeners.delete(listener);
      },
      log: {
        warn: (fields) => void this.logged.push(fields),
        error: (fields) => void this.logged.push(fields),
      },
    };
  }

  /** Serves on a free port, or again on the one it had. `more` adds what only a test needs. */
  async start(more: (app: Express) => void = () => {}): Promise<this> {
    const app = express();
    more(app);
    this.server = createServer(app);
    this.server.listen(this.url ? Number(new URL(this.url).port) : 0, '127.0.0.1');
    await once(this.server, 'listening');
    this.url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    const web = createWebRouter(this.door());
    app.use(web.router);
    this.closeSockets = web.attachSockets(this.server);
    return this;
  }

  async stop(): Promise<void> {
    await this.closeSockets?.();
    const closed = once(this.server!, 'close');
    this.server!.close();
    this.server!.closeAllConnections();
    await closed;
  }

  private async receive(message: IncomingMessage): Promise<{ received: 'kept' | 'again' | 'spooled' }> {
    if (this.faults.receive) throw new Error('neither record nor spool');
    if (this.received.some((kept) => kept.providerId === message.providerId)) return { received: 'again' };
    this.received.push(message);
    await this.hold;
    if (this.faults.spooled) return { received: 'spooled' };
    const { sender, providerId: id, text, receivedAt: at } = message;
    if (sender.by !== 'web') throw new Error('web chat knows its senders');
    this.keep(sender.youngPerson, { id, from: 'young-person', text, at, clientId: clientIdOf(id), toShow: null });
    return { received: 'kept' };
  }

  private keep(youngPerson: string, entry: ThreadEntry): void {
    this.thread.push({ ...entry, youngPerson, order: this.thread.length + 1 });
    for (const listener of this.listeners) setImmediate(listener, `line-of-${youngPerson}`);
  }

  private async since(youngPerson: string, liveSince: string, watermark: string | null) {
    if (this.faults.record) throw new Error('the record is away');
    const after = Number(watermark ?? 0);
    const theirs = this.thread.filter((entry) => entry.youngPerson === youngPerson);
    const entries = theirs.filter((entry) => entry.at >= liveSince && entry.order > after);
    const line = theirs.length > 0 ? `line-of-${youngPerson}` : null;
    return { line, entries, watermark: String(theirs.at(-1)?.order ?? 0) };
  }

  private isWaiting(entry: ThreadEntry): boolean {
    return entry.toShow !== null && !this.shown.includes(entry.toShow);
  }

  private sessionStore(): WebDoor['sessions'] {
    return {
      issueLink: async ({ youngPerson, expiresAt }) => {
        const token = `token-${this.newId()}`;
        this.links.set(token, { youngPerson, expiresAt });
        return { token };
      },
      exchangeLink: async (token, now) => {
        if (this.faults.record) throw new Error('the record is away');
        const link = this.links.get(token);
        this.links.delete(token);
        if (!link || link.expiresAt <= now) return null;
        for (const session of this.sessions.values()) {
          if (session.youngPerson === link.youngPerson) this.sessions.set(session.id, { ...session, endedAt: now });
        }
        const session = { id: this.newId(), ...link, liveSince: now, activeAt: now, checkedAt: null, endedAt: null };
        this.sessions.set(session.id, session);
        return session;
      },
      find: async (id) => {
        if (this.faults.record) throw new Error('the record is away');
        const session = this.sessions.get(id);
        return session && session.endedAt === null ? session : null;
      },
      save: async (session) => {
        const kept = this.sessions.get(session.id);
        if (kept?.endedAt === null) this.sessions.set(session.id, { ...session, endedAt: null });
      },
      end: async (id, now) => {
        const session = this.sessions.get(id);
        if (session) this.sessions.set(id, { ...session, endedAt: now });
      },
    };
  }

  private newId(): string {
    this.count += 1;
    return `00000000-0000-7000-8000-${String(this.count).padStart(12, '0')}`;
  }
}

export const MINUTE = 60_000;
