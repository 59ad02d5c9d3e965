import { localTimeOf } from '../../rota';
import type { PractitionerId } from '../../vocabulary';
import type { ActContext } from '../context';
import { sayToPractitioner } from './sayToPractitioner';

/** Texts or rings somebody who may have to be reached at night: any answer proves that they can be. */
export async function sendDrill(
  ctx: ActContext,
  what: { readonly practitioner: PractitionerId; readonly by: 'sms' | 'voice' },
): Promise<void> {
  await ctx.record.transaction(async (tx) => {
    const now = ctx.clock.now();
    const { organisation } = await tx.roster.snapshot();
    const { practitioner, by } = what;
    const code = ctx.ids.code();
    const values = { code, time: localTimeOf(now, organisation.timeZone) };
    const id = await sayToPractitioner(ctx, tx, practitioner, 'drill', values, by);
    const data = { practitioner, by, code, delivery: id };
    await tx.events.append({ line: null, name: 'drill-sent', at: now, data });
  });
}
