import { NO_FAULTS, type Faults } from '../../../src/practice/network/faults';
import { fateOf, receiptsOf } from '../../../src/practice/network/receipts';
import { pace } from '../../../src/practice/settings';
import { AMIRA } from '../harness';

const PACE = pace.parse({ sentMs: 100, deliveredMs: 200 });
const FATE = fateOf(AMIRA, 'delivered', PACE);
const told = (faults: Partial<Faults>) =>
  receiptsOf(FATE, { ...NO_FAULTS, ...faults }).map(({ status, afterMs }) => `${status} ${afterMs}`);

test.each([
  ['delivered', ['queued 0', 'sent 100', 'delivered 300']],
  ['undelivered', ['queued 0', 'sent 100', 'undelivered 300']],
  ['failed', ['queued 0', 'failed 100']],
] as const)('a text that is to be %s goes that way in its own time', (fate, moments) => {
  expect(fateOf(AMIRA, fate, PACE).map(({ status, afterMs }) => `${status} ${afterMs}`)).toEqual(moments);
});

test('a landline is taken and never reached, with the code Twilio has for it', () => {
  expect(fateOf('+441632960001', 'delivered', PACE).at(-1)).toMatchObject({ status: 'undelivered', errorCode: 30006 });
});

test.each([
  [{ receipts: 'prompt' }, ['queued 0', 'sent 100', 'delivered 300']],
  [{ receipts: 'late', lateByMs: 5_000 }, ['queued 5000', 'sent 5100', 'delivered 5300']],
  [{ receipts: 'lost' }, []],
  [{ receipts: 'repeated' }, ['queued 0', 'queued 1', 'sent 100', 'sent 101', 'delivered 300', 'delivered 301']],
  [{ receipts: 'out-of-order' }, ['delivered 300', 'sent 550', 'queued 800']],
] as const)('with %j the service is told %j', (faults, moments) => {
  expect(told(faults)).toEqual(moments);
});
