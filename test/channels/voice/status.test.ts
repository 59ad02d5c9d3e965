import { CALL_STATUS, parseCallStatus } from '../../../src/channels/voice/status';

const AT = '2026-11-22T23:40:00.000Z';
const CallSid = `CA${'2e'.repeat(16)}`;

test.each([
  ['initiated', undefined, 'accepted', null],
  ['ringing', undefined, 'accepted', null],
  ['in-progress', 'human', 'sent', null],
  ['completed', 'human', 'delivered', null],
  ['completed', 'unknown', 'delivered', null],
  ['completed', undefined, 'delivered', null],
  ['completed', 'machine_end_beep', 'undelivered', 'answerphone'],
  ['completed', 'fax', 'undelivered', 'answerphone'],
  ['busy', undefined, 'undelivered', 'busy'],
  ['no-answer', undefined, 'undelivered', 'no-answer'],
  ['failed', undefined, 'failed', 'failed'],
  ['canceled', undefined, 'failed', 'canceled'],
])('a call that is %s (answered by %s) is, to us, %s', (CallStatus, AnsweredBy, state, errorCode) => {
  const receipt = parseCallStatus({ CallSid, CallStatus, AnsweredBy }, 'row-1', AT);
  expect(receipt).toEqual({ delivery: 'row-1', sid: CallSid, state, errorCode, at: AT });
});

test('every status the carrier documents has its line in the table', () => {
  const documented = ['queued', 'initiated', 'ringing', 'in-progress', 'completed', 'busy', 'no-answer', 'failed'];
  expect(Object.keys(CALL_STATUS)).toEqual(expect.arrayContaining([...documented, 'canceled']));
});

test('a form without a call id is no receipt', () => {
  expect(parseCallStatus({ CallStatus: 'completed' }, 'row-1', AT)).toBeNull();
});
