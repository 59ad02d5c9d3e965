import { describeRecords } from '../harness/record';
import { beginStory } from '../harness/story';

describeRecords('limits before anything', (record) => {
  it('says what must be passed on, and to whom, before any question is asked', async () => {
    const story = await beginStory(record(), { at: '2026-11-17T10:00:00.000Z' });
    await story.texts('amira', 'hi');
    story.hears('amira', /automatic, not a person.*Sam.*we have to tell Sam and Priya/s);
    story.ignores('amira');
    story.ends();
  });
});
