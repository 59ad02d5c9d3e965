import { describeRecords } from '../harness/record';
import { beginStory, type Story } from '../harness/story';

/** Tuesday, Amira's agreed time. */
const AT = '2026-11-17T17:00:00.000Z';
/** When the note of a check-in on that evening goes out. */
const NOTE_AT = '2026-11-18T08:30:30.000Z';

async function notesOf(story: Story): Promise<readonly string[]> {
  return story.record.record.transaction(async (tx) => {
    const sent = story.shows('note-sent').map((one) => tx.notes.get(String(one.data['note'])));
    return (await Promise.all(sent)).map((one) => one?.text ?? '');
  });
}

describeRecords('a mood that comes late', (record) => {
  it('is the mood of that evening’s check-in, though the conversation that asked is over', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.acts.startCheckIn({ youngPerson: 'amira', why: 'now' });
    await story.passesUntil('2026-11-17T23:20:00.000Z');
    story.ignores('amira');
    await story.texts('amira', '4');
    story.hears('amira', /PRIVATE = examples/);
    story.hears('amira', /What's going well\?/);
    await story.texts('amira', 'football');
    await story.passesUntil(NOTE_AT);
    const [note] = await notesOf(story);
    expect(note).toMatch(/\b4\b/);
    expect(note).toContain('"football"');
    expect(story.shows('check-in-missed')).toHaveLength(0);
  });

  it('after the note has gone begins one of its own, and what is said in it reaches the mentor', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.acts.startCheckIn({ youngPerson: 'amira', why: 'now' });
    await story.passesUntil('2026-11-18T16:00:00.000Z');
    expect(story.shows('check-in-missed')).toHaveLength(1);
    story.ignores('amira');
    await story.texts('amira', 'sorry phone died. 6');
    story.hears('amira', /PRIVATE = examples/);
    story.hears('amira', /What's going well\?/);
    await story.texts('amira', 'got a B');
    await story.passesUntil('2026-11-19T08:30:30.000Z');
    const notes = await notesOf(story);
    expect(notes).toHaveLength(2);
    expect(notes[1]).toContain('"got a B"');
  });

  it('of a check-in asked for the day after an unanswered one reaches the mentor too', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.acts.startCheckIn({ youngPerson: 'amira', why: 'now' });
    await story.passesUntil('2026-11-18T16:00:00.000Z');
    for (const words of ['check in', '7', 'art']) await story.texts('amira', words);
    await story.passesUntil('2026-11-19T08:30:30.000Z');
    expect((await notesOf(story))[1]).toContain('"art"');
  });

  it('cannot be kept back once its note is with the mentor, and is not said to be', async () => {
    const story = await beginStory(record(), { at: '2026-11-18T08:20:00.000Z' });
    await story.acts.startCheckIn({ youngPerson: 'amira', why: 'now' });
    for (const words of ['7', 'art', 'maths']) await story.texts('amira', words);
    await story.passesUntil(NOTE_AT);
    story.ignores('amira');
    await story.texts('amira', 'KEEP 2');
    story.hears('amira', /has gone to Sam now, so it can't be changed or kept back/);
    expect(
      story
        .phone('amira')
        .map((one) => one.text)
        .join(),
    ).not.toContain("won't see");
  });
});
