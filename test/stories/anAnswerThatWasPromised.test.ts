import { describeRecords } from '../harness/record';
import { STORY_ROSTER } from '../harness/roster';
import { beginStory, type Story } from '../harness/story';

/** A Tuesday morning: a person answers within thirty days. */
const AT = '2026-11-17T10:00:00.000Z';
const OWED = '2026-12-17T10:00:30.000Z';

describeRecords('an answer that a person promised outside any concern', (record) => {
  async function complained(): Promise<Story> {
    const story = await beginStory(record(), { at: AT });
    await story.texts('amira', 'i want to make a complaint');
    expect(story.shows('commitment-made').map((one) => one.data['concern'])).toEqual([null]);
    ['amira', 'cora'].forEach((who) => story.ignores(who));
    return story;
  }

  const open = (story: Story) =>
    story.record.record.transaction(async (tx) => {
      const line = await tx.lines.findOf('amira');
      return (await tx.commitments.openOf(line?.id ?? '')).length;
    });

  it('and that has not come is admitted on the day; the one who was named and whoever leads are asked', async () => {
    const story = await complained();
    await story.passesUntil('2026-12-17T09:59:00.000Z');
    story.hearsNothing('cora');
    await story.passesUntil(OWED);
    story.hears('cora', /a person would answer them by today/);
    story.hears('priya', /a person would answer them by today/);
    story.hears('amira', /^We said Cora would answer you by Thursday 17 Dec\. .*Sorry\. Cora has been asked again/);
    expect(await open(story)).toBe(0);
  });

  it('is kept where the one who was named has written to them since; nobody is asked for anything', async () => {
    const story = await complained();
    await story.passes(60);
    const words = 'I have read your complaint. Can we talk on Thursday?';
    const wrote = await story.acts.writeInThread({
      youngPerson: 'amira',
      by: 'cora',
      words,
      reason: 'young-person-asked',
    });
    expect(wrote.result).toBe('recorded');
    await story.passes(60);
    story.ignores('amira');
    await story.passesUntil(OWED);
    expect(story.shows('commitment-kept')).toHaveLength(1);
    story.hearsNothing('cora');
    story.hearsNothing('amira');
    expect(await open(story)).toBe(0);
  });

  it('is admitted in the name of the organisation, whole, where nobody was there to be named', async () => {
    const gone = STORY_ROSTER.practitioners.map((one) => (one.id === 'cora' ? { ...one, leftAt: AT } : one));
    const roster = { ...STORY_ROSTER, practitioners: gone, shifts: [] };
    const story = await beginStory(record(), { at: AT, roster });
    await story.texts('amira', 'i want to make a complaint');
    story.hears('amira', /Harbour Youth/);
    story.ignores('amira');
    await story.passesUntil(OWED);
    story.hears(
      'amira',
      /^We said Harbour Youth would answer you by Thursday 17 Dec\. .*Harbour Youth has been asked again/,
    );
  });

  it('is not admitted while texts have ended, and is looked at again once they may go', async () => {
    const story = await complained();
    await story.texts('amira', 'STOP');
    story.ignores('amira');
    await story.passesUntil(OWED);
    story.hears('cora', /a person would answer them by today/);
    story.hearsNothing('amira');
    expect(story.shows('commitment-missed')).toHaveLength(1);
    await story.texts('amira', 'START');
    await story.passes(2);
    expect(story.phone('amira').some(({ text }) => text.startsWith('We said Cora would answer you'))).toBe(true);
    expect(await open(story)).toBe(0);
  });
});
