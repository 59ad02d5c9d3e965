import type { Held } from '../../app/alone/holdings';
import type { YoungPerson } from '../../vocabulary';

/** What is left out of a young person's own copy by default, and why: printed into the folder beside it. */
export const WITHHELD = [
  'carers, conflicts: other people’s names and numbers',
  'check word, code word: a copy may be found by somebody else',
  'reasons of decisions and closings, whom a concern was referred to: may hold what others said in confidence',
  'who a concern about an adult of the service is kept from, and who may know of it',
  'what reviewers noted of a verdict, and what was noted by somebody whose view had ended',
  'who inside the service was told and did what, in the log of events',
] as const;

/** The emergency sheet without other people and without the words that open doors. */
export function protectedPerson(person: YoungPerson): Partial<YoungPerson> {
  const { carers: _carers, conflicts: _conflicts, checkWord: _check, codeWord: _code, ...own } = person;
  return own;
}

/** Everything held, without what is another person's or could harm somebody by being read. */
export function protectedHeld(held: Held) {
  const { conversation: _conversation, notThem: _notThem, ...line } = held.line;
  return {
    ...held,
    line,
    concerns: held.concerns.map(protectedConcern),
    events: held.events.map(({ at, name }) => ({ at, name })),
  };
}

function protectedConcern({ summary, thread, assessments, talks, decisions, closed }: Held['concerns'][number]) {
  const { nature, level, kinds, about, openedAt, reference, acts, closedAt } = summary;
  return {
    summary: { nature, level, kinds, about, openedAt, reference, acts, closedAt },
    thread,
    assessments,
    talks: talks.flatMap(({ spokenAt, way, safe, words, apart }) => (apart ? [] : [{ spokenAt, way, safe, words }])),
    decisions: decisions.map(({ at, referred, toldYoungPerson }) => ({ at, referred, toldYoungPerson })),
    closed: closed && { at: closed.at, toldYoungPerson: closed.toldYoungPerson },
  };
}
