import type { Network } from '../network/network';

/** What the phones page shows, whole: small enough that nothing cleverer is needed. */
export function pageState(network: Network): Record<string, unknown> {
  const { settings, texts, calls, emails, optedOut, faults, phones, version } = network;
  return {
    version,
    serviceNumber: settings.serviceNumber,
    organisation: phones.organisation,
    phones: phones.phones,
    texts,
    calls,
    emails,
    optedOut: [...optedOut],
    faults,
  };
}
