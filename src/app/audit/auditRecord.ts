import { systemClock } from '../../clock';
import type { Config } from '../../config';
import { openRecord } from '../../record';
import { auditViews, type AuditViews } from '../../record/views/audit';
import { openKeysOf } from '../keyRingText';

/** The record as the auditor sees it. */
export interface AuditRecord {
  readonly views: AuditViews;
  close(): Promise<void>;
}

/** Few: the auditor asks one question after the other, and must never crowd out the service. */
const CONNECTIONS = 2;

/**
 * Opens the record for the auditor, and nothing else of the house. Only a Postgres can be watched by another process:
 * the embedded record belongs to the one that serves.
 */
export async function openAuditRecord(config: Config, onFault: (error: unknown) => void): Promise<AuditRecord> {
  if (config.databaseUrl === null) {
    throw new Error(
      'DATABASE_URL is not set: only a record in Postgres can be audited by a process of its own. An embedded one is audited by the process that serves.',
    );
  }
  const keys = openKeysOf(config);
  const where = { url: config.databaseUrl, maxConnections: CONNECTIONS };
  const open = await openRecord({ ...where, keys, clock: systemClock, onFault });
  return { views: auditViews(open.db), close: open.close };
}
