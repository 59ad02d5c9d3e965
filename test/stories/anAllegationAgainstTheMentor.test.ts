import { describeRecords } from '../harness/record';
import { beginStory } from '../harness/story';

const AT = '2026-11-17T10:00:00.000Z';

describeRecords('an allegation against the mentor', (record) => {
  it("is the lead's alone: the mentor, the cover and the coordinator hear nothing, ever", async () => {
    const story = await beginStory(record(), { at: AT });
    await story.texts('amira', 'sam touched me');
    story.hears('priya', /needs you by 10\.30am/);
    story.hears('amira', /Sam will not see this\. Priya, who is in charge of safety, is being told now/);
    story.hears('amira', /automatic, not a person/);
    await story.texts('amira', '1');
    story.hears('amira', /Priya/);
    await story.passesUntil('2026-11-17T10:10:00.000Z');
    story.rings('priya');
    story.isQuiet();
    await story.passesUntil('2026-11-17T10:20:00.000Z');
    story.hears('priya', /more has come/);
    story.rings('priya');
    story.hears('dev', /needs you NOW/);
    story.rings('dev');
    story.isQuiet();
    await story.passesUntil('2026-11-17T10:40:00.000Z');
    story.hears('mo', /needs you NOW/);
    story.rings('mo');
    await story.passes(60);
    for (const who of ['sam', 'bea', 'cora', 'martin']) {
      for (const by of ['sms', 'voice', 'email'] as const) expect(story.phone(who, by)).toEqual([]);
    }
  });

  it("ends the mentor's view at the very message, and refuses whatever they do in it", async () => {
    const story = await beginStory(record(), { at: AT });
    await story.texts('amira', 'sam touched me');
    const [message] = story.shows('message-received');
    expect(story.shows('view-ended').map((one) => one.data)).toEqual([
      { practitioner: 'sam', message: message?.data['message'] },
    ]);
    for (const act of ['seen', 'taken-on', 'decided', 'contacted'] as const) {
      expect(await story.does('sam', act)).toEqual({ result: 'refused', why: 'left-out-of-it' });
    }
    story.ignores('amira');
    story.ignores('priya');
    story.ends();
  });
});
