import { describeRecords } from '../harness/record';
import { beginStory } from '../harness/story';

const AT = '2026-11-17T10:00:00.000Z';

describeRecords('over web chat', (record) => {
  /** What the chat of this young person shows from the service. */
  async function shown(who: string): Promise<readonly string[]> {
    return record().record.transaction(async (tx) => {
      const line = await tx.lines.findOf(who);
      const deliveries = await tx.deliveries.ofLine(line!.id, AT);
      return deliveries.filter((one) => one.channel === 'web' && one.acceptedAt !== null).map((one) => one.text);
    });
  }

  it('somebody without a phone discloses, is answered there, and the same people are told', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.types('eli', 'my dad hit me last night');
    story.hears('sam', /needs you by 10\.30am/);
    story.hears('priya', /needs you by 10\.30am/);
    const [first, second] = await shown('eli');
    expect(first).toMatch(/Thank you for telling us/);
    expect(second).toMatch(/When we must tell/);
    await story.does('sam', 'seen');
    expect((await shown('eli')).at(-1)).toMatch(/Sam read your message/);
    story.ends();
  });

  it('somebody whose phone has stopped is still answered where they write', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.texts('amira', 'STOP');
    await story.types('amira', 'hi');
    expect((await shown('amira')).join('\n')).toMatch(/automatic service/);
    story.hearsNothing('amira');
  });

  it('waits four seconds for quiet, not twelve', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.types('amira', 'hi');
    expect(story.shows('said-to-young-person')[0]?.at).toBe('2026-11-17T10:00:04.000Z');
  });
});
