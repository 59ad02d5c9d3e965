/** Expects the auditor's heartbeat from outside, on another machine, and pages when it stays away. */
import { accountOf, createWatcher, PAGE_OF_WATCHER, sendPage, watcherSettings } from './audit';
import { systemClock } from './clock';
import { openUntilSignal } from './openUntilSignal';
import { createLog } from './log';

async function watch(): Promise<void> {
  const settings = watcherSettings(process.env);
  const log = createLog({ level: 'info', part: 'watcher' });
  const watcher = createWatcher({
    auditorUrl: settings.AUDITOR_URL,
    silenceMinutes: settings.SILENCE_MINUTES,
    clock: systemClock,
    log,
    page: () => sendPage(accountOf(settings), settings.PAGE_TO, PAGE_OF_WATCHER),
  });
  await openUntilSignal(log, async () => {
    watcher.start();
    log.info({ part: 'watcher' }, 'expecting a heartbeat');
    return watcher.close;
  });
}

watch().catch((error: unknown) => {
  process.stderr.write(`The watcher cannot start. ${(error as Error).message}\n`);
  process.exit(1);
});
