import { later, type Instant, type Milliseconds } from '../../vocabulary';
import type { CarrierClient } from './client';
import { CarrierSilent } from './refusals';

/** The carrier writes whole seconds, by its own clock. */
const CLOCK_SLACK_MS: Milliseconds = 5_000;
/** More texts than this to one number since a claim ran out would be a fault of ours. */
const LOOK_BACK = 200;

/**
 * The carrier's own id of a text it took from us at or after `since`; null when it has none. The oldest match is
 * given: a later one with the same words would be another delivery's.
 *
 * The list is not filtered by the carrier's sent date: a text still in its queue has none, and that is exactly the
 * one a lost answer leaves behind. The words never travel: they are compared here.
 * @throws CarrierSilent when the carrier cannot be asked.
 */
export async function findText(
  client: CarrierClient,
  sought: { readonly to: string; readonly from: string; readonly text: string; readonly since: Instant },
): Promise<string | null> {
  const taken = await listTo(client, sought);
  const earliest = Date.parse(later(sought.since, -CLOCK_SLACK_MS));
  return (
    taken
      .filter((text) => text.body === sought.text && text.dateCreated.getTime() >= earliest)
      .sort((one, other) => one.dateCreated.getTime() - other.dateCreated.getTime())[0]?.sid ?? null
  );
}

async function listTo(client: CarrierClient, { to, from }: { readonly to: string; readonly from: string }) {
  try {
    return await client.messages.list({ to, from, pageSize: 50, limit: LOOK_BACK });
  } catch {
    throw new CarrierSilent('list');
  }
}
