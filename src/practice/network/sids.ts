import { randomBytes } from 'node:crypto';

/** A new id in the carrier's own form: texts SM, pictures MM, calls CA, media ME, requests RQ. */
export function newSid(kind: 'SM' | 'MM' | 'CA' | 'ME' | 'RQ'): string {
  return kind + randomBytes(16).toString('hex');
}
