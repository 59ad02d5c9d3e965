import { drawCode } from '../pictures/drawCode';
import type { Instant } from '../../vocabulary';

/** Seconds a code counts before and after its own half minute: phones' clocks drift. */
const TOLERANCE_S = 30;

/** Loaded when first needed: it stands on modules of the newer kind, which only a dynamic import takes everywhere. */
const loadOtp = () => import('otplib');

/** A new secret for an authenticator app, in base 32. */
export async function makeSecret(): Promise<string> {
  const { generateSecret } = await loadOtp();
  return generateSecret();
}

/** The picture an authenticator app reads, as SVG markup of our own making. */
export async function drawSecret(secret: string, issuer: string, label: string): Promise<string> {
  const { generateURI } = await loadOtp();
  return drawCode(generateURI({ issuer, label, secret }));
}

/** The time step a code belongs to at `now`; null when it is none of the secret's. A step may be used once. */
export async function readCode(secret: string, code: string, now: Instant): Promise<number | null> {
  const { verifySync } = await loadOtp();
  const epoch = Math.floor(Date.parse(now) / 1000);
  const read = verifySync({ secret, token: code, epoch, epochTolerance: TOLERANCE_S });
  return read.valid && 'timeStep' in read ? read.timeStep : null;
}
