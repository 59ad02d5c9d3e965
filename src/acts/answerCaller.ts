import { firstName, type IncomingMessage, type Line, type Roster } from '../vocabulary';
import { sayContacts } from '../wording';
import type { ActContext } from './context';
import { practitionerOf, youngPersonOf } from './findStaff';
import type { Stores } from './stores';
import { languageOf } from './sayToYoungPerson';

/** What a caller hears: nobody answers here, and where somebody does. */
export interface WordsForCaller {
  readonly language: 'en' | 'cy';
  readonly text: string;
}

/** Said after the call is kept, so that "we will tell Cora you rang" is said only when somebody is told. */
export async function answerCaller(ctx: ActContext, caller: IncomingMessage): Promise<WordsForCaller> {
  return ctx.record.transaction(async (tx) => {
    const now = ctx.clock.now();
    const roster = await tx.roster.snapshot();
    const line = await tx.lines.lockFor(caller.sender, now, ctx.ids.next());
    const language = languageOf(roster, line);
    const style = youngPersonOf(roster, line)?.style ?? 'ordinary';
    const fill = (id: string, values: Readonly<Record<string, string>>) =>
      ctx.wording.fill(id, { language, style, channel: 'voice', values });
    const role = await whoIsTold(tx, roster, line, caller);
    const talk = sayContacts(ctx.helpContacts(roster, now), (id, values) => fill(id, values).text);
    const said = role
      ? fill('incoming-call-told', { service: ctx.serviceName, talk, role })
      : fill('incoming-call', { service: ctx.serviceName, talk });
    return { language: said.language, text: said.text };
  });
}

/** Whoever holds the concern this very call belongs to; null when it has been put in front of nobody. */
async function whoIsTold(tx: Stores, roster: Roster, line: Line, caller: IncomingMessage): Promise<string | null> {
  const [latest] = await tx.messages.after(line.id, line.lastSeq - 1);
  if (!latest || latest.providerId !== caller.providerId) return null;
  const concern = (await tx.concerns.openOf(line.id)).find((one) => one.messages.includes(latest.id));
  const holder = practitionerOf(roster, concern?.case.holder ?? null);
  return holder && firstName(holder);
}
