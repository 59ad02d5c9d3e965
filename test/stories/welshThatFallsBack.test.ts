import { describeRecords } from '../harness/record';
import { beginStory } from '../harness/story';

describeRecords('a young person who is written to in Welsh', (record) => {
  it('gets English where no Welsh is written yet, and every such text is on record', async () => {
    const story = await beginStory(record(), { at: '2026-11-17T10:00:00.000Z' });
    await story.texts('cerys', 'complaint');
    story.hears('cerys', /You can complain and nobody will be cross/);
    expect(story.shows('welsh-fell-back-to-english').map((one) => one.data['template'])).toEqual(['complaint']);
  });
});
