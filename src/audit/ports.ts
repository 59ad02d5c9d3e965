import type { createLog } from '../log';
import type { Instant } from '../vocabulary';

export type AuditLog = Pick<ReturnType<typeof createLog>, 'warn' | 'error'>;

export interface AuditClock {
  now(): Instant;
}
