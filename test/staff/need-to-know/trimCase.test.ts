import { hideConcerns, trimCase, trimHistory, trimSummary } from '../../../src/staff/need-to-know/trimCase';
import type { ViewEnd } from '../../../src/record/views/types';
import { answered, lineHistory, said, summary, wholeCase } from '../harness/cases';

const END: ViewEnd = { line: 'line-kayla', beforeSeq: 8, at: '2026-11-22T23:40:00.000Z' };
const LATER = '2026-11-23T09:00:00.000Z';
const acted = (by: string, at: string) => ({ act: 'taken-on', by, as: 'mentor', at }) as const;

test('an ended view shows the case as it stood: nothing said, told, done, decided or closed since', () => {
  const whole = wholeCase({
    summary: summary({ acts: [acted('sam', '2026-11-22T23:39:50.000Z'), acted('amira', LATER)], closedAt: LATER }),
    closed: { at: LATER, by: 'amira', outcome: 'o', reason: 'r', toldYoungPerson: 't' },
    marks: [{ by: 'amira', at: LATER, verdict: 'right', note: '' }],
  });
  const seen = trimCase(whole, END, 'sam');
  expect(seen.thread.map((item) => item.message)).toEqual(['m7']);
  expect(seen.summary.acts.map((act) => act.by)).toEqual(['sam']);
  expect(seen).toMatchObject({ assessments: [], notices: [], decisions: [], marks: [], history: [], closed: null });
  expect(seen.summary).toMatchObject({ closedAt: null, told: [], mayKnow: [] });
});

test('a notice taken back since is not seen to have been', () => {
  const told = { practitioner: 'sam', as: 'mentor', at: '2026-11-22T23:39:00.000Z', withdrawnAt: LATER } as const;
  expect(trimSummary(summary({ told: [told] }), END, 'sam').told).toEqual([{ ...told, withdrawnAt: null }]);
});

test('what they press afterwards shows to them as if it had an effect, and to nobody else', () => {
  const concern = summary({ keptApart: [{ pressed: 'taken-on', by: 'sam', at: LATER }] });
  expect(trimSummary(concern, END, 'sam').acts).toMatchObject([{ act: 'taken-on', by: 'sam', at: LATER }]);
  expect(trimSummary(concern, END, 'bea').acts).toEqual([]);
  const closed = summary({ keptApart: [{ pressed: 'closed', by: 'sam', at: LATER }] });
  expect(trimSummary(closed, END, 'sam').closedAt).toBe(LATER);
});

test('of what was undone and passed on as they were shut out, their own page shows how it stood', () => {
  const [mine, theirs] = [acted('sam', '2026-11-22T23:39:50.000Z'), acted('amira', LATER)];
  const now = summary({
    acts: [theirs],
    holder: 'amira',
    level: 'immediate',
    moodFellAt: LATER,
    foundByReadingAt: LATER,
  });
  const { kinds, clocks, doNotRing, doNotTellFamily } = now;
  const stood = { level: 'worry', holder: 'sam', acts: [mine], kinds, clocks, doNotRing, doNotTellFamily } as const;
  const concern = { ...now, frozen: [{ practitioners: ['sam'], stood }] };
  const same = { moodFellAt: null, foundByReadingAt: null, frozen: [] };
  expect(trimSummary(concern, END, 'sam')).toMatchObject({ level: 'worry', holder: 'sam', acts: [mine], ...same });
  expect(trimSummary(concern, END, 'bea')).toMatchObject({ level: 'immediate', holder: 'amira', acts: [], ...same });
});

test('past check-ins stay and newer ones are not there', () => {
  const seen = trimHistory(lineHistory({ stoppedAt: LATER }), { ...END, at: '2026-11-11T00:00:00.000Z' }, 'sam');
  expect(seen.checkIns.map((one) => one.id)).toEqual(['c2', 'c1']);
  expect(seen.stoppedAt).toBeNull();
});

test('a phone they said is theirs again, to no effect, is theirs again to them alone', () => {
  const history = lineHistory({ notTheirsAt: '2026-11-20T10:00:00.000Z', givenBackApartBy: ['sam'] });
  expect(trimHistory(history, END, 'sam').notTheirsAt).toBeNull();
  expect(trimHistory(history, END, 'bea').notTheirsAt).toBe('2026-11-20T10:00:00.000Z');
});

describe('a conversation without what a reader may not know', () => {
  const thread = [
    said(1, 'hi', '2026-11-22T10:00:00.000Z'),
    said(2, 'rob touched me', '2026-11-22T10:01:00.000Z'),
    answered('Rob will not see this.', '2026-11-22T10:01:10.000Z', { concern: 'a1' }),
    said(3, 'ok thanks', '2026-11-22T10:02:00.000Z'),
  ];

  test('ends before the first message of an allegation, because what follows tells of it', () => {
    const allegation = summary({ id: 'a1', nature: 'allegation', firstSeq: 2, messages: ['m2'] });
    expect(hideConcerns(thread, [allegation]).map((item) => item.text)).toEqual(['hi']);
  });

  test('leaves out only the messages and answers of any other hidden concern', () => {
    const unread = summary({ id: 'a1', nature: 'could-not-be-assessed', firstSeq: 2, messages: ['m2'] });
    expect(hideConcerns(thread, [unread]).map((item) => item.text)).toEqual(['hi', 'ok thanks']);
  });

  test('is whole when nothing is hidden', () => {
    expect(hideConcerns(thread, [])).toEqual(thread);
  });
});
