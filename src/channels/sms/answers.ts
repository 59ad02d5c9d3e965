import type { CarrierClient } from './client';

/** What the carrier says to a question that sends nothing: it knows us, it does not, or it says nothing at all. */
export type CarrierAnswer = 'lets us in' | 'refuses us' | 'silent';

/** Asks for the last text from our number: the account, its token and the way there are then known to hold. */
export async function carrierAnswers(client: CarrierClient, number: string): Promise<CarrierAnswer> {
  try {
    await client.messages.list({ from: number, pageSize: 1, limit: 1 });
    return 'lets us in';
  } catch (error) {
    const { status } = error as { status?: unknown };
    return typeof status === 'number' && status < 500 ? 'refuses us' : 'silent';
  }
}
