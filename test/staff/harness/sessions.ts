import { msBetween, type Instant } from '../../../src/vocabulary';
import type { SessionStore, StaffSession } from '../../../src/staff/sessions';

interface Kept {
  session: StaffSession;
  openedAt: Instant;
  seenAt: Instant;
  closed: boolean;
}

/** Links and sessions in memory, as strict as the record's. */
export class FakeSessions implements SessionStore {
  private count = 0;
  readonly links = new Map<string, { practitioner: string; expiresAt: Instant; used: boolean }>();
  readonly practiceLinks = new Map<string, string>();
  readonly kept = new Map<string, Kept>();
  readonly secrets = new Map<string, string>();
  private readonly steps = new Map<string, number>();
  private readonly tries = new Map<string, { practitioner: string; at: Instant }>();

  next(): string {
    this.count += 1;
    return String(this.count);
  }

  makeLink(token: string, practitioner: string, expiresAt: Instant): void {
    this.links.set(token, { practitioner, expiresAt, used: false });
  }

  async lookAtLink(token: string, now: Instant): Promise<string | null> {
    const link = this.links.get(token);
    return link && !link.used && link.expiresAt > now ? link.practitioner : null;
  }

  async useLink(token: string, now: Instant): Promise<string | null> {
    const link = this.links.get(token);
    if (!link || link.used || link.expiresAt <= now) return null;
    link.used = true;
    return link.practitioner;
  }

  async practiceLink(token: string): Promise<string | null> {
    return this.practiceLinks.get(token) ?? null;
  }

  async open(what: Parameters<SessionStore['open']>[0]): Promise<{ token: string }> {
    const token = `session-${this.next()}`;
    const { practitioner, trust, now } = what;
    const session = { practitioner, trust, formToken: `form-${this.next()}` };
    this.kept.set(token, { session, openedAt: now, seenAt: now, closed: false });
    return { token };
  }

  async find(token: string, now: Instant, limits: { idleMs: number; wholeMs: number }): Promise<StaffSession | null> {
    const kept = this.kept.get(token);
    if (!kept || kept.closed) return null;
    if (msBetween(kept.seenAt, now) > limits.idleMs || msBetween(kept.openedAt, now) > limits.wholeMs) return null;
    kept.seenAt = now;
    return kept.session;
  }

  async close(token: string): Promise<void> {
    const kept = this.kept.get(token);
    if (kept) kept.closed = true;
  }

  async closeAllOf(practitioner: string): Promise<void> {
    for (const kept of this.kept.values()) if (kept.session.practitioner === practitioner) kept.closed = true;
  }

  async secretOf(practitioner: string): Promise<string | null> {
    return this.secrets.get(practitioner) ?? null;
  }

  async enrol(practitioner: string, secret: string): Promise<void> {
    this.secrets.set(practitioner, secret);
  }

  async useStep(practitioner: string, step: number): Promise<boolean> {
    if (step <= (this.steps.get(practitioner) ?? -1)) return false;
    this.steps.set(practitioner, step);
    return true;
  }

  async noteTry(practitioner: string, now: Instant): Promise<string> {
    const id = this.next();
    this.tries.set(id, { practitioner, at: now });
    return id;
  }

  async takeBackTry(id: string): Promise<void> {
    this.tries.delete(id);
  }

  async triesOf(practitioner: string, since: Instant): Promise<number> {
    return [...this.tries.values()].filter((one) => one.practitioner === practitioner && one.at >= since).length;
  }
}
