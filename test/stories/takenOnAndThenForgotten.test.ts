import { describeRecords } from '../harness/record';
import { beginStory } from '../harness/story';

const AT = '2026-11-17T10:00:00.000Z';

describeRecords('taken on and then forgotten', (record) => {
  it("is nobody's again when nobody decided: whoever let it lie and the deciding side are asked, in words that are true", async () => {
    const story = await beginStory(record(), { at: AT });
    await story.texts('amira', 'my dad hit me last night');
    await story.does('priya', 'taken-on');
    await story.does('priya', 'seen');
    await story.does('priya', 'contacted');
    ['amira', 'sam', 'priya'].forEach((who) => story.ignores(who));
    await story.passesUntil('2026-11-17T11:59:59.000Z');
    ['sam', 'bea', 'amira'].forEach((who) => story.ignores(who));
    story.isQuiet();
    await story.passesUntil('2026-11-17T12:00:00.000Z');
    story.hears('priya', /is taken on and not yet decided/);
    story.rings('priya');
    expect(story.shows('act-reopened').map((one) => one.data)).toContainEqual(
      expect.objectContaining({ act: 'taken-on', reason: 'not-decided' }),
    );
    await story.passesUntil('2026-11-17T12:40:00.000Z');
    story.hears('dev', /not yet decided/);
    await story.does('dev', 'decided');
    ['dev', 'priya', 'amira', 'mo'].forEach((who) => story.ignores(who));
    await story.passes(120);
    story.ends();
  });

  it('and nobody has spoken with the young person, says that', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.texts('amira', 'my dad hit me last night');
    await story.does('priya', 'taken-on');
    await story.does('priya', 'seen');
    await story.does('priya', 'decided');
    ['amira', 'sam', 'priya', 'bea'].forEach((who) => story.ignores(who));
    await story.passesUntil('2026-11-17T11:00:00.000Z');
    story.hears('priya', /nobody has noted a talk with them yet/);
  });

  it('after a night, by day: at the pace of the day, on a Christmas too, until it is noted', async () => {
    const story = await beginStory(record(), { at: '2026-12-24T23:30:00.000Z' });
    await story.texts('amira', 'my dad hit me with a belt');
    await story.texts('amira', '1');
    for (const act of ['taken-on', 'seen', 'decided'] as const) await story.does('priya', act);
    await story.passesUntil('2026-12-25T09:59:59.000Z');
    ['amira', 'sam', 'priya', 'cora'].forEach((who) => story.ignores(who));
    const asked = (who: string, by: 'sms' | 'voice') =>
      story
        .phone(who, by)
        .map((one) => one.at.slice(0, 16))
        .filter((at) => at.startsWith('2026-12-25T1'));
    await story.passesUntil('2026-12-25T11:30:00.000Z');
    expect(asked('priya', 'sms')).toEqual(['2026-12-25T10:00', '2026-12-25T11:20']);
    expect(asked('priya', 'voice')).toEqual(['2026-12-25T10:00', '2026-12-25T10:20']);
    expect(asked('dev', 'sms')).toEqual(['2026-12-25T10:40']);
    expect(asked('mo', 'sms')).toEqual(['2026-12-25T11:00']);
    await story.does('priya', 'contacted');
    const before = story.carrier.taken.length;
    await story.passesUntil('2026-12-25T21:00:00.000Z');
    expect(story.carrier.taken).toHaveLength(before);
  });
});
