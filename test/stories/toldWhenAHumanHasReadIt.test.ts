import { describeRecords } from '../harness/record';
import { beginStory } from '../harness/story';

describeRecords('told when a human has read it', (record) => {
  it('at once, at any hour, if they wrote in the last half hour; and once', async () => {
    const story = await beginStory(record(), { at: '2026-11-17T23:00:00.000Z' });
    await story.texts('amira', 'my dad hit me last night');
    await story.passes(20);
    story.ignores('amira');
    await story.does('priya', 'seen');
    expect(story.hears('amira', /Priya read your message at 11\.20pm\. No need to say it again/).at).toBe(
      '2026-11-17T23:20:30.000Z',
    );
    await story.does('dev', 'seen');
    await story.does('priya', 'seen');
    story.hearsNothing('amira');
  });

  it('at their next safe hour, if it is late and they wrote long ago', async () => {
    const story = await beginStory(record(), { at: '2026-11-17T23:00:00.000Z' });
    await story.texts('amira', 'my dad hit me last night');
    await story.passes(40);
    story.ignores('amira');
    await story.does('priya', 'seen');
    await story.does('priya', 'taken-on');
    await story.does('priya', 'decided');
    await story.passesUntil('2026-11-18T07:59:00.000Z');
    story.hearsNothing('amira');
    await story.passesUntil('2026-11-18T08:00:30.000Z');
    story.hears('amira', /Priya read your message at 11\.40pm/);
  });

  it('by whoever will read it: not by somebody who has passed it on since', async () => {
    const story = await beginStory(record(), { at: '2026-11-17T23:00:00.000Z' });
    await story.texts('amira', 'my dad hit me last night');
    await story.passes(2);
    await story.replies('priya', '2');
    await story.passes(1);
    story.ignores('amira');
    await story.texts('amira', 'has anyone read it');
    story.hears('amira', /^Not yet\. Dev will read it by 11\.15pm/);
  });

  it('not again when it has to be read afresh for a reason that was no new word of theirs', async () => {
    const story = await beginStory(record(), { at: '2026-11-17T10:00:00.000Z' });
    await story.texts('amira', 'my dad hit me last night');
    story.ignores('amira');
    await story.does('sam', 'seen');
    story.hears('amira', /^Sam read your message at 10am/);
    await story.passes(21);
    expect(story.shows('safe-now-silent', 'act-reopened').map((one) => one.name)).toEqual([
      'safe-now-silent',
      'act-reopened',
    ]);
    await story.does('priya', 'seen');
    story.hearsNothing('amira');
  });

  it('again when they have said more since', async () => {
    const story = await beginStory(record(), { at: '2026-11-17T10:00:00.000Z' });
    await story.texts('amira', 'my dad hit me last night');
    await story.texts('amira', '1');
    await story.does('sam', 'seen');
    await story.texts('amira', 'i cut my arms every night');
    story.ignores('amira');
    await story.does('priya', 'seen');
    story.hears('amira', /^Priya read your message at 10\.01am/);
  });
});
