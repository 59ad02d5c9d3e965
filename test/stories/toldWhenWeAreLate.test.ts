import { describeRecords } from '../harness/record';
import { STORY_ROSTER } from '../harness/roster';
import { beginStory, withCommon } from '../harness/story';

describeRecords('told when we are late', (record) => {
  it('at the minute they were given, by the name they were given, with who has been asked and when they hear more', async () => {
    const story = await beginStory(record(), { at: '2026-11-17T10:00:00.000Z' });
    await story.texts('amira', 'my dad hit me last night');
    story.hears('amira', /Sam is being told now and will read your own words by 10\.30am/);
    story.hears('amira', /automatic, not a person/);
    await story.passesUntil('2026-11-17T10:29:59.000Z');
    story.hearsNothing('amira');
    await story.passesUntil('2026-11-17T10:30:00.000Z');
    const late = story.hears('amira', /^Sorry, Sam is late\. (\w+) has been asked\. More by 10\.40am\.$/);
    const asked = /\. (\w+) has/.exec(late.text)?.[1]?.toLowerCase() ?? '';
    expect(story.phone(asked).length + story.phone(asked, 'voice').length).toBeGreaterThan(0);
    expect(story.shows('commitment-admitted-late')).toHaveLength(1);
  });

  it('and again when that time passes too, each time giving longer; and no more once a human has read it', async () => {
    const story = await beginStory(record(), { at: '2026-11-17T10:00:00.000Z' });
    await story.texts('amira', 'my dad hit me last night');
    await story.passesUntil('2026-11-17T10:39:59.000Z');
    story.ignores('amira');
    await story.passesUntil('2026-11-17T10:40:00.000Z');
    story.hears('amira', /late.*More by 11am/);
    await story.does('priya', 'seen');
    story.hears('amira', /Priya read your message at 10\.40am/);
    await story.passes(60);
    story.hearsNothing('amira');
  });

  it('and gives no longer than two hours, however late it is: a text that starts us again a day on', async () => {
    const story = await beginStory(record(), { at: '2026-11-17T10:00:00.000Z' });
    await story.texts('amira', 'my dad hit me');
    await story.texts('amira', 'STOP');
    await story.passesUntil('2026-11-18T11:00:00.000Z');
    story.ignores('amira');
    await story.texts('amira', 'START');
    story.hears('amira', /texts are on again/);
    story.hears('amira', /automatic/);
    story.hears('amira', /So far we have told/);
    await story.passes(2);
    story.hears('amira', /We said Sam would read it by.*We will text you by 1(pm|\.05pm) to say who has it/);
  });

  it('by a time rounded as the pathways have it, like the time they were promised first', async () => {
    const story = await beginStory(record(), {
      at: '2026-11-17T10:00:00.000Z',
      wrap: (parts) => ({ ...parts, house: withCommon(parts.house, { promisesRoundedToMinutes: 20 }) }),
    });
    await story.texts('amira', 'my dad hit me last night');
    story.hears('amira', /will read your own words by 10\.40am/);
    story.hears('amira', /automatic/);
    await story.passesUntil('2026-11-17T10:40:00.000Z');
    story.hears('amira', /^Sorry, Sam is late\. \w+ has been asked\. More by 11am\.$/);
  });

  it('names whoever was asked last, by day too: not the one who knew from the first minute', async () => {
    const story = await beginStory(record(), { at: '2026-11-17T10:00:00.000Z' });
    await story.texts('amira', 'my dad hit me last night');
    await story.texts('amira', '1');
    story.hears('amira', /./);
    story.hears('amira', /./);
    story.hears('amira', /^Thank you\. Sam will still read your words by 10\.30am/);
    await story.passesUntil('2026-11-17T10:30:00.000Z');
    story.hears('amira', /^Sorry, Sam is late\. Bea has been asked/);
    await story.passesUntil('2026-11-17T10:40:00.000Z');
    story.hears('amira', /^Sorry, Sam is late\. Dev has been asked/);
  });

  it('and who has it, as soon as somebody does: that was promised with it', async () => {
    const story = await beginStory(record(), { at: '2026-11-17T10:00:00.000Z' });
    await story.texts('amira', 'my dad hit me last night');
    await story.passesUntil('2026-11-17T10:30:00.000Z');
    story.ignores('amira');
    await story.does('dev', 'taken-on');
    story.hears('amira', /^Dev has it now and will get in touch with you\. Sorry it took so long\.$/);
    await story.does('dev', 'seen');
    story.hears('amira', /^Dev read your message at 10\.30am/);
    await story.passes(11);
    story.hearsNothing('amira');
  });

  it('with nobody else to ask, does not say that somebody was', async () => {
    const alone = { ...STORY_ROSTER, shifts: STORY_ROSTER.shifts.filter((one) => one.duty === 'lead') };
    const story = await beginStory(record(), { at: '2026-11-17T23:00:00.000Z', roster: alone });
    await story.texts('amira', 'my dad hit me last night');
    story.ignores('amira');
    await story.passesUntil('2026-11-17T23:15:00.000Z');
    story.hears('amira', /^Sorry, Priya is late and is being asked again\. More by 11\.25pm\.$/);
  });

  it('not in the night they have slept through: then at their next safe hour, if it is still true', async () => {
    const story = await beginStory(record(), { at: '2026-11-17T23:00:00.000Z' });
    await story.texts('amira', 'my dad hit me last night');
    await story.texts('amira', '1');
    story.ignores('amira');
    await story.passesUntil('2026-11-17T23:25:00.000Z');
    story.hears('amira', /^Sorry, Priya is late\. Dev has been asked\. More by 11\.25pm/);
    story.hears('amira', /^Sorry, Priya is late\. \w+ has been asked\. More by 8am tomorrow\.$/);
    await story.passesUntil('2026-11-17T23:45:00.000Z');
    story.hearsNothing('amira');
    await story.does('priya', 'seen');
    await story.does('priya', 'taken-on');
    await story.does('priya', 'decided');
    await story.passesUntil('2026-11-18T08:00:30.000Z');
    story.hears('amira', /Priya read your message at 11\.45pm/);
    story.hearsNothing('amira');
  });

  it('by a time at which it may be said: more is promised for their safe hours, and comes then', async () => {
    const story = await beginStory(record(), { at: '2026-11-17T23:00:00.000Z' });
    await story.texts('amira', 'my dad hit me last night');
    await story.texts('amira', '1');
    await story.passesUntil('2026-11-17T23:25:00.000Z');
    expect(story.shows('commitment-made').at(-1)?.data).toMatchObject({
      what: 'will-text',
      until: '2026-11-18T08:00:00.000Z',
    });
    story.ignores('amira');
    await story.passesUntil('2026-11-18T07:59:59.000Z');
    story.hearsNothing('amira');
    await story.passesUntil('2026-11-18T08:00:30.000Z');
    story.hears('amira', /^Sorry, \w+ is late/);
    const admitted = story.shows('commitment-admitted-late').filter((one) => one.data['what'] === 'will-text');
    expect(admitted.map((one) => one.at)).toEqual(['2026-11-17T23:25:00.000Z', '2026-11-18T08:00:00.000Z']);
  });

  it('once, when they were given two hours for the same reading, and nobody is said to be asked who is not', async () => {
    const story = await beginStory(record(), { at: '2026-12-31T23:50:00.000Z' });
    await story.texts('amira', 'my mums boyfriend punched me');
    story.hears('amira', /Priya, on call, will read your words by 12\.05am/);
    story.hears('amira', /automatic, not a person/);
    await story.passes(2);
    await story.texts('amira', '3');
    story.hears('amira', /We are ringing Priya now, so it is read by midnight/);
    await story.passesUntil('2027-01-01T00:00:00.000Z');
    expect(story.phone('dev')).toEqual([]);
    story.hears('amira', /^We said Priya would read it by midnight\..*We are asking Priya again\. More by 12\.10am/);
    await story.passesUntil('2027-01-01T00:09:59.000Z');
    story.hearsNothing('amira');
    await story.passesUntil('2027-01-01T00:10:00.000Z');
    story.hears('amira', /Dev has been asked|Mo has been asked/);
    await story.passesUntil('2027-01-01T00:30:00.000Z');
    story.hearsNothing('amira');
    expect(story.shows('commitment-admitted-late').map((one) => one.data['what'])).toEqual([
      'will-read',
      'will-read',
      'will-text',
    ]);
  });

  it('by the hour they were given for the reading, however often it has to be said', async () => {
    const story = await beginStory(record(), { at: '2026-11-17T10:00:00.000Z' });
    await story.texts('amira', 'my dad hit me last night');
    await story.passesUntil('2026-11-17T10:35:00.000Z');
    story.ignores('amira');
    await story.texts('amira', 'has anyone read it');
    story.hears('amira', /^Not yet, and that is late/);
    await story.passesUntil('2026-11-17T10:40:00.000Z');
    story.hears('amira', /^We said Sam would read it by 10\.30am\./);
  });

  it('once, too, when two people were named for it one after the other', async () => {
    const story = await beginStory(record(), { at: '2026-11-17T10:00:00.000Z' });
    await story.texts('amira', 'my dad hit me last night');
    story.hears('amira', /Sam is being told now and will read your own words by 10\.30am/);
    story.hears('amira', /automatic, not a person/);
    await story.passesUntil('2026-11-17T10:18:00.000Z');
    await story.texts('amira', 'not sure');
    story.hears('amira', /We are ringing Priya now, so it is read by 10\.25am/);
    await story.passesUntil('2026-11-17T10:34:59.000Z');
    story.hears('amira', /^We said Priya would read it by 10\.25am/);
    story.hearsNothing('amira');
  });
});

describeRecords('told when nobody answers danger now', (record) => {
  const DANGER = 'ive taken loads of tablets';

  it('by the hour in which somebody takes it on, though only a call was promised; and again, each time giving longer', async () => {
    const story = await beginStory(record(), { at: '2026-11-17T10:16:00.000Z' });
    await story.texts('amira', DANGER);
    story.hears('amira', /We're ringing Priya now/);
    story.hears('amira', /call 999/);
    story.hears('amira', /automatic/);
    await story.passesUntil('2026-11-17T10:29:59.000Z');
    story.hearsNothing('amira');
    await story.passesUntil('2026-11-17T10:30:00.000Z');
    const late = story.hears('amira', /^Sorry, Priya is late\. (\w+) has been asked\. .* More by 10\.40am\.$/);
    const asked = /\. (\w+) has/.exec(late.text)?.[1]?.toLowerCase() ?? '';
    expect(story.phone(asked).length).toBeGreaterThan(0);
    await story.passesUntil('2026-11-17T10:40:00.000Z');
    story.hears('amira', /^Sorry, Priya is late\. .*More by 11am\.$/);
    await story.passesUntil('2026-11-17T10:59:59.000Z');
    story.hearsNothing('amira');
  });

  it('in plain words, with 999, to whoever still writes; no hour is named that was not said', async () => {
    const story = await beginStory(record(), { at: '2026-11-17T10:16:00.000Z' });
    await story.texts('amira', DANGER);
    await story.passesUntil('2026-11-17T10:27:00.000Z');
    await story.texts('amira', 'please');
    story.ignores('amira');
    await story.passesUntil('2026-11-17T10:30:00.000Z');
    const late = story.hears('amira', /^Nobody has read it yet\. We're sorry\. We have asked Priya, and \w+ too\./);
    expect(late.text).toMatch(/by 10\.40am to say who has it\. Don't wait for us: in danger call 999 now\./);
    await story.does('dev', 'taken-on');
    story.hears('amira', /^Dev has it now/);
  });

  it('says nothing of it once somebody has spoken with them: "nobody has read it" would not be so', async () => {
    const story = await beginStory(record(), { at: '2026-11-17T10:16:00.000Z' });
    await story.texts('amira', DANGER);
    await story.does('priya', 'contacted');
    story.ignores('amira');
    await story.passesUntil('2026-11-17T10:34:00.000Z');
    story.hearsNothing('amira');
  });

  it('says nothing to a phone that texted STOP', async () => {
    const story = await beginStory(record(), { at: '2026-11-17T10:16:00.000Z' });
    await story.texts('amira', DANGER);
    await story.texts('amira', 'STOP');
    story.ignores('amira');
    await story.passesUntil('2026-11-17T11:30:00.000Z');
    story.hearsNothing('amira');
  });

  it('at any hour while they have just written, and keeps to the discreet form for who chose it', async () => {
    const story = await beginStory(record(), { at: '2026-11-17T02:16:00.000Z' });
    await story.texts('noor', DANGER);
    await story.passesUntil('2026-11-17T02:27:00.000Z');
    await story.texts('noor', 'please');
    story.ignores('noor');
    await story.passesUntil('2026-11-17T02:30:00.000Z');
    story.hears('noor', /^Sorry, Priya is late\. \w+ has been asked\. .* More by 2\.40am\.$/);
  });

  it('with 999 in every form to whoever is in danger: it may be our last word before the morning', async () => {
    const story = await beginStory(record(), { at: '2026-11-17T02:16:00.000Z' });
    await story.texts('amira', DANGER);
    await story.texts('noor', DANGER);
    story.ignores('amira');
    story.ignores('noor');
    await story.passesUntil('2026-11-17T02:30:00.000Z');
    for (const who of ['amira', 'noor']) story.hears(who, /is late\..* in danger call 999 now\. More by 2\.40am\.$/);
    await story.passesUntil('2026-11-17T02:40:00.000Z');
    for (const who of ['amira', 'noor']) story.hears(who, /is late\..* in danger call 999 now\. More by \S+am\.$/);
  });

  it('without 999 and what it is about to whoever is not: those words may be read by anybody', async () => {
    const story = await beginStory(record(), { at: '2026-11-17T10:00:00.000Z' });
    await story.texts('amira', 'my dad hit me last night');
    story.ignores('amira');
    await story.passesUntil('2026-11-17T10:30:00.000Z');
    expect(story.hears('amira', /is late\./).text).not.toMatch(/999|danger/);
  });

  it('does not name an hour that was kept: words read this morning are not late this afternoon', async () => {
    const story = await beginStory(record(), { at: '2026-11-17T10:00:00.000Z' });
    await story.texts('amira', 'my dad hit me last night');
    await story.does('sam', 'seen');
    await story.passesUntil('2026-11-17T14:16:00.000Z');
    await story.texts('amira', DANGER);
    await story.passesUntil('2026-11-17T14:27:00.000Z');
    await story.texts('amira', 'please');
    story.ignores('amira');
    await story.passesUntil('2026-11-17T14:30:00.000Z');
    story.hears('amira', /^Nobody has read it yet/);
    await story.passesUntil('2026-11-17T14:36:00.000Z');
    await story.texts('amira', 'hello');
    story.ignores('amira');
    await story.passesUntil('2026-11-17T14:40:00.000Z');
    story.hears('amira', /^Nobody has read it yet/);
  });
});
