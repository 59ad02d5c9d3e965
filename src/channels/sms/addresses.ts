import type { DeliveryId } from '../../vocabulary';

/** Where the carrier brings texts, and where it says what became of ours. Paths under the public address. */
export const INCOMING_TEXT_PATH = '/sms/incoming';
export const TEXT_STATUS_PATH = '/sms/status/:delivery';

/** The status address of one delivery. It names our own row, so that any receipt proves acceptance of that row. */
export function textStatusAddress(publicBaseUrl: string, delivery: DeliveryId): string {
  return publicBaseUrl + TEXT_STATUS_PATH.replace(':delivery', encodeURIComponent(delivery));
}
