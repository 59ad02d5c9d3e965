import { openHands, type Hands } from '../../src/app/house/openHands';
import { projectRoot } from '../../src/app/projectRoot';
import { readAuthoredHouse } from '../../src/app/service/authoredHouse';
import { createService, type Service } from '../../src/app/service/createService';
import { systemClock } from '../../src/clock';
import { makeIds } from '../../src/ids';
import type { IncomingMessage } from '../../src/vocabulary';
import { openTestRecord, RECORD_KINDS, type TestRecord } from '../harness/record';
import { STORY_ROSTER } from '../harness/roster';
import { describeOnRedis } from '../harness/servers';
import { StoryCarrier } from '../harness/storyCarrier';
import { keptLog, until } from '../jobs/hands';

const AMIRA = '+447700900201';
const JAY = '+447700900202';
const NOOR = '+447700900204';
const PRIYA = '+447700900105';

describeOnRedis('Redis away, then back', (redis) => {
  describe.each(RECORD_KINDS)('(%s)', (kind) => {
    const carrier = new StoryCarrier(() => systemClock.now());
    const log = keptLog();
    let record: TestRecord;
    let hands: Hands;
    let service: Service;

    beforeAll(async () => {
      record = await openTestRecord(kind);
      await record.record.transaction((tx) => tx.roster.replace(STORY_ROSTER));
      hands = openHands({
        config: { redisUrl: redis().url },
        clock: systemClock,
        log,
        record: record.record,
        works: true,
        perform: (work) => service.acts.passTime(work),
        onStuck: () => {},
      });
      service = createService({
        house: readAuthoredHouse(projectRoot()),
        record: record.record,
        clock: systemClock,
        ids: makeIds(systemClock),
        log,
        carrier,
        nudge: hands.nudge,
        spool: {
          keep: () => Promise.reject(new Error('no disk')),
          list: () => Promise.resolve([]),
          read: () => Promise.resolve(null),
          remove: () => Promise.resolve(),
        },
        rosterCopy: { keep: () => Promise.resolve(), last: () => Promise.resolve(STORY_ROSTER) },
        serviceName: 'Between Visits',
        publicUrl: 'https://bv.example',
        burst: { smsQuietMs: 0, webQuietMs: 0, longestMs: 0 },
        proofsRequired: false,
      });
    });
    afterAll(async () => {
      await hands?.close();
      await record?.close();
    });

    const discloses = (phone: string) => {
      const incoming: IncomingMessage = {
        provider: 'twilio-sms',
        providerId: `SM-${phone}`,
        channel: 'sms',
        sender: { by: 'phone', phone },
        kind: 'text',
        text: 'my dad hit me last night',
        to: null,
        optOut: null,
        receivedAt: systemClock.now(),
      };
      return service.acts.receiveFromPhone(incoming);
    };
    const textsTo = (phone: string) => carrier.taken.filter((one) => one.by === 'sms' && one.to === phone);
    const isAnswered = (phone: string) => () => textsTo(phone).length >= 2;

    test('costs half a second and nothing else: everybody is answered, the lead told of each, nobody twice', async () => {
      await discloses(AMIRA);
      await until(isAnswered(AMIRA));
      await redis().away();
      await discloses(JAY);
      await until(isAnswered(JAY));
      await redis().back();
      await discloses(NOOR);
      await until(isAnswered(NOOR));
      await until(() => textsTo(PRIYA).length === 3);
      const deliveries = carrier.taken.map((one) => one.delivery);
      expect(new Set(deliveries).size).toBe(deliveries.length);
      expect(log.lines.filter((line) => line.severity === 'error')).toEqual([]);
    });
  });
});
