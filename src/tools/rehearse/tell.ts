import type { RecordPort } from '../../acts/ports';
import type { Stores } from '../../acts/stores';
import type { ConcernId, Event, Level } from '../../vocabulary';

/** One line of a rehearsal's output. */
export type ToldLine = { readonly at: string; readonly event: string } & Readonly<Record<string, unknown>>;

/** Turns entries of the log into the lines a rehearsal prints, with the words that the log itself never holds. */
export async function tellEvents(record: RecordPort, events: readonly Event[]): Promise<readonly ToldLine[]> {
  if (events.length === 0) return [];
  return record.transaction(async (tx) => {
    const looked: Looked = { tx, levels: new Map() };
    const lines: ToldLine[] = [];
    for (const event of events) lines.push({ at: event.at, ...(await tellEvent(looked, event)) });
    return lines;
  });
}

/** What is read for one moment's events; the level of a concern once, however many hear of it. */
interface Looked {
  readonly tx: Stores;
  readonly levels: Map<ConcernId, Level | undefined>;
}

async function levelOf({ tx, levels }: Looked, concern: ConcernId): Promise<Level | undefined> {
  if (!levels.has(concern)) levels.set(concern, (await tx.concerns.get(concern))?.level);
  return levels.get(concern);
}

type Told = { readonly event: string } & Readonly<Record<string, unknown>>;

async function tellEvent(looked: Looked, { name, data }: Event): Promise<Told> {
  const { tx } = looked;
  switch (name) {
    case 'message-received':
      return { event: 'received', ...(await received(tx, String(data['message']))) };
    case 'message-assessed':
      return { event: 'assessed', level: data['level'], kinds: data['kinds'], about: data['about'], of: data['of'] };
    case 'sent-to-young-person':
      return { event: 'sent', ...(await sent(tx, String(data['delivery']))) };
    case 'notice-sent':
      return told(looked, data);
    case 'notice-missed':
    case 'nobody-on-duty':
      return {
        event: 'missed',
        as: data['as'],
        practitioner: data['practitioner'],
        reason: data['reason'],
        step: data['step'],
        concern: data['concern'],
      };
    case 'act-recorded':
      return { event: 'acknowledged', practitioner: data['by'], act: data['act'], concern: data['concern'] };
    case 'note-sent':
      return { event: 'note', to: data['practitioner'], text: (await tx.notes.get(String(data['note'])))?.text };
    case 'notice-held':
      return {
        event: 'held',
        what: 'notice',
        practitioner: data['practitioner'],
        as: data['as'],
        until: data['until'],
        concern: data['concern'],
      };
    case 'held-until-safe-hours':
      return { event: 'held', what: data['what'] ?? 'text', until: data['until'] };
    default:
      return { event: 'noticed', name, ...data };
  }
}

async function received(tx: Stores, id: string): Promise<Record<string, unknown>> {
  const message = await tx.messages.get(id);
  return { channel: message?.channel, kind: message?.kind, text: message?.text };
}

async function sent(tx: Stores, id: string): Promise<Record<string, unknown>> {
  const delivery = await tx.deliveries.get(id);
  return { channel: delivery?.channel, text: delivery?.text, template: delivery?.template };
}

/** The morning list, of several things or of one. */
const DIGESTS: readonly string[] = ['digest', 'digest-of-one'];

/** A notice of a concern; or another text to a practitioner: a digest, a confirmation, a note that waits. */
async function told(looked: Looked, data: Event['data']): Promise<Told> {
  const { tx } = looked;
  const delivery = await tx.deliveries.get(String(data['delivery']));
  const practitioner = delivery?.to.practitioner ?? null;
  const common = { practitioner, by: delivery?.channel, text: delivery?.text, template: delivery?.template };
  const notice = delivery?.notice ? await tx.notices.get(delivery.notice) : null;
  if (notice) {
    const level = await levelOf(looked, notice.concern);
    return { event: 'told', as: notice.as, ...common, concern: notice.concern, level };
  }
  if (delivery?.template === 'weekly-list') {
    const [first] = await tx.concerns.openWorries();
    return { event: 'told', as: 'duty-lead', ...common, concern: first?.id ?? null, level: 'worry' };
  }
  if (!DIGESTS.includes(delivery?.template ?? '') || !practitioner)
    return { event: 'noticed', name: 'notice-sent', ...common };
  const [first] = await tx.concerns.openHeldOrToldTo(practitioner);
  const { youngPeople } = await tx.roster.snapshot();
  const as = youngPeople.some((one) => one.mentor === practitioner) ? 'mentor' : 'coordinator';
  return { event: 'told', as, ...common, concern: first?.id ?? null, level: first?.level ?? 'worry' };
}
