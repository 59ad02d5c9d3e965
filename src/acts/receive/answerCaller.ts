import type { IncomingMessage, Line } from '../../vocabulary';
import { sayContacts } from '../../wording';
import type { ActContext } from '../context';
import { howToSayTo } from '../say/howToSayTo';
import type { Stores } from '../stores';

/** What a caller hears: nobody answers here, and where somebody does. */
export interface WordsForCaller {
  readonly language: 'en' | 'cy';
  readonly text: string;
}

/**
 * Said after the call is kept, so that "we will tell somebody you rang" is said only when somebody is told. No names:
 * anyone may be listening; and to whoever holds a phone that is not theirs, nothing of what follows. A practitioner
 * who rings back hears where what needs them is.
 */
export async function answerCaller(ctx: ActContext, caller: IncomingMessage): Promise<WordsForCaller> {
  return ctx.record.transaction(async (tx) => {
    const roster = await tx.roster.snapshot();
    const isOurs = caller.sender.by === 'phone' && (await tx.roster.practitionerByPhone(caller.sender.phone)) !== null;
    if (isOurs) {
      const { text } = ctx.wording.fillStaff('you-rang', 'voice', { org: roster.organisation.name, link: '' });
      return { language: 'en', text };
    }
    const now = ctx.clock.now();
    const line = await tx.lines.lockFor(caller.sender, now, ctx.ids.next());
    const template = (await isToldOf(tx, line, caller)) ? 'incoming-call-told' : 'incoming-call';
    const how = howToSayTo(roster, line);
    const language = ctx.wording.languageOf(template, how.language);
    const fill = (id: string, values: Readonly<Record<string, string>>) =>
      ctx.wording.fill(id, { ...how, language, channel: 'voice', values });
    const talk = sayContacts(ctx.helpContacts(roster, now), (id, values) => fill(id, values).text);
    return { language, text: fill(template, { service: ctx.serviceName, talk }).text };
  });
}

/** Whether this very call belongs to a concern that somebody holds. */
async function isToldOf(tx: Stores, line: Line, caller: IncomingMessage): Promise<boolean> {
  const [latest] = await tx.messages.after(line.id, line.lastSeq - 1);
  if (!latest || latest.providerId !== caller.providerId || line.notTheirsAt !== null) return false;
  const concern = (await tx.concerns.openOf(line.id)).find((one) => one.messages.includes(latest.id));
  return concern?.case.holder != null;
}
