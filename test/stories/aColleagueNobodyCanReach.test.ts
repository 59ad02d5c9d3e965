import type { Practitioner } from '../../src/vocabulary';
import { describeRecords } from '../harness/record';
import { STORY_ROSTER } from '../harness/roster';
import { beginStory } from '../harness/story';

const EVENING = '2026-11-17T19:00:00.000Z';
const MORNING = '2026-11-18T08:30:30.000Z';
const WORRY = 'i hate school so much, they all leave me out';

const rosterWith = (id: string, more: Partial<Practitioner>) => ({
  ...STORY_ROSTER,
  practitioners: STORY_ROSTER.practitioners.map((one) => (one.id === id ? { ...one, ...more } : one)),
});

describeRecords('a colleague whose channels are closed', (record) => {
  it('has turned texts off: the digest comes by e-mail, and STOP itself is answered there', async () => {
    const story = await beginStory(record(), { at: EVENING });
    await story.texts('sam', 'STOP');
    story.hears('sam', /texts to this number are off/, 'email');
    story.hears('cora', /Sam has turned off texts/, 'email');
    await story.texts('amira', WORRY);
    story.ignores('amira');
    await story.passesUntil(MORNING);
    story.hears('sam', /waiting for you to read/, 'email');
    story.hearsNothing('sam');
    story.ends();
  });

  it('and has them back with START', async () => {
    const story = await beginStory(record(), { at: EVENING });
    await story.texts('sam', 'STOP');
    story.ignores('cora');
    story.hears('sam', /are off/, 'email');
    await story.texts('sam', 'START');
    story.hears('sam', /texts to this number are on again/);
    story.ends();
  });

  it('a text that does not arrive goes by e-mail', async () => {
    const story = await beginStory(record(), { at: EVENING });
    await story.texts('amira', WORRY);
    story.ignores('amira');
    await story.passesUntil('2026-11-18T08:29:00.000Z');
    story.carrier.receipts = 'undelivered';
    await story.passesUntil(MORNING);
    story.hears('sam', /one thing to read/);
    story.hears('sam', /one thing to read/, 'email');
    story.ends();
  });

  it('with no channel left at all, whoever leads is told by name, once a day', async () => {
    const gone = { phone: null, email: null };
    const story = await beginStory(record(), { at: EVENING, roster: rosterWith('sam', gone) });
    await story.texts('amira', 'ASK');
    story.ignores('amira');
    story.hears('priya', /Sam cannot be reached by text or e-mail/);
    await story.acts.sendDrill({ practitioner: 'sam', by: 'sms' });
    await story.passes(1);
    story.hearsNothing('priya');
    expect(story.shows('staff-unreachable')).toHaveLength(1);
  });
});
