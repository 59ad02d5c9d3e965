import { recordAct, type Refusal } from '../../escalation';
import {
  firstName,
  type Concern,
  type ConcernId,
  type Instant,
  type Line,
  type Named,
  type PractitionerId,
  type Roster,
  type Staffing,
  type Telling,
  type TellingKind,
} from '../../vocabulary';
import type { ActContext } from '../context';
import { canBeTexted } from '../say/canBeTexted';
import type { Stores } from '../stores';
import { loadFacts } from '../talk/loadFacts';
import { converse } from '../talk/takeTurn';
import { practitionerOf } from '../who/findStaff';
import { staffingNow } from '../who/staffingNow';

/** What a practitioner asks to have said; `at` is when they, or the mentor, speak with the young person. */
export interface TellingAsked {
  readonly concern: ConcernId;
  readonly by: PractitionerId;
  readonly what: TellingKind;
  readonly at: Instant | null;
}

export type TellingRefusal = Refusal | 'not-found' | 'cannot-be-texted';
export type Told = { readonly result: 'recorded' } | { readonly result: 'refused'; readonly why: TellingRefusal };
export type WordsOfTelling =
  | { readonly result: 'words'; readonly words: readonly string[] }
  | { readonly result: 'refused'; readonly why: TellingRefusal };

/** Only a lead has said that it goes further; that they will ring may be said by anybody with a part in it. */
const LEADS_TO_SAY: readonly TellingKind[] = ['goes-further', 'gone-further', 'emergency-asked'];

/**
 * A practitioner has approved words said about an open concern, at any hour: it is their choice and their judgement.
 * Told so, the young person is not among those of whom a reason is asked every day.
 */
export async function tellYoungPerson(ctx: ActContext, asked: TellingAsked): Promise<Told> {
  return ctx.record.transaction(async (tx) => {
    const ready = await prepare(ctx, tx, asked);
    if (!ready.ok) return { result: 'refused', why: ready.why };
    const { line, roster, telling } = ready;
    await converse(ctx, tx, roster, line, { burst: [], checkIn: null, telling });
    const { concern, by, what } = asked;
    const at = ctx.clock.now();
    await tx.events.append({ line: line.id, name: 'telling-said', at, data: { concern, practitioner: by, what } });
    if (what === 'goes-further' || what === 'gone-further') await tx.errands.cancel('told-or-why-not', concern, at);
    return { result: 'recorded' };
  });
}

/** The very words `tellYoungPerson` would send now, for whoever is about to choose them. Writes nothing. */
export async function wordsOfTelling(ctx: ActContext, asked: TellingAsked): Promise<WordsOfTelling> {
  return ctx.record.transaction(async (tx) => {
    const ready = await prepare(ctx, tx, asked);
    if (!ready.ok) return { result: 'refused', why: ready.why };
    const { line, roster, telling } = ready;
    const facts = { ...(await loadFacts(ctx, tx, roster, line, { burst: [], fresh: null })), telling };
    const { say } = await ctx.converse({
      state: line.conversation,
      channel: line.lastChannel,
      burst: [],
      assessment: null,
      facts,
    });
    return { result: 'words', words: say.map((one) => one.text) };
  });
}

type Prepared =
  | { readonly ok: true; readonly line: Line; readonly roster: Roster; readonly telling: Telling }
  | { readonly ok: false; readonly why: TellingRefusal };

async function prepare(ctx: ActContext, tx: Stores, asked: TellingAsked): Promise<Prepared> {
  const held = await tx.concerns.lock(asked.concern);
  const roster = await tx.roster.snapshot();
  const by = practitionerOf(roster, asked.by);
  if (!held || !by) return { ok: false, why: 'not-found' };
  const { concern, line } = held;
  const staffing = staffingNow(ctx, roster, concern.youngPerson);
  const act = LEADS_TO_SAY.includes(asked.what) ? 'decided' : 'contacted';
  const may = recordAct(concern.case, { act, by: by.id }, staffing, ctx.clock.now());
  if (!may.ok) return { ok: false, why: may.refused };
  if (!canBeTexted(roster, line)) return { ok: false, why: 'cannot-be-texted' };
  const chooser: Named = { id: by.id, firstName: firstName(by), available: true };
  const who = asked.what === 'will-ring' ? chooser : (mentorOf(staffing, concern, line) ?? chooser);
  const { what, at } = asked;
  return { ok: true, line, roster, telling: { what, concern: concern.id, by: chooser, who, at } };
}

/** Null where the mentor may not be named here: meant, in conflict, or not wanted. */
function mentorOf({ mentor }: Staffing, concern: Concern, line: Line): Named | null {
  if (!mentor) return null;
  const { id } = mentor.practitioner;
  if (concern.hiddenFrom.includes(id) || line.notThem.includes(id)) return null;
  return { id, firstName: firstName(mentor.practitioner), available: mentor.available };
}
