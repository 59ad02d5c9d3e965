import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { createStaffRouter } from '../../../src/staff/router';
import type { StaffDoor } from '../../../src/staff/ports';
import type { FakeHouse } from './door';

/** The pages served on a free loopback port, and a browser of few words to visit them with. */
export class Site {
  private constructor(
    readonly base: string,
    private readonly server: Server,
    readonly house: FakeHouse,
  ) {}

  static async open(house: FakeHouse, mode: StaffDoor['mode'] = 'practice'): Promise<Site> {
    const app = express();
    app.disable('x-powered-by');
    app.use(createStaffRouter(house.door(mode)));
    const server = createServer(app);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new Site(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, server, house);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** A visitor already signed in as this practitioner. */
  async signedInAs(practitioner: string): Promise<Visitor> {
    const { sessions, now } = this.house;
    const { token } = await sessions.open({ practitioner, trust: 'full', now });
    return new Visitor(this.base, new Map([['desk', token]]));
  }

  visitor(): Visitor {
    return new Visitor(this.base, new Map());
  }
}

export interface Page {
  readonly status: number;
  readonly html: string;
  /** What a reader sees, tags gone, one space between words. */
  readonly text: string;
  readonly location: string | null;
  readonly headers: Headers;
}

export class Visitor {
  private formToken = '';
  private shown: Page | null = null;

  constructor(
    private readonly base: string,
    readonly cookies: Map<string, string>,
  ) {}

  /** The page they have before them. */
  get page(): Page {
    if (this.shown === null) throw new Error('this visitor has not opened a page yet');
    return this.shown;
  }

  async get(path: string, headers: Record<string, string> = {}): Promise<Page> {
    return this.take(
      await fetch(this.base + path, { headers: { ...this.cookieHeader(), ...headers }, redirect: 'manual' }),
    );
  }

  /** Posts a form with the token of the last page seen, unless the fields bring their own; `site` as a browser says it. */
  async post(
    path: string,
    fields: Record<string, string> | [string, string][],
    site: 'same-origin' | 'cross-site' = 'same-origin',
  ): Promise<Page> {
    const body = new URLSearchParams(fields);
    if (!body.has('_token')) body.set('_token', this.formToken);
    const headers = { ...this.cookieHeader(), 'sec-fetch-site': site };
    const init = { method: 'POST', body, headers, redirect: 'manual' as const };
    return this.take(await fetch(this.base + path, init));
  }

  private cookieHeader(): Record<string, string> {
    return { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') };
  }

  private async take(response: Response): Promise<Page> {
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    const html = await response.text();
    this.formToken = /name="_token" value="([^"]*)"/.exec(html)?.[1] ?? this.formToken;
    const text = html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
    const { status, headers } = response;
    this.shown = { status, html, text, location: headers.get('location'), headers };
    return this.shown;
  }
}
