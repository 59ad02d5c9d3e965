import type { AuditViews } from '../record/views/audit';
import { later, MINUTE_MS, SECOND_MS, type Instant } from '../vocabulary';

/** One thing that must hold of the record at any moment. */
export interface Check {
  readonly name: string;
  /** Ids of what does not hold; empty when all is well. Throws when the record does not answer. */
  find(views: AuditViews, now: Instant): Promise<readonly string[]>;
}

/** What is due is done within half a second; a minute late means that nobody does it. */
const LATE_MS = MINUTE_MS;
/** A carrier that is slow or in doubt is looked at again for this long before a human must know. */
const STUCK_MS = 5 * MINUTE_MS;
/** Anchors are made every minute. */
const UNANCHORED_MS = 3 * MINUTE_MS;
/** Chains verified from end to end at each look: an organisation's few hundred are gone round within the hour. */
const CHAINS_A_LOOK = 10;
const ANCHORS_A_LOOK = 5;
/** A clock of a database or a server may be ahead of ours by this much. */
const CLOCK_SLACK_MS = 5 * SECOND_MS;

const before = (now: Instant, ms: number) => later(now, -ms - CLOCK_SLACK_MS);

/** Every check of a look, in the order of what matters most. */
export function createChecks(): readonly Check[] {
  return [
    { name: 'nobody-told', find: (views, now) => views.concernsNobodyWasToldOf(before(now, LATE_MS)) },
    { name: 'not-judged', find: (views, now) => views.messagesNobodyJudged(before(now, LATE_MS)) },
    { name: 'concern-standing', find: (views, now) => views.concernsLeftStanding(before(now, LATE_MS)) },
    { name: 'turn-not-taken', find: (views, now) => views.turnsLeftUntaken(before(now, LATE_MS)) },
    { name: 'promise-forgotten', find: (views, now) => views.promisesForgotten(before(now, LATE_MS)) },
    { name: 'errand-undone', find: (views, now) => views.errandsLeftUndone(before(now, LATE_MS)) },
    { name: 'delivery-stuck', find: (views, now) => views.deliveriesStuck(before(now, STUCK_MS)) },
    { name: 'not-anchored', find: (views, now) => views.chainsUnanchored(before(now, UNANCHORED_MS)) },
    { name: 'anchor-broken', find: async (views) => ((await views.lastAnchorsHold(ANCHORS_A_LOOK)) ? [] : ['anchor']) },
    chainCheck(),
  ];
}

/** A few chains at each look, going on where the last look ended. */
function chainCheck(): Check {
  let after = '';
  return {
    name: 'chain-broken',
    async find(views) {
      const broken: string[] = [];
      for (const chain of await views.chainsAfter(after, CHAINS_A_LOOK)) {
        if (!(await views.chainHolds(chain))) broken.push(chain);
        after = chain;
      }
      return broken;
    },
  };
}
