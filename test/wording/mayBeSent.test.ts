import { mayBeSent, type SendingMoment } from '../../src/wording';

const AFTERNOON = '2026-11-24T16:00:00.000Z';
const NIGHT = '2026-11-24T23:40:00.000Z';

const moment = (more: Partial<SendingMoment>): SendingMoment => ({
  class: 'answer',
  style: 'ordinary',
  channel: 'sms',
  now: AFTERNOON,
  heardAt: AFTERNOON,
  safeHours: { from: '08:00', to: '21:30' },
  timeZone: 'Europe/London',
  stopped: false,
  phoneNotTheirs: false,
  ...more,
});

const UNTIL_MORNING = { send: 'hold', until: '2026-11-25T08:00:00.000Z', because: 'safe-hours' };

test.each<[string, Partial<SendingMoment>, object]>([
  ['an answer at once, at any hour', { now: NIGHT, heardAt: NIGHT }, { send: 'as-is' }],
  [
    'an answer eleven minutes late takes its neutral form',
    { heardAt: '2026-11-24T15:49:00.000Z' },
    { send: 'neutral' },
  ],
  [
    'in the night too, while they may still be there',
    { now: NIGHT, heardAt: '2026-11-24T23:20:00.000Z' },
    { send: 'neutral' },
  ],
  [
    'after half an hour in the night it waits for the morning',
    { now: NIGHT, heardAt: '2026-11-24T23:00:00.000Z' },
    UNTIL_MORNING,
  ],
  ['a check-in waits for safe hours', { class: 'unasked', now: NIGHT, heardAt: null }, UNTIL_MORNING],
  ['a check-in goes in safe hours', { class: 'unasked', heardAt: null }, { send: 'as-is' }],
  ['danger now is never held for the hour', { class: 'immediate', now: NIGHT, heardAt: null }, { send: 'as-is' }],
  ['a human chose this hour', { class: 'human', now: NIGHT, heardAt: null }, { send: 'as-is' }],
  ['the limits are a class of their own', { class: 'limits', heardAt: null }, { send: 'as-is' }],
  [
    'late limits on a phone that may be read are neutral',
    { class: 'limits', style: 'discreet', heardAt: null },
    { send: 'neutral' },
  ],
  [
    'STOP holds even danger: the carrier would refuse it',
    { class: 'immediate', stopped: true },
    { send: 'hold', until: null, because: 'stopped' },
  ],
  ['STOP is about texts, not the web chat', { channel: 'web', stopped: true }, { send: 'as-is' }],
  ['somebody else holds the phone: their text gets the neutral form', { phoneNotTheirs: true }, { send: 'neutral' }],
  [
    'and nothing unasked',
    { class: 'unasked', phoneNotTheirs: true },
    { send: 'hold', until: null, because: 'phone-not-theirs' },
  ],
  [
    'nor anything immediate late',
    { class: 'immediate', phoneNotTheirs: true, heardAt: null },
    { send: 'hold', until: null, because: 'phone-not-theirs' },
  ],
])('%s', (_, given, expected) => {
  expect(mayBeSent(moment(given))).toEqual(expected);
});

test('safe hours may run past midnight, and begin on the local clock', () => {
  const late = { from: '16:00', to: '01:00' };
  expect(mayBeSent(moment({ class: 'unasked', heardAt: null, now: NIGHT, safeHours: late }))).toEqual({
    send: 'as-is',
  });
  const summer = moment({ class: 'unasked', heardAt: null, now: '2026-07-01T02:00:00.000Z' });
  expect(mayBeSent(summer)).toMatchObject({ until: '2026-07-01T07:00:00.000Z' });
});
