import { describeRecords } from '../harness/record';
import { beginStory } from '../harness/story';

const AT = '2026-11-17T10:00:00.000Z';

describeRecords('a carrier that answers nothing', (record) => {
  it('has a notice to staff sent again after fifteen seconds: it says that it may be a repeat', async () => {
    const story = await beginStory(record(), { at: AT });
    story.carrier.faults.push('silent-but-takes');
    story.carrier.receipts = 'none';
    await story.texts('amira', 'my dad hit me last night');
    expect(story.hears('priya', /May be a repeat/).at).toBe(AT);
    expect(story.hears('priya', /May be a repeat/).at).toBe('2026-11-17T10:00:15.000Z');
    story.ignores('sam');
    story.ignores('amira');
    story.ends();
  });

  it('of which a receipt comes after all has taken it: nothing is sent again', async () => {
    const story = await beginStory(record(), { at: AT });
    story.carrier.faults.push('silent-but-takes');
    await story.texts('amira', 'my dad hit me last night');
    story.hears('priya', /needs you by/);
    story.ignores('sam');
    story.ignores('amira');
    story.ends();
  });

  it('is asked for its list before a young person is written to again: what it has is not sent twice', async () => {
    const story = await beginStory(record(), { at: AT });
    story.carrier.faults.push('silent-but-takes');
    story.carrier.receipts = 'none';
    await story.texts('amira', 'hi');
    await story.passes(5);
    story.hears('amira', /automatic, not a person/);
    story.hears('amira', /Do you want to tell us more/);
    expect(story.shows('delivery-in-doubt')).toHaveLength(1);
    expect(story.shows('sent-to-young-person')).toHaveLength(2);
    story.ends();
  });

  it('and whose list twice does not have it, is given it again', async () => {
    const story = await beginStory(record(), { at: AT });
    story.carrier.faults.push('silent');
    await story.texts('amira', 'hi');
    story.hearsNothing('amira');
    await story.passes(3);
    expect(story.hears('amira', /automatic, not a person/).at).toBe('2026-11-17T10:01:57.000Z');
    story.hears('amira', /Do you want to tell us more/);
    story.ends();
  });

  it('nor lets its list be read has the holder of the concern told that nobody knows', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.textsAndGoesOn('amira', 'my dad hit me last night');
    await story.passes(0.1);
    story.carrier.faults.push('silent');
    story.carrier.listIsAway = true;
    await story.does('priya', 'seen');
    await story.does('priya', 'taken-on');
    story.ignores('priya');
    story.ignores('sam');
    await story.passes(3);
    story.hears('priya', /more has come for ref/);
  });

  it('has the immediate-danger text repeated, and that one alone', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.textsAndGoesOn('amira', 'ive taken loads of tablets');
    story.carrier.receipts = 'none';
    story.carrier.faults.push('busy', 'busy', 'busy', 'busy', 'silent-but-takes');
    await story.passes(1);
    const said = story.phone('amira').map((one) => one.text);
    expect(said.filter((text) => text.startsWith('Call 999 now'))).toHaveLength(2);
    expect(said.filter((text) => /automatic, not a person/.test(text))).toHaveLength(1);
  });
});
