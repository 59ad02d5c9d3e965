import type { HistoryItem } from '../../../src/record/views/types';
import { replyAwaited } from '../../../src/staff/decision/replyAwaited';
import type { Decision } from '../../../src/vocabulary';

const REFERRED: Decision = {
  concern: 'c1',
  by: 'amira',
  at: '2026-11-19T12:05:00.000Z',
  referred: true,
  to: 'Social care',
  reference: null,
  reason: 'hit',
  toldYoungPerson: 'yes',
  whyNotTold: null,
};
const happened = (name: 'referral-reply-chased' | 'referral-reply-recorded', at: string) => ({ name, at, data: {} });

test('a referral waits for its reply from the moment it was made', () => {
  expect(replyAwaited({ decisions: [REFERRED], history: [] })).toEqual({ since: REFERRED.at, chasedAt: null });
});

test('it says when somebody was last asked to chase it', () => {
  const history = ['2026-11-20T12:05:00.000Z', '2026-11-23T12:05:00.000Z'].map((at) =>
    happened('referral-reply-chased', at),
  );
  expect(replyAwaited({ decisions: [REFERRED], history })?.chasedAt).toBe('2026-11-23T12:05:00.000Z');
});

test.each<[string, readonly Decision[], readonly HistoryItem[]]>([
  ['nothing is decided', [], []],
  ['nothing was referred', [{ ...REFERRED, referred: false }], []],
  ['a reply is noted', [REFERRED], [happened('referral-reply-recorded', '2026-11-20T13:00:00.000Z')]],
  ['a later decision refers nothing', [REFERRED, { ...REFERRED, referred: false }], []],
])('none is owed where %s', (_, decisions, history) => {
  expect(replyAwaited({ decisions, history })).toBeNull();
});

test('a reply to an earlier referral is none to a later one', () => {
  const again = { ...REFERRED, at: '2026-11-24T10:00:00.000Z' };
  const history = [happened('referral-reply-recorded', '2026-11-20T13:00:00.000Z')];
  expect(replyAwaited({ decisions: [REFERRED, again], history })).toEqual({ since: again.at, chasedAt: null });
});
