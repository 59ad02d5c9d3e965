import type { CarrierClient } from './client';

/**
 * What the carrier says to questions that send nothing: it knows us, it does not, the messaging service we name does
 * not hold our number, or it says nothing at all.
 */
export type CarrierAnswer = 'lets us in' | 'refuses us' | 'number not in the service' | 'silent';

/** More numbers than this in one messaging service are another organisation's. */
const MOST_NUMBERS = 400;

/**
 * Asks for the last text from our number, and which numbers the messaging service holds (null: there is none): the
 * account, its token and the way there are then known to hold.
 */
export async function carrierAnswers(
  client: CarrierClient,
  number: string,
  messagingServiceSid: string | null,
): Promise<CarrierAnswer> {
  try {
    await client.messages.list({ from: number, pageSize: 1, limit: 1 });
  } catch (error) {
    const status = statusOf(error);
    return status !== null && status < 500 ? 'refuses us' : 'silent';
  }
  if (messagingServiceSid === null) return 'lets us in';
  try {
    const held = await client.messaging.v1.services(messagingServiceSid).phoneNumbers.list({ limit: MOST_NUMBERS });
    return held.some(({ phoneNumber }) => phoneNumber === number) ? 'lets us in' : 'number not in the service';
  } catch (error) {
    return statusOf(error) === 404 ? 'number not in the service' : 'silent';
  }
}

function statusOf(error: unknown): number | null {
  const { status } = error as { status?: unknown };
  return typeof status === 'number' ? status : null;
}
