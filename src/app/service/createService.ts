import { createInTurn, DEFAULT_BURST, type ActContext, type BurstRules, type Carrier, type Clock } from '../../acts';
import type { Erasures, Ids, Log, Nudge, Reader, RecordPort, RosterCopy, Spool } from '../../acts';
import { questionOf, createConverse } from '../../conversation';
import type { Instant, Roster } from '../../vocabulary';
import { createWording } from '../../wording';
import type { AuthoredHouse } from './authoredHouse';
import { bindActs, type Acts } from './bindActs';
import { expiredContactsAt, helpContactsAt } from './helpContacts';

/** What a service is made of. Processes give the real parts; rehearsal and stories give ones they move by hand. */
export interface ServiceParts {
  readonly house: AuthoredHouse;
  readonly record: RecordPort;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly carrier: Carrier;
  readonly nudge: Nudge;
  readonly spool: Spool;
  readonly rosterCopy: RosterCopy;
  /** Default: noted nowhere, for records nobody backs up. */
  readonly erasures?: Erasures;
  readonly serviceName: string;
  /** The service as practitioners reach it, without a slash at its end. */
  readonly publicUrl: string;
  readonly burst?: BurstRules;
  /** A language model, asked only while the roster holds an approval. Default: none. */
  readonly reader?: Reader | null;
  /** Live: channels are proven by a real reply in the last 30 days, or another one is used. */
  readonly proofsRequired: boolean;
}

export interface Service {
  readonly acts: Acts;
  readonly ctx: ActContext;
}

/** Builds the acts over their parts: the one place where every room meets. */
export function createService(parts: ServiceParts): Service {
  const { house, publicUrl } = parts;
  const wording = createWording(house.book);
  const ctx: ActContext = {
    record: parts.record,
    clock: parts.clock,
    ids: parts.ids,
    log: parts.log,
    assess: house.assess,
    pathways: house.pathways,
    ages: house.ages,
    converse: createConverse(house.book),
    questionOf,
    wording,
    retention: house.retention,
    erasures: parts.erasures ?? { note: () => Promise.resolve() },
    reader: parts.reader ?? null,
    carrier: parts.carrier,
    nudge: parts.nudge,
    spool: parts.spool,
    inTurn: createInTurn(),
    rosterCopy: parts.rosterCopy,
    burst: parts.burst ?? DEFAULT_BURST,
    serviceName: parts.serviceName,
    helpContacts: (roster: Roster, now: Instant) => helpContactsAt(house.contacts, roster, now),
    expiredContacts: (now: Instant) => expiredContactsAt(house.contacts, now),
    concernLink: (reference) => `${publicUrl}/staff/r/${reference}`,
    caseloadLink: () => `${publicUrl}/staff`,
    colleaguesLink: () => `${publicUrl}/staff/colleagues`,
    mendingLink: () => `${publicUrl}/staff/mending`,
    rotaLink: () => `${publicUrl}/staff/rota`,
    weeklyLink: () => `${publicUrl}/staff/weekly`,
    proofsRequired: parts.proofsRequired,
  };
  return { ctx, acts: bindActs(ctx) };
}
