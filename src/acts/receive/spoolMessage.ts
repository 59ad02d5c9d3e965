import { atLeast, type IncomingMessage, type Level, type Roster, type YoungPerson } from '../../vocabulary';
import type { ActContext } from '../context';
import { assessFor } from '../judge/assessFor';
import { saysWord } from '../judge/saysWord';
import { leadsNow } from '../who/leadsNow';

/**
 * The outage that is on now: one page an outage, unless danger is immediate. Each process knows its own, for there is
 * no row.
 */
const outage = { pagedSince: null as string | null };

type Answer = 'immediate-nobody' | 'held-while-broken';

/**
 * The record is away. The sealed message goes to disk first; then it is assessed all the same, the lead is paged
 * without content from the last roster on disk, and the young person gets one fixed honest text. After their code word
 * they get none: somebody may be watching that phone. Throws only when the disk refuses too.
 */
export async function spoolMessage(ctx: ActContext, incoming: IncomingMessage): Promise<void> {
  const roster = await ctx.rosterCopy.last();
  const isWatched = roster !== null && saysWord(incoming.text, writerOf(roster, incoming)?.codeWord ?? null);
  const level = isWatched ? 'immediate' : assessAlone(ctx, roster, incoming);
  const answer = isWatched ? null : answerTo(level);
  await ctx.spool.keep(incoming, answer, level);
  if (!roster) return;
  if (level === 'immediate' || (atLeast(level, 'urgent') && outage.pagedSince === null)) {
    outage.pagedSince = ctx.clock.now();
    await pageFromCopy(ctx, roster, incoming);
  }
  if (answer !== null) await answerFromTemplates(ctx, roster, incoming, answer);
}

function answerTo(level: Level): Answer {
  return level === 'immediate' ? 'immediate-nobody' : 'held-while-broken';
}

/** The record is back: the next outage pages anew. */
export function endOutage(): void {
  outage.pagedSince = null;
}

/** Assessed without its earlier messages, for they are in the record. An error never makes it harmless. */
function assessAlone(ctx: ActContext, roster: Roster | null, incoming: IncomingMessage): Level {
  if (!incoming.text) return 'worry';
  const words = { text: incoming.text, before: [] };
  return roster
    ? assessFor(ctx, roster, writerOf(roster, incoming), words).level
    : ctx.assess({ ...words, staff: [] }).level;
}

/** Whose words they are, as the last roster on disk has it. */
function writerOf(roster: Roster, { sender }: IncomingMessage): YoungPerson | null {
  if (sender.by === 'phone') return youngPersonByPhone(roster, sender.phone);
  return roster.youngPeople.find((one) => one.id === sender.youngPerson) ?? null;
}

async function pageFromCopy(ctx: ActContext, roster: Roster, incoming: IncomingMessage): Promise<void> {
  const values = { org: roster.organisation.name, link: ctx.caseloadLink() };
  const said = ctx.wording.fillStaff('outage', 'sms', values);
  for (const lead of leadsNow(roster, ctx.clock.now())) {
    if (!lead.phone) continue;
    await sendAnyway(ctx, { delivery: `spool-${incoming.providerId}-${lead.id}`, to: lead.phone, text: said.text });
  }
}

async function answerFromTemplates(
  ctx: ActContext,
  roster: Roster,
  incoming: IncomingMessage,
  answer: Answer,
): Promise<void> {
  if (incoming.sender.by !== 'phone') return;
  const person = youngPersonByPhone(roster, incoming.sender.phone);
  const said = ctx.wording.fill(answer, {
    language: person?.language ?? 'en',
    style: person?.style ?? 'ordinary',
    channel: 'sms',
    values: {},
  });
  await sendAnyway(ctx, {
    delivery: `spool-${incoming.providerId}`,
    to: incoming.sender.phone,
    text: said.text,
  });
}

function youngPersonByPhone(roster: Roster, phone: string): YoungPerson | null {
  return roster.youngPeople.find((one) => one.phone === phone) ?? null;
}

/** There is no row to claim: what the carrier does not take now is said again by the replay's own steps. */
async function sendAnyway(ctx: ActContext, what: { delivery: string; to: string; text: string }): Promise<void> {
  try {
    await ctx.carrier.sendSms(what);
  } catch (error) {
    ctx.log.error({ error }, 'a text could not be sent while the record is away');
  }
}
