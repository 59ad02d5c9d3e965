import { describeRecords } from '../harness/record';
import { beginStory } from '../harness/story';

describeRecords('pages opened with a reason', (record) => {
  it('the lead is told who, without content, and is led to where the reason stands', async () => {
    const story = await beginStory(record(), { at: '2026-11-17T10:00:00.000Z' });
    await story.acts.tellLeadOfGlass({ youngPerson: 'amira', by: 'sam' });
    await story.passes(1);
    story.hears('priya', /Sam has opened pages without a standing reason.*\/staff\/colleagues$/);
    story.ends();
  });
});
