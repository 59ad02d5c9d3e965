import { describeRecords } from '../harness/record';
import { beginStory } from '../harness/story';

describeRecords('ASK: what stays private, before anything is told', (record) => {
  it('by day goes to their own practitioner by text, and they hear that somebody is there', async () => {
    const story = await beginStory(record(), { at: '2026-11-17T10:00:00.000Z' });
    await story.texts('amira', 'ASK');
    story.hears('amira', /We are telling Sam that you want to ask first.*Sam is working now/);
    story.hears('amira', /automatic, not a person/);
    story.hears('sam', /has asked for a person/);
    story.ends();
  });

  it('at night wakes nobody: their practitioner finds an e-mail, and they hear when that is read', async () => {
    const story = await beginStory(record(), { at: '2026-11-17T23:50:00.000Z' });
    await story.texts('amira', 'ASK');
    story.hears('amira', /We are telling Sam.*Sam is next in at 9am tomorrow/);
    story.hears('amira', /automatic, not a person/);
    story.hears('sam', /asked for a person/, 'email');
    story.ends();
  });

  it('is not a request for a person now: that one reaches whoever is on call, at any hour', async () => {
    const story = await beginStory(record(), { at: '2026-11-17T23:50:00.000Z' });
    await story.texts('amira', 'PERSON');
    story.hears('amira', /We are telling Priya, on call/);
    story.hears('amira', /automatic, not a person/);
    story.hears('priya', /has asked for a person/);
    story.hears('sam', /asked for a person/, 'email');
    story.ends();
  });
});
