import { firstName, MINUTE_MS, later, type Concern, type Happening, type Roster } from '../vocabulary';
import { clockTime } from '../wording';
import type { ActContext } from './context';
import { practitionerOf, youngPersonOf } from './findStaff';
import type { Stores } from './ports';
import { languageOf, sayToYoungPerson } from './sayToYoungPerson';

type LateHappening = Extract<Happening, { what: 'late' }>;

/**
 * A deadline the young person was told of has passed: it is admitted, with who is asked next and by when they hear.
 * More than ten minutes after their own last text this is unasked, so the neutral form goes, in safe hours.
 */
export async function tellWeAreLate(
  ctx: ActContext,
  tx: Stores,
  roster: Roster,
  concern: Concern,
  late: LateHappening,
): Promise<void> {
  const now = ctx.clock.now();
  const line = await tx.lines.lock(concern.line);
  const missed = (await tx.commitments.openOf(line.id)).filter(
    (one) => one.concern === concern.id && one.what === 'will-read' && one.dueAt <= now,
  );
  if (missed.length === 0) return;
  const language = languageOf(roster, line);
  const locale = { zone: roster.organisation.timeZone, language };
  const who = practitionerOf(roster, late.who ?? missed[0]?.who ?? null);
  const next = practitionerOf(roster, late.next);
  const say = ctx.wording.fill('we-are-late', {
    language,
    style: youngPersonOf(roster, line)?.style ?? 'ordinary',
    channel: line.lastChannel === 'web' ? 'web' : 'sms',
    values: {
      who: who ? firstName(who) : roster.organisation.name,
      next: next ? firstName(next) : roster.organisation.name,
      time: clockTime(missed[0]?.dueAt ?? late.by, locale),
      time2: clockTime(late.by, locale),
    },
  });
  await sayToYoungPerson(ctx, tx, { line, say, channel: line.lastChannel, concern });
  for (const commitment of missed) {
    await tx.commitments.save({ ...commitment, admittedAt: now });
    await tx.events.append({
      line: line.id,
      name: 'commitment-admitted-late',
      at: now,
      data: { commitment: commitment.id, concern: concern.id },
    });
  }
  await promiseToText(ctx, tx, line.id, concern.id, late);
}

/** "We will text you by {time2}" is itself a commitment, watched like any other. */
async function promiseToText(
  ctx: ActContext,
  tx: Stores,
  line: string,
  concern: string,
  late: LateHappening,
): Promise<void> {
  const id = ctx.ids.next();
  const dueAt = late.by > ctx.clock.now() ? late.by : later(ctx.clock.now(), 10 * MINUTE_MS);
  const made = await tx.commitments.add({
    id,
    line,
    concern,
    what: 'will-text',
    who: late.next,
    dueAt,
    keptAt: null,
    admittedAt: null,
  });
  if (!made) return;
  await tx.errands.add({ id: ctx.ids.next(), kind: 'commitment-due', subject: id, line, dueAt, doneAt: null });
  await tx.events.append({
    line,
    name: 'commitment-made',
    at: ctx.clock.now(),
    data: { commitment: id, concern, what: 'will-text', until: dueAt },
  });
}
