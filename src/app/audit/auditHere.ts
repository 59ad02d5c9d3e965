import type { Server } from 'node:http';
import { accountOf, auditorSettings, createAuditor, PAGE_OF_AUDITOR, sendPage, serveHeartbeat } from '../../audit';
import type { Environment } from '../../config';
import { auditViews } from '../../record/views/audit';
import type { House } from '../house/openHouse';

export interface Auditing {
  /** Whether an auditor looks on in this process. */
  readonly audits: boolean;
  close(): Promise<void>;
}

const NOBODY: Auditing = { audits: false, close: () => Promise.resolve() };

/**
 * Audits a live embedded record from inside the process that serves, since no other process can open it: it finds what
 * stands although the process runs, and the outside watcher finds a process that is gone, by its heartbeat. A setting
 * of the auditor that is at fault is logged and stops nothing: who watches must not stop what is watched.
 */
export function auditHere(house: Pick<House, 'config' | 'open' | 'clock' | 'log'>, env: Environment): Auditing {
  const { config, open, clock, log } = house;
  if (config.mode !== 'live' || config.databaseUrl !== null) return NOBODY;
  try {
    const settings = auditorSettings(env);
    const page = (numbers: readonly string[]) => sendPage(accountOf(settings), numbers, PAGE_OF_AUDITOR);
    const auditor = createAuditor({ views: auditViews(open.db), clock, log, page, alwaysPage: settings.PAGE_TO });
    const server = serveHeartbeat(auditor).listen(settings.AUDITOR_PORT);
    server.on('error', (error) => log.error({ error, part: 'auditor' }, 'no heartbeat can be asked for'));
    auditor.start();
    return { audits: true, close: () => closeBoth(server, auditor) };
  } catch (error) {
    log.error({ error, part: 'auditor' }, 'nobody audits the record: npm run -s config');
    return NOBODY;
  }
}

async function closeBoth(server: Server, auditor: { close(): Promise<void> }): Promise<void> {
  server.close();
  await auditor.close();
}
