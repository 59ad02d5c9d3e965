import type { Facts, Named } from '../src/vocabulary';

/** Who is on call tonight, as far as they may be named. */
export function onCall(facts: Facts): Named | null {
  return facts.lead ?? facts.second;
}

/**
 * Who reads what is written here and may be named as such: the mentor, unless withheld (they are the one who harms,
 * or are not wanted); then whoever stands nearest.
 */
export function reader(facts: Facts): Named | null {
  const may = (one: Named | null) => (one && !facts.notThem.includes(one.id) ? one : null);
  return may(facts.mentor) ?? may(facts.coordinator) ?? may(facts.lead) ?? may(facts.second);
}

/** True when the reader is the young person's own mentor. */
export function readerIsMentor(facts: Facts): boolean {
  return facts.mentor !== null && reader(facts)?.id === facts.mentor.id;
}

/** Who holds the open concern as the young person may hear it: whoever is told of what they write now. */
export function holder(facts: Facts): Named | null {
  const heldBy = facts.concern?.heldBy ?? null;
  const named = heldBy && !facts.notThem.includes(heldBy.id) ? heldBy : null;
  return named ?? facts.concern?.takenOnBy?.who ?? facts.concern?.readBy?.who ?? onCall(facts) ?? reader(facts);
}

/** Who has been told of the open concern, as far as they may be named. */
export function namesTold({ concern, notThem }: Facts): readonly string[] {
  const told = concern?.told.map((one) => one.who) ?? [];
  return [...new Set(told.filter((one) => !notThem.includes(one.id)).map((one) => one.firstName))];
}

/** Who decided on the open concern, and whom the young person is to ask of it: their mentor, if there is one to name. */
export function decider(facts: Facts): { readonly who: string; readonly mentor: string } {
  const who = facts.concern?.decidedBy?.firstName ?? holder(facts)?.firstName ?? facts.organisation;
  return { who, mentor: facts.mentor && readerIsMentor(facts) ? facts.mentor.firstName : who };
}
