import { staffViews } from '../../src/record/views';
import { describeRecords } from '../harness/record';
import { beginStory } from '../harness/story';

/** A Tuesday night: Sam, their practitioner, is told in the morning. */
const NIGHT = '2026-11-17T23:00:00.000Z';
const ONE_THING = /one thing to read before you next meet/;

describeRecords('the morning list', (record) => {
  it('holds what was decided and closed before its reader’s day began', async () => {
    const story = await beginStory(record(), { at: NIGHT });
    await story.texts('amira', 'my dad hit me last night');
    for (const act of ['taken-on', 'seen', 'contacted', 'decided'] as const) await story.does('priya', act);
    const closing = { by: 'priya', outcome: 'safe', reason: 'spoken with at length', toldYoungPerson: 'yes' };
    expect(await story.acts.close({ concern: story.newestConcern(), ...closing })).toEqual({ result: 'closed' });
    story.hearsNothing('sam');
    await story.passesUntil('2026-11-18T08:31:00.000Z');
    story.hears('sam', ONE_THING);
    story.hearsNothing('sam');
  });

  it('is one text, however many things have a place in it, and none for what its reader has closed', async () => {
    const story = await beginStory(record(), { at: NIGHT });
    const worry = 'a boy in my class keeps asking me for pics';
    await story.texts('noor', worry);
    const closed = story.newestConcern();
    await story.texts('amira', worry);
    const closing = { by: 'sam', outcome: 'heard', reason: 'spoken with', toldYoungPerson: 'yes' };
    expect(await story.acts.close({ concern: closed, ...closing })).toEqual({ result: 'closed' });
    await story.passesUntil('2026-11-18T08:31:00.000Z');
    story.hears('sam', ONE_THING);
    story.hearsNothing('sam');
  });

  it('is on the record of each concern it counted: for when it was planned, and what became of it', async () => {
    const story = await beginStory(record(), { at: NIGHT });
    await story.texts('noor', 'a boy in my class keeps asking me for pics');
    const concern = story.newestConcern();
    const goesAt = '2026-11-18T08:30:00.000Z';
    const listed = async () => (await staffViews(record()).concern(concern))?.digests;
    expect(await listed()).toMatchObject([{ practitioner: 'sam', goesAt, withdrawnAt: null, sent: null }]);
    await story.passesUntil('2026-11-18T08:31:00.000Z');
    story.hears('sam', ONE_THING);
    const sent = { at: goesAt, by: 'sms', state: 'delivered' };
    expect(await listed()).toMatchObject([{ practitioner: 'sam', goesAt, withdrawnAt: null, sent }]);
  });
});
