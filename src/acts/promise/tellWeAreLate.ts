import { nextSafeMoment } from '../../rota';
import {
  later,
  MINUTE_MS,
  msBetween,
  type Commitment,
  type Concern,
  type Instant,
  type Line,
  type PractitionerId,
  type Roster,
} from '../../vocabulary';
import { clockTime, sayWhen } from '../../wording';
import type { ActContext } from '../context';
import { planErrand } from '../planErrand';
import { textsHaveEnded } from '../say/canBeTexted';
import { howToSayTo } from '../say/howToSayTo';
import { sayToYoungPerson } from '../say/sayToYoungPerson';
import { wroteRecently } from '../say/wroteRecently';
import type { Stores } from '../stores';
import { calledOnRoster, practitionerOf, youngPersonOf } from '../who/findStaff';
import { staffingNow } from '../who/staffingNow';
import { whoReadsIt } from '../who/whoReadsIt';
import { keepAsMissed, noteAdmitted } from './keepCommitments';
import { makeCommitment } from './makeCommitment';
import { hourPromised, ringingUnanswered } from './whatWasSaid';

/**
 * The next moment promised is at least this far off. Each further time it is twice as far, up to the longest: nobody
 * who waits is told of the day after tomorrow.
 */
const MORE_WITHIN_MS = 10 * MINUTE_MS;
const MORE_AT_LONGEST_MS = 120 * MINUTE_MS;

/**
 * A moment the young person was told of has passed. They are told so, with who else has been asked and by when they
 * hear more.
 *
 * Who was given no hour, only that somebody is being rung, hears it at the hour of the pathway's row; who was told that
 * nobody is on call before eight, a while after eight. At night somebody who wrote long ago is not woken: it is said in
 * their next safe hour, if it is still true. Where texts have ended it is only recorded as missed. `next` is who comes
 * after, where nobody else has been told yet.
 */
export async function tellWeAreLate(
  ctx: ActContext,
  tx: Stores,
  roster: Roster,
  concern: Concern,
  { next, because }: { readonly next: PractitionerId | null; readonly because?: Commitment },
): Promise<void> {
  const now = ctx.clock.now();
  const line = await tx.lines.lock(concern.line);
  const open = (await tx.commitments.openOf(line.id)).filter((one) => one.concern === concern.id);
  const missed = open.filter((one) => one.dueAt <= now && (isRead(one) || one.id === because?.id));
  const first = missed[0] ?? (because ? null : await ringingUnanswered(tx, concern));
  if (!first) return;
  if (textsHaveEnded(line)) return keepAsMissed(ctx, tx, missed);
  if (missed.every(isRead) && isMoreToCome(open, now)) return admitAll(ctx, tx, missed);
  const sayAt = whenToSay(roster, line, now);
  if (sayAt > now) return missed.includes(first) ? postpone(ctx, tx, first, sayAt) : undefined;
  const moreBy = whenToSay(roster, line, moreByAt(ctx, concern, first));
  const isNamed = !isNobody(first) && !isLeftOut(concern, first) && !hasLeft(roster, first.who, now);
  const who = isNamed ? first.who : readsInstead(ctx, roster, concern, line);
  const asked = await askedBesides(tx, concern, who, next);
  await say(ctx, tx, roster, { line, concern, first, who, asked, moreBy });
  await admitAll(ctx, tx, missed);
  await makeCommitment(ctx, tx, {
    line: line.id,
    concern: concern.id,
    what: 'will-text',
    who,
    dueAt: moreBy,
  });
}

/** Whoever was promised and may not know any more (an allegation, "not them") is not spoken of as late. */
export function isLeftOut(concern: Concern, { who }: Commitment): boolean {
  return who !== null && concern.hiddenFrom.includes(who);
}

/** They were told that nobody is on call, and no practitioner's hour: whoever it is with by then is named. */
function isNobody({ what, who }: Commitment): boolean {
  return what === 'may-read' && who === null;
}

/** "Sam is late" is not said of somebody who does not work here any more. */
function hasLeft(roster: Roster, id: PractitionerId | null, now: Instant): boolean {
  const leftAt = practitionerOf(roster, id)?.leftAt ?? null;
  return leftAt !== null && leftAt <= now;
}

function readsInstead(ctx: ActContext, roster: Roster, concern: Concern, line: Line): PractitionerId | null {
  return whoReadsIt(concern, staffingNow(ctx, roster, line.youngPerson)).who?.practitioner.id ?? null;
}

/** Kept only by an act. What is promised to be told or rung is looked for in the record first. */
function isRead({ what }: Commitment): boolean {
  return what === 'will-read' || what === 'may-read' || what === 'will-text';
}

/**
 * Of two hours they were given for the same words, by one name or by two, one has passed: that nobody has read them, and
 * when they hear more, was said.
 */
function isMoreToCome(open: readonly Commitment[], now: Instant): boolean {
  return open.some((one) => one.what === 'will-text' && one.dueAt > now);
}

/** The first moment from `at` on at which they may be texted unasked: nothing is promised for any other. */
function whenToSay(roster: Roster, line: Line, at: Instant): Instant {
  const person = youngPersonOf(roster, line);
  if (!person || wroteRecently(line, at)) return at;
  return nextSafeMoment(person.safeHours, roster.organisation.timeZone, at);
}

async function postpone(ctx: ActContext, tx: Stores, { id, line }: Commitment, dueAt: Instant): Promise<void> {
  await tx.errands.cancel('commitment-due', id, ctx.clock.now());
  await planErrand(ctx, tx, { kind: 'commitment-due', subject: id, line, dueAt });
}

/** Rounded up, so that it is never said to be later than it is; nobody is told "in ten minutes" all night long. */
function moreByAt({ clock, pathways }: ActContext, concern: Concern, { what, dueAt }: Commitment): Instant {
  const now = clock.now();
  const roundedToMs = pathways.common.promisesRoundedToMinutes * MINUTE_MS;
  const promisedAt = what === 'may-read' ? dueAt : (concern.case.clocks.readBy ?? concern.openedAt);
  const lateMs = Math.max(0, msBetween(promisedAt, now));
  const moment = Date.parse(now) + Math.min(Math.max(MORE_WITHIN_MS, 2 * lateMs), MORE_AT_LONGEST_MS);
  return later('1970-01-01T00:00:00.000Z', Math.ceil(moment / roundedToMs) * roundedToMs);
}

/** A quiet word for the morning asks nobody for anything. */
const ASKS_NOTHING = ['quiet-for-your-information', 'told-in-the-morning', 'told-in-the-morning-unread'];

/**
 * The one who has been asked besides: whoever was sought last for the first time; before anybody has, the one whose
 * turn it is now. Null when there is nobody else.
 */
async function askedBesides(
  tx: Stores,
  concern: Concern,
  who: PractitionerId | null,
  next: PractitionerId | null,
): Promise<PractitionerId | null> {
  const first = new Map<PractitionerId, Instant>();
  const made = [...(await tx.notices.of(concern.id))].sort((a, b) => a.madeAt.localeCompare(b.madeAt));
  for (const { id, practitioner, withdrawnAt, madeAt } of made) {
    if (practitioner === who || withdrawnAt !== null || first.has(practitioner)) continue;
    const [delivery] = await tx.deliveries.ofNotice(id);
    if (!ASKS_NOTHING.includes(delivery?.template ?? '')) first.set(practitioner, madeAt);
  }
  const newest = [...first].reduce<readonly [PractitionerId, Instant] | null>(
    (last, one) => (last === null || one[1] > last[1] ? one : last),
    null,
  );
  return newest?.[0] ?? (next === who ? null : next);
}

interface Late {
  readonly line: Line;
  readonly concern: Concern;
  readonly first: Commitment;
  readonly who: PractitionerId | null;
  readonly asked: PractitionerId | null;
  readonly moreBy: Instant;
}

/**
 * Nobody is told "we said by four" to whom no hour was said. Whoever is in danger is told 999 in every form: these may be
 * our last words before the morning.
 */
function templateFor({ asked, concern }: Late, promisedAt: Instant | null): string {
  if (isInDanger(concern)) return asked === null ? 'we-are-late-in-danger-alone' : 'we-are-late-in-danger';
  if (promisedAt === null) return asked === null ? 'we-are-late-ringing-alone' : 'we-are-late-ringing';
  return asked === null ? 'we-are-late-alone' : 'we-are-late';
}

function isInDanger({ level }: Concern): boolean {
  return level === 'immediate';
}

async function say(ctx: ActContext, tx: Stores, roster: Roster, late: Late): Promise<void> {
  const { line, concern, first } = late;
  const how = howToSayTo(roster, line);
  const promisedAt = isInDanger(concern) ? null : await hourPromised(tx, concern, first);
  const template = templateFor(late, promisedAt);
  const locale = { zone: roster.organisation.timeZone, language: ctx.wording.languageOf(template, how.language) };
  const filled = ctx.wording.fill(template, {
    ...how,
    values: {
      who: calledOnRoster(roster, late.who),
      next: calledOnRoster(roster, late.asked),
      ...(promisedAt === null ? {} : { time: clockTime(promisedAt, locale) }),
      time2: sayWhen(late.moreBy, ctx.clock.now(), locale),
    },
  });
  await sayToYoungPerson(ctx, tx, { line, say: filled, channel: line.lastChannel, concern, atAnyHour: true });
}

async function admitAll(ctx: ActContext, tx: Stores, missed: readonly Commitment[]): Promise<void> {
  for (const commitment of missed) {
    await tx.errands.cancel('commitment-due', commitment.id, ctx.clock.now());
    await noteAdmitted(ctx, tx, commitment);
  }
}
