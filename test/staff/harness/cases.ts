import type { Assessment, CheckIn, KeptAssessment } from '../../../src/vocabulary';
import type { CaseWhole, ConcernSummary, LineHistory, ThreadItem } from '../../../src/record/views/types';

export function summary(more: Partial<ConcernSummary> = {}): ConcernSummary {
  return {
    id: 'concern-kayla',
    line: 'line-kayla',
    youngPerson: 'kayla',
    nature: 'disclosure',
    level: 'urgent',
    kinds: ['physical-abuse'],
    about: 'self',
    moodFellAt: null,
    foundByReadingAt: null,
    openedAt: '2026-11-22T23:40:00.000Z',
    reference: 'K7R',
    holder: 'amira',
    clocks: {
      takenOnBy: null,
      readBy: '2026-11-22T23:55:30.000Z',
      decidedBy: '2026-11-23T00:25:00.000Z',
      contactedBy: '2026-11-23T10:00:00.000Z',
    },
    acts: [],
    excluded: [],
    anyAdultMeant: false,
    doNotRing: false,
    doNotTellFamily: false,
    told: [{ practitioner: 'amira', as: 'duty-lead', at: '2026-11-22T23:40:01.000Z', withdrawnAt: null }],
    mayKnow: [],
    keptApart: [],
    frozen: [],
    firstSeq: 7,
    lastSeq: 8,
    messages: ['m7', 'm8'],
    closedAt: null,
    ...more,
  };
}

export function said(seq: number, text: string, at: string, more: Partial<ThreadItem> = {}): ThreadItem {
  return {
    at,
    from: 'young-person',
    who: null,
    message: `m${seq}`,
    seq,
    kind: 'text',
    channel: 'sms',
    text,
    keptBack: false,
    unreadable: false,
    state: null,
    concern: null,
    ...more,
  };
}

export function answered(text: string, at: string, more: Partial<ThreadItem> = {}): ThreadItem {
  return said(0, text, at, { from: 'service', message: null, seq: null, state: 'delivered', ...more });
}

export function assessed(message: string, text: string, evidence: string): KeptAssessment {
  const start = text.indexOf(evidence);
  const assessment: Assessment = {
    level: 'urgent',
    kinds: ['physical-abuse'],
    about: 'self',
    because: [
      {
        rule: 'physical-abuse/kin-hits',
        evidence,
        where: 'message',
        span: { start, end: start + evidence.length },
        level: 'urgent',
        kinds: ['physical-abuse'],
        steps: ['kin and act: urgent'],
      },
    ],
    readable: true,
    unreadableBecause: null,
    weak: false,
    meant: { names: [], roleWords: [], unnamed: false },
    notThem: [],
    rulesVersion: 'r1',
  };
  return { ...assessment, message, of: 'message', by: 'rules', at: '2026-11-22T23:40:00.500Z' };
}

export const FIRST_WORDS = 'u up? cant sleep';
export const DISCLOSED = "mums boyfriend hit me again <b>tonight</b> & i'm in my room";

/** A disclosure at night: told, answered, not yet read. */
export function wholeCase(more: Partial<CaseWhole> = {}): CaseWhole {
  return {
    summary: summary(),
    unsureOfSafety: false,
    thread: [
      said(7, FIRST_WORDS, '2026-11-22T23:39:40.000Z'),
      said(8, DISCLOSED, '2026-11-22T23:40:00.000Z'),
      answered('Thank you for telling us. Amira will read your words by 11:55pm.', '2026-11-22T23:40:13.000Z', {
        concern: 'concern-kayla',
      }),
    ],
    assessments: [assessed('m8', DISCLOSED, 'mums boyfriend hit me')],
    notices: [
      {
        id: 'n1',
        practitioner: 'amira',
        as: 'duty-lead',
        step: 'lead-first',
        attempt: 1,
        by: 'sms',
        madeAt: '2026-11-22T23:40:01.000Z',
        withdrawnAt: null,
        state: 'delivered',
      },
      {
        id: 'n2',
        practitioner: 'amira',
        as: 'duty-lead',
        step: 'lead-first',
        attempt: 1,
        by: 'voice',
        madeAt: '2026-11-22T23:40:02.000Z',
        withdrawnAt: null,
        state: 'failed',
      },
    ],
    digests: [],
    decisions: [],
    talks: [],
    closed: null,
    history: [
      { at: '2026-11-22T23:40:00.600Z', name: 'concern-opened', data: { level: 'urgent' } },
      { at: '2026-11-22T23:40:02.500Z', name: 'notice-held', data: { practitioner: 'sam' } },
    ],
    marks: [],
    ...more,
  };
}

export function checkIn(id: string, startedAt: string, mood: number | null, more: Partial<CheckIn> = {}): CheckIn {
  return {
    id,
    youngPerson: 'kayla',
    date: startedAt.slice(0, 10),
    slot: '17:00',
    startedAt,
    finishedAt: startedAt,
    mood,
    answers: [],
    ...more,
  };
}

export function lineHistory(more: Partial<LineHistory> = {}): LineHistory {
  return {
    line: 'line-kayla',
    thread: [
      said(5, 'got picked for the team', '2026-11-17T17:01:00.000Z'),
      said(6, 'maths is rubbish tho', '2026-11-17T17:02:00.000Z', { keptBack: true }),
      ...wholeCase().thread,
    ],
    checkIns: [
      checkIn('c3', '2026-11-17T17:00:00.000Z', 6, {
        answers: [
          { heading: 'going-well', words: 'got picked for the team', message: 'm5', keptBack: false },
          { heading: 'not-going-well', words: 'maths is rubbish tho', message: 'm6', keptBack: true },
          { heading: 'for-the-visit', words: 'can we do chips', message: 'm5', keptBack: false },
        ],
      }),
      checkIn('c2', '2026-11-10T17:00:00.000Z', 4),
      checkIn('c1', '2026-11-03T17:00:00.000Z', 5),
    ],
    notes: [],
    commitments: [],
    concerns: [summary()],
    returnTalk: null,
    stoppedAt: null,
    notTheirsAt: null,
    humanInThread: null,
    pressedApart: [],
    howWasThis: [],
    givenBackApartBy: [],
    ...more,
  };
}
