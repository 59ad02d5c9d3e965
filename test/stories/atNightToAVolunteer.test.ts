import { describeRecords } from '../harness/record';
import { beginStory } from '../harness/story';

/** A quarter to midnight, a Tuesday. Martin, Jay's mentor, is a volunteer and sleeps. */
const AT = '2026-11-17T23:45:00.000Z';

describeRecords('a disclosure at night to a young person whose mentor is a volunteer', (record) => {
  it('wakes the lead and not the volunteer, and says who reads it tonight and when the mentor hears', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.texts('jay', 'my dad hit me last night');
    story.hears('priya', /needs you by midnight/);
    story.rings('priya');
    story.hears('jay', /Martin is off, so Priya, on call, will read your words by midnight.*Martin hears at 8am/);
    story.hears('jay', /automatic, not a person/);
    expect(story.shows('notice-held')[0]?.data).toMatchObject({
      practitioner: 'martin',
      until: '2026-11-18T08:00:00.000Z',
    });
    story.ends();
  });

  it('rings the lead every five minutes, the second lead at 15 and the manager at 30, until somebody reads it', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.texts('jay', 'my dad hit me last night');
    await story.texts('jay', '1');
    story.ignores('priya');
    story.ignores('jay');
    await story.passesUntil('2026-11-17T23:55:30.000Z');
    expect(story.phone('priya', 'voice').map((one) => one.at.slice(11, 16))).toEqual(['23:45', '23:50', '23:55']);
    story.ignores('priya');
    await story.passesUntil('2026-11-18T00:00:30.000Z');
    story.hears('dev', /needs you NOW/);
    story.rings('dev');
    story.hears('jay', /Sorry, Priya is late\. Dev has been asked/);
    await story.passesUntil('2026-11-18T00:15:30.000Z');
    story.hears('mo', /needs you NOW/);
    story.rings('mo');
    story.ignores('priya');
    story.hears('jay', /Sorry, Priya is late/);
    await story.does('dev', 'seen');
    story.hears('jay', /Dev read your message at 12\.15am/);
    story.ends();
  });

  it('tells the mentor at the start of their day, who speaks first', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.texts('jay', 'my dad hit me last night');
    story.ignores('priya');
    story.ignores('jay');
    await story.does('priya', 'seen');
    await story.does('priya', 'taken-on');
    await story.does('priya', 'decided');
    story.hears('jay', /Priya read your message at 11\.45pm/);
    await story.passesUntil('2026-11-18T07:59:30.000Z');
    story.isQuiet();
    await story.passesUntil('2026-11-18T08:02:00.000Z');
    story.hears('martin', /Harbour Youth/);
    expect(story.shows('commitment-kept').map((one) => one.data['what'])).toContain('will-tell');
    await story.does('martin', 'contacted');
    await story.passesUntil('2026-11-18T20:00:00.000Z');
    story.ends();
  });

  it('never lets the volunteer hold the only live step: their taking it on stops no lead', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.texts('jay', 'my dad hit me last night');
    await story.does('martin', 'seen');
    await story.does('martin', 'taken-on');
    story.ignores('priya');
    story.ignores('jay');
    await story.passesUntil('2026-11-17T23:50:30.000Z');
    story.hears('priya', /needs you/);
    story.rings('priya');
    expect(await story.does('martin', 'decided')).toMatchObject({ result: 'refused' });
    story.ignores('jay');
    story.ends();
  });
});
