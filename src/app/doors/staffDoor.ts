import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Router } from 'express';
import type { JoiningRefusal, TellingRefusal } from '../../acts';
import { staffBook } from '../../record/doors/staffBook';
import { staffSessionStore } from '../../record/doors/staffSessions';
import { staffViews } from '../../record/views';
import { webSessionStore } from '../../record/doors/webSessions';
import { issueWebLink } from '../../channels/web/session/issueWebLink';
import { createStaffRouter } from '../../staff/router';
import type { ActResult, LocalContact, Refusal, StaffActs } from '../../staff/ports';
import { MINUTE_MS, type Instant } from '../../vocabulary';
import { isOpenAt } from '../../wording/whoToTalkTo';
import { keptFor } from './keptFor';
import { findToMend } from '../mending/findToMend';
import { publicUrl, type House } from '../house/openHouse';

/** The staff pages over the record's views, the acts and the sessions. */
export function createStaffDoor(house: House): Router {
  const { acts, clock, config, open, authored } = house;
  const lookedAt = keptFor(MINUTE_MS, clock, () => findToMend(house));
  return createStaffRouter({
    views: staffViews(open),
    book: staffBook(open),
    sessions: staffSessionStore(open.db),
    toMend: async () => {
      const { at, found } = await lookedAt();
      return { at, groups: found };
    },
    acts: {
      acknowledge: async (what) => inPageWords(await acts.acknowledge(what)),
      decide: async (decision) => inPageWords(await acts.decide(decision)),
      close: async (closing) => inPageWords(await acts.close(closing)),
      tellYoungPerson: async (asked) => inPageWords(await acts.tellYoungPerson(asked)),
      wordsOfTelling: async (asked) => {
        const answer = await acts.wordsOfTelling(asked);
        return answer.result === 'words' ? answer : { result: 'refused', why: PAGE_WORDS[answer.why] };
      },
      writeInThread: async (own) => inPageWords(await acts.writeInThread(own)),
      leaveThread: acts.leaveThread,
      reportMissed: async (missed) => inPageWords(await acts.reportMissed(missed)),
      join: async (agreed) => inPageWords(await acts.join(agreed)),
      wordsOfJoining: acts.wordsOfJoining,
      confirmReturn: async (back) => inPageWords(await acts.confirmReturn(back)),
      markMissing: async (missing) => inPageWords(await acts.markMissing(missing)),
      noteTalk: async (talk) => inPageWords(await acts.noteTalk(talk)),
      recordReferralReply: async (noted) => inPageWords(await acts.recordReferralReply(noted)),
      recordFollowUp: async (noted) => inPageWords(await acts.recordFollowUp(noted)),
      recordReturnTalk: async (noted) => inPageWords(await acts.recordReturnTalk(noted)),
      giveBackPhone: async (given) => inPageWords(await acts.giveBackPhone(given)),
      giveWebLink: (asked) => giveLink(house, asked),
      placeHold: async (hold) => inPageWords(await acts.placeHold(hold)),
      liftHold: async (lifting) => inPageWords(await acts.liftHold(lifting)),
      tellLeadOfGlass: acts.tellLeadOfGlass,
      askForLink: ({ email }) => askForLink(house, email),
    },
    now: () => clock.now(),
    contacts: (now, timeZone) => localContacts(authored.contacts, now, timeZone),
    retention: authored.retention,
    secrets: { make: () => randomBytes(32).toString('base64url'), same },
    mode: config.mode,
  });
}

type RefusedBecause =
  TellingRefusal | JoiningRefusal | 'not-marked' | 'not-missing' | 'missing-already' | 'no-talk-open';

/** What an act refused, in the words the pages explain it with. */
const PAGE_WORDS: Readonly<Record<RefusedBecause, Refusal>> = {
  'not-found': 'not-found',
  'not-marked': 'not-marked',
  'not-missing': 'not-missing',
  'missing-already': 'missing-already',
  'no-talk-open': 'no-talk-open',
  'joined-already': 'joined-already',
  'too-young': 'too-young',
  'too-old': 'too-old',
  'carer-must-know': 'carer-must-know',
  'already-closed': 'closed',
  'left-out-of-it': 'about-you',
  'no-part-in-it': 'not-yours-to-decide',
  'only-a-lead-decides': 'not-yours-to-decide',
  'volunteers-do-not-decide': 'not-yours-to-decide',
  'not-decided-yet': 'not-decided',
  'says-too-little': 'words-missing',
  'cannot-be-texted': 'cannot-be-texted',
};

function inPageWords(
  answer: { readonly result: 'recorded' | 'closed' } | { readonly result: 'refused'; readonly why: RefusedBecause },
): ActResult {
  return answer.result === 'refused' ? { result: 'refused', why: PAGE_WORDS[answer.why] } : { result: answer.result };
}

/** The link of somebody kept from this young person looks like any other, and opens nothing. */
async function giveLink(
  { acts, config, clock, ids, open }: House,
  asked: Parameters<House['acts']['giveWebLink']>[0],
): ReturnType<StaffActs['giveWebLink']> {
  const given = await acts.giveWebLink(asked);
  if (given.result === 'refused') return { result: 'refused', why: PAGE_WORDS[given.why] };
  const sessions =
    given.result === 'kept-apart' ? { issueLink: madeUpLink } : webSessionStore(open.db, () => ids.next());
  const { url, expiresAt } = await issueWebLink({ publicUrl: publicUrl(config), clock, sessions }, asked.youngPerson);
  return { result: 'link', url, until: expiresAt };
}

const LINK_BYTES = 16;
const madeUpLink = async () => ({ token: randomBytes(LINK_BYTES).toString('base64url') });

/** Whose address it is, if anybody's; the page says the same either way. */
async function askForLink(house: House, email: string): Promise<void> {
  const { acts, clock, open } = house;
  const roster = await open.record.transaction((tx) => tx.roster.snapshot());
  const wanted = email.trim().toLowerCase();
  const found = roster.practitioners.find((one) => one.email?.toLowerCase() === wanted && one.leftAt === null);
  if (!found) return;
  const { token, expiresAt } = await staffSessionStore(open.db).issueLink(found.id, clock.now());
  const link = `${publicUrl(house.config)}/staff/sign-in/${token}`;
  await acts.sendSignInLink({ practitioner: found.id, link, expiresAt });
}

function same(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}

/** The numbers that stand on every page, those that answer now first: reporting directly is never hidden and never waits. */
function localContacts(
  contacts: House['authored']['contacts'],
  now: Instant,
  timeZone: string,
): readonly LocalContact[] {
  const today = now.slice(0, 10);
  return contacts
    .filter((one) => one.for === 'staff')
    .sort((a, b) => a.order - b.order)
    .map(({ id, name, say, when, verifiedOn, expiresOn, opens }) => ({
      id,
      name,
      phone: say.replace(name, '').replace(/^[\s,:]+/, ''),
      when: when ?? '',
      verifiedOn,
      expired: expiresOn < today,
      closedNow: !isOpenAt({ opens }, now, timeZone),
    }))
    .sort((a, b) => Number(a.closedNow) - Number(b.closedNow));
}
