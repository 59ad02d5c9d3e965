import type { Db } from '../../src/record';
import { freshWords } from '../../src/record/chain/words';
import { commitmentStore } from '../../src/record/stores/commitments';
import { deliveryStore } from '../../src/record/stores/deliveries';
import { auditViews } from '../../src/record/views/audit';
import { holdsMessage } from '../../src/record/views/holdsMessage';
import { readKeeping } from '../../src/record/views/readKeeping';
import { readStanding } from '../../src/record/views/readStanding';
import { readViewEnds } from '../../src/record/views/readViewEnds';
import { describeRecords, START } from '../harness/record';

/** What is asked of a table that grows for years, and the index it is found by. (A block range pays in large tables only.) */
const ASKED: readonly [string, string, (db: Db) => Promise<unknown>][] = [
  [
    'whether an earlier text must go first',
    'deliveries_not_gone',
    (db) => deliveryStore(db, freshWords()).mustWaitForEarlier('d1', START),
  ],
  ['what did not reach practitioners', 'deliveries_to_staff', (db) => readStanding(db, START)],
  ['where views of lines end', 'events_that_end_a_view', (db) => readViewEnds(db, 'sam')],
  ['where "not them" stands', 'lines_with_not_them', (db) => readViewEnds(db, 'sam')],
  ['what was destroyed', 'events_of_destruction', (db) => readKeeping(db, null)],
  ['what was promised on a line', 'commitments_open', (db) => commitmentStore(db).openOf('l1')],
  ['promises forgotten', 'commitments_open', (db) => auditViews(db).promisesForgotten(START)],
  ['a message of the carrier', 'messages_from_carrier', (db) => holdsMessage(db, from({ by: 'phone', phone: '+1' }))],
  ['a message of the web', 'messages_from_web', (db) => holdsMessage(db, from({ by: 'web', youngPerson: 'robin' }))],
];

const from = (sender: Parameters<typeof holdsMessage>[1]['sender']) =>
  ({ provider: 'twilio-sms', providerId: 'SM1', sender }) as const;

describeRecords('however many years stand in the record', (record) => {
  /** How the record would look for all that is asked, were its tables too large to read: planned for any values. */
  async function plansOf(ask: (db: Db) => Promise<unknown>): Promise<string> {
    const asked: { text: string; count: number }[] = [];
    const note = (text: string, values: readonly unknown[] = []) => void asked.push({ text, count: values.length });
    await ask({
      ...record().db,
      all: (text, values) => Promise.resolve([]).finally(() => note(text, values)),
      one: (text, values) => Promise.resolve(null).finally(() => note(text, values)),
    });
    return record().inTransaction(async ({ db }) => {
      await db.all('set local enable_seqscan = off');
      await db.all('set local plan_cache_mode = force_generic_plan');
      const plans: string[] = [];
      for (const [at, { text, count }] of asked.entries()) {
        await db.all(`prepare asked_${at} as ${text}`);
        const nothing = count === 0 ? '' : `(${Array.from({ length: count }, () => 'null').join(', ')})`;
        const lines = await db.all<Record<string, string>>(`explain execute asked_${at}${nothing}`);
        plans.push(lines.map((line) => Object.values(line).join()).join('\n'));
        await db.all(`deallocate asked_${at}`);
      }
      return plans.join('\n');
    });
  }

  test.each(ASKED)('%s is found by %s', async (_what, index, ask) => {
    expect(await plansOf(ask)).toMatch(new RegExp(`Scan (using|on) ${index}\\b`));
  });
});
