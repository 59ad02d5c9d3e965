import type { IncomingMessage } from '../../vocabulary';
import type { Db } from '../db';

/** Whether what came under this provider id is in the record: a young person's message, or a practitioner's reply. */
export async function holdsMessage(
  db: Db,
  { provider, providerId, sender }: Pick<IncomingMessage, 'provider' | 'providerId' | 'sender'>,
): Promise<boolean> {
  if (sender.by === 'phone') return isHeld(db, OF_A_PHONE, [provider, providerId]);
  return isHeld(db, OF_THE_WEB, [provider, providerId, sender.youngPerson]);
}

const OF_A_PHONE = `
  select where exists (select from messages where provider = $1 and provider_id = $2 and provider <> 'web')
    or exists (select from staff_replies where provider_id = $2)`;

/** A web chat's ids are the browser's own, unique in their line only. */
const OF_THE_WEB = `
  select from messages join lines on lines.id = line_id
  where provider = $1 and provider_id = $2 and provider = 'web' and young_person_id = $3`;

async function isHeld(db: Db, asked: string, values: readonly string[]): Promise<boolean> {
  return (await db.one(asked, values)) !== null;
}
