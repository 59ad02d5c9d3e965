import { noticeAddresses } from '../../src/channels/voice/addresses';
import { createNoticeCall } from '../../src/channels/voice/notice';
import { isProven } from '../../src/rota';
import { openTestRecord, type TestRecord } from '../harness/record';
import { STORY_ROSTER } from '../harness/roster';
import { beginStory, type Story } from '../harness/story';

const LEAD = STORY_ROSTER.shifts.find(({ duty }) => duty === 'lead')!.practitioner;

let record: TestRecord;
beforeAll(async () => {
  record = await openTestRecord();
});
beforeEach(() => record.reset());
afterAll(() => record?.close());

async function proven(story: Story, by: 'sms' | 'voice'): Promise<boolean> {
  const { practitioners } = await record.record.transaction((tx) => tx.roster.snapshot());
  return isProven(
    practitioners.find(({ id }) => id === LEAD)!,
    by,
    story.clock.now(),
  );
}

describe('a drill proves that somebody can be reached', () => {
  test('by text: it says that it is one, any answer proves the phone, and nobody is answered as if it were real', async () => {
    const story = await beginStory(record, { at: '2026-11-24T15:00:00.000Z' });
    await story.service.acts.sendDrill({ practitioner: LEAD, by: 'sms' });
    await story.passes(1);
    const [, code = ''] = /Reply (\w{3}) 1/.exec(story.hears(LEAD, /THIS IS A DRILL/).text) ?? [];
    expect(await proven(story, 'sms')).toBe(false);
    await story.texts(LEAD, `${code} 1`);
    expect(await proven(story, 'sms')).toBe(true);
    story.ends();
  });

  test('by call: key 1 is enough, for the four numbers cannot be set before a first go-live', async () => {
    const story = await beginStory(record, { at: '2026-11-24T15:00:00.000Z' });
    const { acts } = story.service;
    await acts.sendDrill({ practitioner: LEAD, by: 'voice' });
    await story.passes(1);
    const { delivery } = story.hears(LEAD, /To answer it, press 1\. To hear/, 'voice');
    const call = createNoticeCall({
      words: acts.wordsOfCall,
      checkPin: acts.checkPin,
      takeOn: (id) => acts.answerCall(id, 'takes-on'),
      passOn: (id) => acts.answerCall(id, 'passes-on'),
    });
    const heard = await call.key(delivery, 1, '1', noticeAddresses('https://bv.example', delivery));
    expect(heard).toMatch(/That is all this drill was for.*<Hangup/);
    expect(await proven(story, 'voice')).toBe(true);
    story.ends();
  });

  test('by call: it says that it is one, and a key proves the line', async () => {
    const story = await beginStory(record, { at: '2026-11-24T15:00:00.000Z' });
    const { acts } = story.service;
    await acts.sendDrill({ practitioner: LEAD, by: 'voice' });
    await story.passes(1);
    const { delivery } = story.hears(LEAD, /This is a drill/, 'voice');
    expect((await acts.wordsOfCall(delivery))?.notice).toContain('This is a drill');
    expect(await proven(story, 'voice')).toBe(false);
    await acts.answerCall(delivery, 'passes-on');
    expect(await proven(story, 'voice')).toBe(true);
    story.ends();
  });
});

test('what is wrong with a live installation is texted once a day and mailed once an hour, however often it is asked', async () => {
  const story = await beginStory(record, { at: '2026-11-24T15:00:00.000Z' });
  for (const minutes of [0, 1, 60, 60]) {
    await story.passes(minutes);
    await story.service.acts.pageUntilMended({ missing: 2 });
  }
  await story.passes(1);
  expect(story.phone(LEAD)).toHaveLength(1);
  expect(story.phone(LEAD, 'email')).toHaveLength(2);
  await story.passes(24 * 60);
  await story.service.acts.pageUntilMended({ missing: 2 });
  await story.passes(1);
  expect(story.phone(LEAD)).toHaveLength(2);
});
