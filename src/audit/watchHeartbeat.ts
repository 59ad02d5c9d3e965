import { MINUTE_MS, msBetween, SECOND_MS } from '../vocabulary';
import { createPager } from './pager';
import type { AuditClock, AuditLog } from './ports';

const ASK_EVERY_MS = 30 * SECOND_MS;
const ANSWER_WITHIN_MS = 10 * SECOND_MS;

export interface WatcherParts {
  /** Where the auditor answers `GET /heartbeat`. */
  readonly auditorUrl: string;
  /** Without a heartbeat for this long somebody is paged. */
  readonly silenceMinutes: number;
  readonly clock: AuditClock;
  readonly log: AuditLog;
  /** Gives how many phones were reached. */
  readonly page: () => Promise<number>;
}

export interface Watcher {
  /** Asks once for the heartbeat; pages when it has been silent too long. True when it was heard. Never throws. */
  ask(): Promise<boolean>;
  start(): void;
  close(): Promise<void>;
}

/** Watches from outside: a machine that is gone, or an auditor that hangs, says nothing by itself. */
export function createWatcher({ auditorUrl, silenceMinutes, clock, log, page }: WatcherParts): Watcher {
  const url = new URL('/heartbeat', auditorUrl);
  let heardAt = clock.now();
  let asking: Promise<unknown> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  const pager = createPager(async () => {
    const reached = await page();
    log.error({ part: 'watcher', count: reached }, 'no heartbeat: somebody was paged');
    return reached;
  });

  async function ask(): Promise<boolean> {
    const heard = await beats(url);
    const now = clock.now();
    if (heard) heardAt = now;
    else log.warn({ part: 'watcher', since: heardAt }, 'no heartbeat');
    const silent = msBetween(heardAt, now) >= silenceMinutes * MINUTE_MS;
    await pager.hear(silent ? ['silence'] : [], now);
    return heard;
  }

  return {
    ask,
    start() {
      asking = ask();
      timer = setInterval(() => (asking = asking.then(ask)), ASK_EVERY_MS);
    },
    async close() {
      clearInterval(timer);
      await asking;
    },
  };
}

async function beats(url: URL): Promise<boolean> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
    await answer.body?.cancel();
    return answer.status === 200;
  } catch {
    return false;
  }
}
