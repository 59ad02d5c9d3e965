import { describeRecords } from '../harness/record';
import { beginStory } from '../harness/story';

describeRecords('danger at half past two on the night the clocks change', (record) => {
  it('counts every minute once, though half past one comes twice that night', async () => {
    const story = await beginStory(record(), { at: '2026-10-25T00:50:00.000Z' });
    await story.texts('amira', 'ive taken loads of tablets');
    story.hears('priya', /needs you NOW/);
    story.rings('priya');
    story.hears('sam', /Please ring Priya first, do not go out or reply alone/);
    story.hears('amira', /Call 999 now.*We're ringing Priya now/);
    story.hears('amira', /took too much of anything: call 999/);
    story.hears('amira', /automatic, not a person/);
    await story.passesUntil('2026-10-25T00:59:30.000Z');
    expect(story.phone('priya', 'voice').map((one) => one.at.slice(14, 16))).toEqual(['50', '53', '56', '59']);
    story.ignores('priya');
    story.hears('dev', /needs you NOW.*We are ringing too/);
    story.rings('dev');
    story.hears('cora', /needs you NOW\. Ref \w+\. Reply/);
    story.isQuiet();
    await story.passesUntil('2026-10-25T01:00:30.000Z');
    story.hears('mo', /needs you NOW/);
    story.rings('mo');
    story.hears('amira', /^Nobody has read it yet\..*We will text you by 1\.10am/);
    await story.does('priya', 'taken-on');
    story.hears('amira', /^Priya has it now/);
    await story.does('priya', 'seen');
    story.hears('amira', /Priya read your message at 1am/);
    story.ends();
  });

  it('rings at once at 02:30 too, after the hour that came twice', async () => {
    const story = await beginStory(record(), { at: '2026-10-25T02:30:00.000Z' });
    await story.texts('amira', 'ive taken loads of tablets');
    story.hears('priya', /needs you NOW/);
    story.rings('priya');
    story.hears('sam', /Please ring Priya first/);
    story.hears('amira', /Call 999 now/);
    story.ignores('amira');
    await story.does('priya', 'seen');
    story.hears('amira', /Priya read your message at 2\.30am/);
    story.ends();
  });

  it('counts on over the hour that never comes in spring, and says the hour that clocks show', async () => {
    const story = await beginStory(record(), { at: '2027-03-28T00:56:00.000Z' });
    await story.texts('amira', 'ive taken loads of tablets');
    ['priya', 'sam', 'amira'].forEach((who) => story.ignores(who));
    await story.passesUntil('2027-03-28T01:00:59.000Z');
    story.ignores('priya');
    story.isQuiet();
    await story.passesUntil('2027-03-28T01:01:00.000Z');
    story.hears('dev', /needs you NOW/);
    story.rings('dev');
    story.ignores('cora');
    await story.passesUntil('2027-03-28T01:06:00.000Z');
    story.hears('mo', /needs you NOW/);
    story.rings('mo');
    await story.passesUntil('2027-03-28T01:10:00.000Z');
    story.hears('amira', /^Sorry, Priya is late\. Mo has been asked\. .* More by 2\.20am\.$/);
    story.ignores('priya');
    await story.does('dev', 'seen');
    story.hears('amira', /Dev read your message at 2\.10am/);
  });

  it('rings at once at 02:30 in spring', async () => {
    const story = await beginStory(record(), { at: '2027-03-28T01:30:00.000Z' });
    await story.texts('amira', 'ive taken loads of tablets');
    story.hears('priya', /needs you NOW/);
    story.rings('priya');
    story.ignores('amira');
    await story.does('priya', 'seen');
    story.hears('amira', /Priya read your message at 2\.30am/);
  });
});
