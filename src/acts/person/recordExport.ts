import type { PractitionerId, YoungPersonId } from '../../vocabulary';
import type { ActContext } from '../context';

export interface Export {
  readonly what: 'young-person' | 'organisation' | 'case';
  readonly youngPerson: YoungPersonId | null;
  /** The reference of a case. */
  readonly reference: string | null;
  /** Nothing was left out of it. */
  readonly whole: boolean;
  readonly by: PractitionerId;
}

/** What has left the record stands in the chain of the line it was of, or in the organisation's own. */
export async function recordExport(ctx: ActContext, { youngPerson, ...data }: Export): Promise<void> {
  await ctx.record.transaction(async (tx) => {
    const line = youngPerson === null ? null : await tx.lines.findOf(youngPerson);
    await tx.events.append({ line: line?.id ?? null, name: 'exported', at: ctx.clock.now(), data });
  });
}
