import type { IncomingMessage } from '../../vocabulary';
import type { Db } from '../db';

/** Whether what came under this provider id is in the record: a young person's message, or a practitioner's reply. */
export async function holdsMessage(
  db: Db,
  { provider, providerId, sender }: Pick<IncomingMessage, 'provider' | 'providerId' | 'sender'>,
): Promise<boolean> {
  // A web chat's ids are the browser's own, unique in their line only.
  const row = await db.one<{ held: boolean }>(
    `select exists (select 1 from messages m join lines l on l.id = m.line_id
                    where m.provider = $1 and m.provider_id = $2 and ($3::text is null or l.young_person_id = $3))
         or ($3::text is null and exists (select 1 from staff_replies where provider_id = $2)) as held`,
    [provider, providerId, sender.by === 'web' ? sender.youngPerson : null],
  );
  return row?.held === true;
}
