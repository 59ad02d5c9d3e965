import { describeRecords } from '../harness/record';
import { beginStory, type Story } from '../harness/story';

/** Tuesday, an hour before Amira's agreed time. */
const AT = '2026-11-17T16:00:00.000Z';

/** The note that was sent in this story. */
function noteOf(story: Story) {
  const [sent] = story.shows('note-sent');
  return story.record.record.transaction((tx) => tx.notes.get(String(sent?.data['note'])));
}

describeRecords('a check-in from end to end', (record) => {
  it('goes out at the agreed hour, asks one thing at a time, and gives the mentor a note in their own words', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.acts.planAhead({ watchRoster: false });
    await story.passesUntil('2026-11-17T16:59:59.000Z');
    story.isQuiet();
    await story.passesUntil('2026-11-17T17:00:30.000Z');
    story.hears('amira', /automatic, not a person/);
    story.hears('amira', /How are you today, 0 to 10\?/);
    await story.texts('amira', '6');
    story.hears('amira', /What's going well\?/);
    await story.texts('amira', 'i got picked for the team');
    story.hears('amira', /What's not going so well\?/);
    await story.texts('amira', 'maths is rubbish');
    story.hears('amira', /What would you like to change\?|change/);
    await story.texts('amira', 'sit with sol at lunch');
    story.hears('amira', /\?/);
    for (const answer of ['talk to sol', 'no']) {
      await story.texts('amira', answer);
    }
    story.ignores('amira');
    story.hearsNothing('sam', 'email');
    await story.passesUntil('2026-11-18T08:30:30.000Z');
    story.hears('sam', /a note from a check-in|A note from a check-in/i, 'email');
    const note = await noteOf(story);
    expect(note?.text).toContain('"i got picked for the team"');
    expect(note?.text).toContain('"maths is rubbish"');
    expect(note?.text).toContain('6');
    story.ends();
  });

  it('leaves no trace in the note of words that were kept back', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.acts.startCheckIn({ youngPerson: 'amira', why: 'now' });
    for (const answer of [
      '6',
      'i got picked for the team',
      'maths is rubbish',
      'nothing',
      'no',
      'NOTE',
      'KEEP 2',
      'OK',
    ]) {
      await story.texts('amira', answer);
    }
    expect(
      story
        .phone('amira')
        .map((one) => one.text)
        .join('\n'),
    ).toMatch(/Sam won't see 2, or that you kept it/);
    await story.passesUntil('2026-11-18T08:30:30.000Z');
    const note = await noteOf(story);
    expect(note?.text).toContain('i got picked for the team');
    expect(note?.text).not.toContain('maths');
    expect(note?.text).not.toMatch(/kept|back/i);
  });

  it('that goes unanswered still gives a note, on time, which says "not said"', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.acts.startCheckIn({ youngPerson: 'amira', why: 'now' });
    await story.passesUntil('2026-11-18T08:30:30.000Z');
    const note = await noteOf(story);
    expect(note?.text).toContain('not said');
    expect(story.shows('check-in-missed')).toHaveLength(1);
  });

  it('with a disclosure in it becomes that: the concern is not in the note, and no question follows', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.acts.startCheckIn({ youngPerson: 'amira', why: 'now' });
    for (const answer of ['2', 'my dad hit me last night']) await story.texts('amira', answer);
    expect(story.phone('amira').at(-1)?.text).toMatch(/Thank you for telling us.*Are you safe right now/);
    await story.does('sam', 'seen');
    await story.does('priya', 'taken-on');
    await story.does('priya', 'decided');
    await story.does('sam', 'contacted');
    await story.passesUntil('2026-11-18T08:30:30.000Z');
    const note = await noteOf(story);
    expect(note?.text).not.toMatch(/dad|hit/);
  });

  it('is not asked for again within six hours', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.acts.startCheckIn({ youngPerson: 'amira', why: 'now' });
    await story.passes(1);
    story.ignores('amira');
    await story.acts.startCheckIn({ youngPerson: 'amira', why: 'now' });
    await story.passes(1);
    story.isQuiet();
    expect(story.shows('check-in-not-started').map((one) => one.data['why'])).toEqual(['one-went-out']);
  });

  it.each(['tell Sam i passed my test', 'can i change my check in to wednesday'])(
    'comes at its hour although a word for the visit came before it: "%s"',
    async (words) => {
      const story = await beginStory(record(), { at: AT });
      await story.acts.planAhead({ watchRoster: false });
      await story.textsAndGoesOn('amira', words);
      await story.passesUntil('2026-11-17T16:59:00.000Z');
      story.ignores('amira');
      await story.passesUntil('2026-11-17T17:00:30.000Z');
      story.hears('amira', /How are you today, 0 to 10\?/);
      await story.passesUntil('2026-11-18T08:30:30.000Z');
      const notes = await Promise.all(
        story
          .shows('note-sent')
          .map(({ data }) => story.record.record.transaction((tx) => tx.notes.get(String(data['note'])))),
      );
      expect(notes.map((note) => note?.text).join('\n')).toContain(words);
    },
  );

  it('asked for at night, waits for their safe hours, and leaves their own hour as it was', async () => {
    const story = await beginStory(record(), { at: '2026-11-17T02:00:00.000Z' });
    await story.acts.planAhead({ watchRoster: false });
    await story.acts.startCheckIn({ youngPerson: 'amira', why: 'now' });
    await story.passesUntil('2026-11-17T07:59:00.000Z');
    story.isQuiet();
    expect(story.shows('held-until-safe-hours').map(({ data }) => data)).toEqual([
      { what: 'check-in', until: '2026-11-17T08:00:00.000Z' },
    ]);
    await story.passesUntil('2026-11-17T08:00:30.000Z');
    story.hears('amira', /automatic, not a person/);
    story.hears('amira', /How are you today, 0 to 10/);
    await story.passesUntil('2026-11-17T17:00:30.000Z');
    story.ignores('amira');
    expect(story.shows('check-in-started').map(({ at }) => at)).toEqual([
      '2026-11-17T08:00:00.000Z',
      '2026-11-17T17:00:00.000Z',
    ]);
  });

  it('waits while a concern is neither decided nor spoken about, and comes again while it is still open', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.texts('amira', 'my dad hit me last night');
    await story.texts('amira', '1');
    await story.acts.startCheckIn({ youngPerson: 'amira', why: 'now' });
    expect(story.shows('check-in-not-started').map((one) => one.data['why'])).toEqual(['concern-open']);
    await story.does('priya', 'decided');
    await story.does('priya', 'contacted');
    story.ignores('amira');
    await story.passesUntil('2026-11-18T16:00:00.000Z');
    await story.acts.startCheckIn({ youngPerson: 'amira', why: 'now' });
    await story.passes(1);
    story.hears('amira', /How are you today, 0 to 10|automatic/);
    expect(story.shows('check-in-started')).toHaveLength(1);
  });
});
