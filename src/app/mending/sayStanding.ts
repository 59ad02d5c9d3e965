import { channelStates } from '../../rota';
import type { Standing, WorkKind } from '../../record/views/readStanding';
import {
  MINUTE_MS,
  msBetween,
  type Instant,
  type NoticeChannel,
  type Practitioner,
  type Roster,
} from '../../vocabulary';
import { sayNear } from '../../staff/words/times';
import type { Missing } from '../missing/missing';

/** As the auditor counts: two of its looks were missed. */
const BEAT_LASTS_MS = 2.5 * MINUTE_MS;

const WORK: Readonly<Record<WorkKind, string>> = {
  turn: 'Answers to young people',
  concern: 'Steps of concerns',
  delivery: 'Texts, calls or e-mails',
  errand: 'Things the service does by itself',
};
const BY: Readonly<Record<NoticeChannel, string>> = { sms: 'text', voice: 'call', email: 'e-mail' };

/** As every other page of staff says it. */
const when = (at: Instant, now: Instant, { organisation }: Roster): string => sayNear(at, now, organisation.timeZone);

/** Work that is behind its moment: it is tried on and on, and something keeps it from being done. */
export function sayWork({ behind }: Standing, roster: Roster, now: Instant): readonly Missing[] {
  return behind.map(({ kind, count, since }) => ({
    what: `${WORK[kind]} are behind: ${count}, the oldest due ${when(since, now, roster)}.`,
    give: 'See that a worker runs and the record answers. The log names each by its id, with what broke; they are done as soon as they can be.',
  }));
}

/** Live only: practice has no auditor. */
export function sayAuditor({ auditorBeatAt: at }: Standing, roster: Roster, now: Instant): readonly Missing[] {
  if (at !== null && msBetween(at, now) <= BEAT_LASTS_MS) return [];
  const last = at === null ? 'never' : `last ${when(at, now, roster)}`;
  return [
    {
      what: `The auditor does not find everything in order: ${last}.`,
      give: 'See that it runs, and what its log says it found.',
    },
  ];
}

/** What to look at when somebody called as the carrier and was not believed; nothing where nobody has. */
export function sayRefusedCalls(
  { signatureRefusedAt: at }: Standing,
  roster: Roster,
  now: Instant,
): readonly Missing[] {
  if (at === null) return [];
  return [
    {
      what: `Calls at the carrier’s door failed their signature, last ${when(at, now, roster)}: texts may not be reaching us.`,
      give: 'Compare TWILIO_AUTH_TOKEN and PUBLIC_BASE_URL with the carrier’s console. Somebody else may also be trying the door.',
    },
  ];
}

/** What to look at when the record refused a message; nothing where it has not. */
export function sayRefusedMessages(
  { messageRefusedAt: at }: Standing,
  roster: Roster,
  now: Instant,
): readonly Missing[] {
  if (at === null) return [];
  return [
    {
      what: `A young person’s message could not be received in the ordinary way, last ${when(at, now, roster)}: it was left to whoever leads.`,
      give: 'The log of that minute says what broke. Whoever develops the service mends it; what still waits on a disk is received then.',
    },
  ];
}

/** Practitioners nothing reaches, and channels by which the last thing sent to somebody did not arrive. */
export function sayChannels({ failing }: Standing, roster: Roster, now: Instant, live: boolean): readonly Missing[] {
  const here = roster.practitioners.filter((one) => one.leftAt === null);
  const nameOf = (id: string) => here.find((one) => one.id === id)?.name;
  return [
    ...here.filter((one) => !isReached(one, now, live)).map(sayUnreached),
    ...failing.flatMap(({ practitioner, by, at }) => {
      const name = nameOf(practitioner);
      if (name === undefined) return [];
      return [{ what: sayNotReached(name, by, when(at, now, roster)), give: GIVE_NOT_REACHED[by] }];
    }),
  ];
}

/** A call that nobody answers is not broken, and so is not called so. */
function sayNotReached(name: string, by: NoticeChannel, at: string): string {
  return by === 'voice'
    ? `The last call to ${name} reached nobody, ${at}.`
    : `The last ${BY[by]} to ${name} did not arrive, ${at}.`;
}

const GIVE_NOT_REACHED: Readonly<Record<NoticeChannel, string>> = {
  sms: 'Ask them whether the number in the roster is still theirs, and import what has changed.',
  voice: 'Ask them whether they heard it ring, and whether the number in the roster is still theirs.',
  email: 'Ask them whether the address in the roster is still theirs, and import what has changed.',
};

function isReached(practitioner: Practitioner, now: Instant, live: boolean): boolean {
  return Object.values(channelStates(practitioner, now, live)).includes('usable');
}

function sayUnreached({ name }: Practitioner): Missing {
  return {
    what: `Nothing reaches ${name}: no text, call or e-mail.`,
    give: 'Give them a number or address in the roster; after STOP they text START; in live, npm run -s check -- prove.',
  };
}
