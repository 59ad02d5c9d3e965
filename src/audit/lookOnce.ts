import type { AuditViews } from '../record/views/audit';
import type { Instant } from '../vocabulary';
import type { Check } from './checks';

/** One check that did not hold, or could not be asked. */
export interface Finding {
  readonly check: string;
  readonly ids: readonly string[];
  /** What broke when the record was asked; absent when it answered. */
  readonly error?: unknown;
}

/** Asks every check. One that cannot be asked is a finding: not knowing is not being well. */
export async function lookOnce(checks: readonly Check[], views: AuditViews, now: Instant): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const check of checks) {
    try {
      const ids = await check.find(views, now);
      if (ids.length > 0) findings.push({ check: check.name, ids });
    } catch (error) {
      findings.push({ check: check.name, ids: [], error });
    }
  }
  return findings;
}
