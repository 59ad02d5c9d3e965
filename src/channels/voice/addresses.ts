import type { DeliveryId } from '../../vocabulary';

/** Where the carrier brings calls, fetches what to say, brings keys, and says what became of ours. */
export const INCOMING_CALL_PATH = '/voice/incoming';
export const CALL_STATUS_PATH = '/voice/status/:delivery';
export const NOTICE_PATH = '/voice/notice/:delivery/hearing/:hearing';
export const NOTICE_KEY_PATH = '/voice/notice/:delivery/hearing/:hearing/key';
export const NOTICE_PIN_PATH = '/voice/notice/:delivery/pin/:attempt';

/** A path with its parts filled in. Ids and counts only: an address is written into the carrier's logs. */
function filled(path: string, parts: Readonly<Record<string, string | number>>): string {
  return path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(parts[name])));
}

/** Addresses of one notice's call under the public address of the service. */
export function noticeAddresses(publicBaseUrl: string, delivery: DeliveryId) {
  return {
    status: publicBaseUrl + filled(CALL_STATUS_PATH, { delivery }),
    hearing: (hearing: number) => publicBaseUrl + filled(NOTICE_PATH, { delivery, hearing }),
    key: (hearing: number) => publicBaseUrl + filled(NOTICE_KEY_PATH, { delivery, hearing }),
    pin: (attempt: number) => publicBaseUrl + filled(NOTICE_PIN_PATH, { delivery, attempt }),
  };
}

export type NoticeAddresses = ReturnType<typeof noticeAddresses>;
