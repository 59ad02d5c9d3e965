import type { TellingKind } from '../../src/vocabulary';
import { describeRecords } from '../harness/record';
import { beginStory, type Story } from '../harness/story';

const NIGHT = '2026-11-17T23:00:00.000Z';
const TOMORROW_9AM = '2026-11-18T09:00:00.000Z';
const NOT_TOLD = {
  referred: true,
  to: "Children's social care",
  reference: null,
  reason: 'hit last night',
  toldYoungPerson: 'no',
  whyNotTold: 'asleep',
} as const;

async function disclosedAndRead(story: Story, who = 'amira'): Promise<void> {
  await story.texts(who, 'my dad hit me last night');
  await story.passes(10);
  await story.does('priya', 'seen');
  ['amira', 'jay', 'noor', 'sam', 'priya', 'dev', 'martin', 'cora'].forEach((one) => story.ignores(one));
}

/** Somebody has the night in hand: nothing is asked again and again while it passes. */
async function takenForTheNight(story: Story): Promise<void> {
  for (const act of ['taken-on', 'contacted', 'decided'] as const) await story.does('priya', act);
}

function heardBy(story: Story, who: string): string {
  return story
    .phone(who)
    .map((one) => one.text)
    .join('\n');
}

async function chooses(story: Story, by: string, what: TellingKind, at: string | null = null) {
  const told = await story.acts.tellYoungPerson({ concern: story.newestConcern(), by, what, at });
  await story.passes(0.5);
  return told;
}

describeRecords('when it goes further', (record) => {
  it('the lead has it said who will tell them, and when; they choose how; both hear what they chose', async () => {
    const story = await beginStory(record(), { at: NIGHT });
    await disclosedAndRead(story);
    expect(await chooses(story, 'priya', 'goes-further', TOMORROW_9AM)).toEqual({ result: 'recorded' });
    story.hears('amira', /^Sam and Priya need to bring in someone .* Sam will tell you who and why at 9am tomorrow/);
    await story.texts('amira', '2');
    story.hears('amira', /Thank you\. We are telling Sam what you chose/);
    expect(heardBy(story, 'priya')).toMatch(/an answer has come .* Please read it/);
    story.hears('sam', /An answer has come/, 'email');
    expect(story.shows('telling-answered').at(-1)?.data).toMatchObject({ what: 'goes-further', answer: 'by-phone' });
    expect(story.shows('safe-now-answered')).toEqual([]);
  });

  it('a "2" that was already on its way answers the question of safety, and is not taken for a choice', async () => {
    const story = await beginStory(record(), { at: NIGHT });
    await story.texts('amira', 'my dad hit me last night');
    const concern = story.newestConcern();
    await story.acts.tellYoungPerson({ concern, by: 'priya', what: 'goes-further', at: TOMORROW_9AM });
    await story.passes(1 / 30);
    await story.texts('amira', '2');
    expect(story.shows('telling-answered')).toEqual([]);
    expect(story.shows('safe-now-answered').map((one) => one.data['answer'])).toEqual(['no']);
  });

  it('what Sam was to tell by nine is asked for, then admitted; noted in time it is neither', async () => {
    const story = await beginStory(record(), { at: NIGHT });
    await disclosedAndRead(story);
    await takenForTheNight(story);
    await chooses(story, 'priya', 'goes-further', TOMORROW_9AM);
    await story.passesUntil('2026-11-18T09:10:00.000Z');
    ['amira', 'sam', 'priya', 'dev'].forEach((one) => story.ignores(one));
    await story.passesUntil('2026-11-18T09:16:00.000Z');
    story.hears('sam', /a talk was set for 9am, ref \w+, and nobody has noted it/);
    await story.passesUntil('2026-11-18T09:31:00.000Z');
    story.hears('amira', /We said Sam would talk to you at 9am\. That hasn't happened\. Sorry\./);
  });

  it('and when the talk is noted nobody is asked, and nothing is admitted', async () => {
    const story = await beginStory(record(), { at: NIGHT });
    await disclosedAndRead(story);
    await takenForTheNight(story);
    await chooses(story, 'priya', 'goes-further', TOMORROW_9AM);
    await story.passesUntil('2026-11-18T09:10:00.000Z');
    await story.does('sam', 'contacted');
    await story.passes(60);
    expect(heardBy(story, 'amira') + heardBy(story, 'sam')).not.toMatch(/nobody has noted it|hasn't happened/);
  });

  it('once they are told that it has gone further, nobody is asked every day why they were not', async () => {
    const story = await beginStory(record(), { at: NIGHT });
    await disclosedAndRead(story);
    const concern = story.newestConcern();
    await story.does('priya', 'contacted');
    await story.acts.decide({ concern, by: 'priya', at: story.clock.now(), ...NOT_TOLD });
    await chooses(story, 'priya', 'gone-further');
    story.hears('amira', /^Priya has now told the people whose job is to keep you safe\. .*Sam stays your mentor/);
    await story.passes(25 * 60);
    expect(heardBy(story, 'priya')).not.toMatch(/Has the young person been told/);
  });

  it('that 999 was asked is said at any hour, and what was being asked stays open', async () => {
    const story = await beginStory(record(), { at: NIGHT });
    await disclosedAndRead(story);
    await chooses(story, 'priya', 'emergency-asked');
    story.hears('amira', /Priya has asked 999 to help\. You did nothing wrong by texting/);
    await story.texts('amira', '1');
    expect(story.shows('safe-now-answered').map((one) => one.data['answer'])).toEqual(['yes']);
  });

  it('a mentor it is about is never named in it', async () => {
    const story = await beginStory(record(), { at: NIGHT });
    await disclosedAndRead(story);
    await story.texts('jay', 'martin touched me in the car');
    await story.passes(1);
    story.ignores('jay');
    await story.does('priya', 'seen');
    story.ignores('jay');
    await chooses(story, 'priya', 'goes-further', TOMORROW_9AM);
    const { text } = story.hears('jay', /^Priya needs to bring in someone/);
    expect(text).not.toMatch(/Martin/);
    const spoken = story.shows('commitment-made').filter((one) => one.data['what'] === 'will-speak');
    expect(spoken.map((one) => one.data['who'])).toEqual(['priya']);
  });

  it('on a phone that may be read it gives nothing away', async () => {
    const story = await beginStory(record(), { at: NIGHT });
    await disclosedAndRead(story, 'noor');
    await chooses(story, 'priya', 'goes-further', TOMORROW_9AM);
    story.hears('noor', /^Sam has something to talk to you about at 9am tomorrow\. Is that OK\?/);
    await story.texts('noor', '3');
    story.hears('noor', /We are telling Sam you said no to that/);
  });

  it('is for a lead to say: a mentor is refused, and after STOP nobody can', async () => {
    const story = await beginStory(record(), { at: NIGHT });
    await disclosedAndRead(story);
    expect(await chooses(story, 'sam', 'goes-further', TOMORROW_9AM)).toEqual({
      result: 'refused',
      why: 'only-a-lead-decides',
    });
    await story.texts('amira', 'STOP');
    story.ignores('amira');
    expect(await chooses(story, 'priya', 'gone-further')).toEqual({ result: 'refused', why: 'cannot-be-texted' });
    story.hearsNothing('amira');
  });
});

describeRecords('they will be rung', (record) => {
  it('by whoever says so, at a time they can say no to, or ask for texts instead', async () => {
    const story = await beginStory(record(), { at: NIGHT });
    await disclosedAndRead(story);
    await chooses(story, 'priya', 'will-ring', '2026-11-17T23:30:00.000Z');
    story.hears('amira', /^Priya will ring you at 11\.30pm\. Is that OK\? Text 1 yes, 2 no, 3 text me instead/);
    await story.texts('amira', '3');
    story.hears('amira', /We are telling Priya to text you and not ring/);
    expect(heardBy(story, 'priya')).toMatch(/an answer has come/);
    await story.passes(70);
    expect(heardBy(story, 'amira')).not.toMatch(/would talk to you/);
    expect(story.shows('commitment-let-go').map((one) => one.data['because'])).toEqual(['called-off']);
  });

  it('what is no answer goes through the open door, and danger is heard as ever', async () => {
    const story = await beginStory(record(), { at: NIGHT });
    await disclosedAndRead(story);
    await chooses(story, 'priya', 'will-ring', '2026-11-17T23:30:00.000Z');
    story.ignores('amira');
    await story.texts('amira', 'hes got a knife at my door');
    story.hears('amira', /Call 999 now/);
  });

  it('the page shows the very words before they go, and shows them without sending', async () => {
    const story = await beginStory(record(), { at: NIGHT });
    await disclosedAndRead(story);
    const asked = { concern: story.newestConcern(), by: 'priya', what: 'goes-further', at: TOMORROW_9AM } as const;
    const shown = await story.acts.wordsOfTelling(asked);
    await story.passes(1);
    story.hearsNothing('amira');
    await story.acts.tellYoungPerson(asked);
    await story.passes(0.5);
    expect(shown).toEqual({ result: 'words', words: [story.hears('amira', /bring in someone/).text] });
  });
});
