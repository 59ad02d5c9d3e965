/** Expects the auditor's heartbeat from outside, on another machine, and pages when it stays away. */
import { accountOf, createWatcher, PAGE_OF_WATCHER, sendPage, watcherSettings } from './audit';
import { systemClock } from './clock';
import { closeOnSignal } from './closeOnSignal';
import { createLog } from './log';

function watch(): void {
  const settings = watcherSettings(process.env);
  const log = createLog({ level: 'info', part: 'watcher' });
  const watcher = createWatcher({
    auditorUrl: settings.AUDITOR_URL,
    silenceMinutes: settings.SILENCE_MINUTES,
    clock: systemClock,
    log,
    page: () => sendPage(accountOf(settings), settings.PAGE_TO, PAGE_OF_WATCHER),
  });
  watcher.start();
  log.info({ part: 'watcher' }, 'expecting a heartbeat');
  closeOnSignal(log, watcher.close);
}

try {
  watch();
} catch (error) {
  process.stderr.write(`The watcher cannot start. ${(error as Error).message}\n`);
  process.exit(1);
}
