import { staffViews } from '../../src/record/views';
import { describeRecords } from '../harness/record';
import { beginStory, type Story } from '../harness/story';

const DAY_MINUTES = 24 * 60;

async function checkIn(story: Story): Promise<void> {
  await story.acts.startCheckIn({ youngPerson: 'amira', why: 'now' });
  for (const words of ['6', 'football', 'nothing', 'no', 'OK']) await story.texts('amira', words);
}

const asked = (story: Story) => story.phone('amira').filter((one) => /say what you wanted/.test(one.text));

describeRecords('how was this', (record) => {
  it('is asked at the end of the fourth check-in and not of the fifth; the answers are events, not words', async () => {
    const story = await beginStory(record(), { at: '2026-11-02T17:00:00.000Z' });
    for (let nth = 1; nth <= 3; nth += 1) {
      await checkIn(story);
      await story.passes(DAY_MINUTES);
    }
    expect(asked(story)).toHaveLength(0);
    await checkIn(story);
    expect(asked(story)).toHaveLength(1);
    await story.texts('amira', 'no');
    await story.texts('amira', 'yes');
    expect(story.shows('how-was-this-answered').map((one) => [one.data['question'], one.data['answer']])).toEqual([
      ['said-what-they-wanted', 'no'],
      ['right-for-them', 'yes'],
    ]);
    const history = await staffViews(story.record).history('amira');
    expect(history?.howWasThis.map((one) => one.answer)).toEqual(['yes', 'no']);
    await story.passes(DAY_MINUTES);
    await checkIn(story);
    expect(asked(story)).toHaveLength(1);
  });
});
