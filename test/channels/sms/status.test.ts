import { parseTextStatus, TEXT_STATUS } from '../../../src/channels/sms/status';

const AT = '2026-11-22T23:40:00.000Z';
const SID = `SM${'1f'.repeat(16)}`;

test.each([
  ['queued', 'accepted'],
  ['accepted', 'accepted'],
  ['sending', 'accepted'],
  ['sent', 'sent'],
  ['delivered', 'delivered'],
  ['undelivered', 'undelivered'],
  ['failed', 'failed'],
  ['canceled', 'failed'],
  ['a word Twilio has not thought of yet', 'accepted'],
])('%s is, to us, %s', (MessageStatus, state) => {
  expect(parseTextStatus({ MessageSid: SID, MessageStatus }, 'row-1', AT)).toEqual({
    delivery: 'row-1',
    sid: SID,
    state,
    errorCode: null,
    at: AT,
  });
});

test('every status the carrier documents has its line in the table', () => {
  const documented = ['accepted', 'scheduled', 'queued', 'sending', 'sent', 'partially_delivered', 'delivered', 'read'];
  expect(Object.keys(TEXT_STATUS)).toEqual(
    expect.arrayContaining([...documented, 'undelivered', 'failed', 'canceled']),
  );
});

test('a failure keeps its code', () => {
  const receipt = parseTextStatus({ MessageSid: SID, MessageStatus: 'failed', ErrorCode: '30008' }, 'row-1', AT);
  expect(receipt?.errorCode).toBe('30008');
});

test('a form without a message id is no receipt', () => {
  expect(parseTextStatus({ MessageStatus: 'sent' }, 'row-1', AT)).toBeNull();
});
