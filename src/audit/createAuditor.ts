import type { AuditViews } from '../record/views/audit';
import { MINUTE_MS, msBetween, type Instant } from '../vocabulary';
import { createChecks } from './checks';
import { lookOnce, type Finding } from './lookOnce';
import { createPager } from './pager';
import type { AuditClock, AuditLog } from './ports';

const LOOK_EVERY_MS = MINUTE_MS;
/** A heartbeat older than this is none: two looks were missed. */
const BEAT_LASTS_MS = 2.5 * MINUTE_MS;

export interface AuditorParts {
  readonly views: AuditViews;
  readonly clock: AuditClock;
  readonly log: AuditLog;
  /** Pages these numbers; gives how many were reached. */
  readonly page: (numbers: readonly string[]) => Promise<number>;
  /** Always paged, whoever else the record names; and alone when the record cannot be read. */
  readonly alwaysPage: readonly string[];
}

export interface Auditor {
  /** One look at the record: beats when all is well, logs and pages when not. Never throws. */
  look(): Promise<readonly Finding[]>;
  /** Looks now and every minute. */
  start(): void;
  /** Whether all was well a moment ago. */
  isWell(): boolean;
  close(): Promise<void>;
}

/** Looks at the record every minute with the eyes of somebody who trusts none of the code that wrote it. */
export function createAuditor({ views, clock, log, page, alwaysPage }: AuditorParts): Auditor {
  const checks = createChecks();
  let administrators: readonly string[] = [];
  let beatAt: Instant | null = null;
  let looking: Promise<unknown> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const pager = createPager(async () => {
    const reached = await page([...new Set([...alwaysPage, ...administrators])]);
    log.error({ part: 'auditor', count: reached }, 'administrators were paged');
    return reached;
  });

  async function look(): Promise<readonly Finding[]> {
    const now = clock.now();
    const findings = [...(await lookOnce(checks, views, now)), ...(await rememberNumbers())];
    if (findings.length === 0) findings.push(...(await beat(now)));
    for (const { check, ids, error } of findings) {
      if (error === undefined) say(check, ids);
      else log.error({ part: 'auditor', name: check, error }, 'the record could not be asked');
    }
    await pager.hear(
      findings.map((one) => one.check),
      now,
    );
    return findings;
  }

  function say(check: string, ids: readonly string[]): void {
    log.error({ part: 'auditor', name: check, count: ids.length }, 'the record is not as it must be');
    for (const id of ids) log.error({ part: 'auditor', name: check, id }, 'this is where');
  }

  /** Kept, so that somebody can still be paged while the record is away. */
  async function rememberNumbers(): Promise<readonly Finding[]> {
    try {
      administrators = await views.numbersToPage();
      return [];
    } catch (error) {
      return [{ check: 'nobody-to-page', ids: [], error }];
    }
  }

  async function beat(now: Instant): Promise<readonly Finding[]> {
    try {
      await views.beat(now);
      beatAt = now;
      return [];
    } catch (error) {
      return [{ check: 'no-heartbeat', ids: [], error }];
    }
  }

  return {
    look,
    start() {
      looking = look();
      timer = setInterval(() => (looking = looking.then(look)), LOOK_EVERY_MS);
    },
    isWell: () => beatAt !== null && msBetween(beatAt, clock.now()) <= BEAT_LASTS_MS,
    async close() {
      clearInterval(timer);
      await looking;
    },
  };
}
