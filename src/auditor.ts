/** Asks the record every minute whether anything stands that should have moved, and pages when it does. */
import type { Log } from './acts/ports';
import { openAuditRecord } from './app/audit/auditRecord';
import {
  accountOf,
  auditorSettings,
  createAuditor,
  PAGE_OF_AUDITOR,
  sendPage,
  serveHeartbeat,
  type AuditorSettings,
} from './audit';
import { systemClock } from './clock';
import { openUntilSignal } from './openUntilSignal';
import { loadConfig, type Config } from './config';
import { createLog } from './log';

async function audit(): Promise<void> {
  const config = loadConfig(process.env);
  const settings = auditorSettings(process.env);
  const log = createLog({ level: config.logLevel, part: 'auditor' });
  await openUntilSignal(log, () => open(config, settings, log));
}

/** Returns how to close it again. */
async function open(config: Config, settings: AuditorSettings, log: Log): Promise<() => Promise<void>> {
  const record = await openAuditRecord(config, (error) => log.error({ error, part: 'record' }, 'the record broke off'));
  const page = (numbers: readonly string[]) => sendPage(accountOf(settings), numbers, PAGE_OF_AUDITOR);
  const auditor = createAuditor({ views: record.views, clock: systemClock, log, page, alwaysPage: settings.PAGE_TO });
  const server = serveHeartbeat(auditor).listen(settings.AUDITOR_PORT);
  auditor.start();
  log.info({ port: settings.AUDITOR_PORT }, 'looking every minute');
  return async () => {
    server.close();
    await auditor.close();
    await record.close();
  };
}

audit().catch((error: unknown) => {
  process.stderr.write(`The auditor cannot start. ${(error as Error).message}\n`);
  process.exit(1);
});
