import { describeRecords } from '../harness/record';
import { beginStory } from '../harness/story';

describeRecords('an allegation against the duty lead', (record) => {
  it('goes to the second lead at once, and the young person hears the name of the one really told', async () => {
    const story = await beginStory(record(), { at: '2026-11-17T10:00:00.000Z' });
    await story.texts('amira', 'priya touched me');
    expect(story.hears('dev', /needs you by/).at).toBe('2026-11-17T10:00:00.000Z');
    const answer = story.hears('amira', /Dev, who is in charge of safety, is being told now/);
    expect(answer.text).toMatch(/Priya will not see this/);
    story.hears('amira', /automatic, not a person/);
    await story.does('dev', 'seen');
    await story.does('dev', 'taken-on');
    story.hears('amira', /Dev read your message/);
    await story.passes(60);
    for (const by of ['sms', 'voice', 'email'] as const) expect(story.phone('priya', by)).toEqual([]);
    expect(await story.does('priya', 'taken-on')).toEqual({ result: 'refused', why: 'left-out-of-it' });
  });

  it.each([
    ['the lead by the whole name', 'priya nair hit me in her car', ['priya'], 'Priya'],
    ['the mentor by title', 'mr okafor hit me', ['sam'], 'Sam'],
    ['a mentor who is not hers', 'martin hale put his hand up my top', ['martin', 'sam', 'bea'], 'Martin'],
  ])('is one when it names %s', async (_, text, never, called) => {
    const story = await beginStory(record(), { at: '2026-11-17T10:00:00.000Z' });
    await story.textsAndGoesOn('amira', text);
    await story.passes(60);
    expect(story.shows('concern-opened').map(({ data }) => data['nature'])).toEqual(['allegation']);
    for (const who of never) for (const by of ['sms', 'voice'] as const) expect(story.phone(who, by)).toEqual([]);
    expect(story.phone('dev', 'sms')).not.toEqual([]);
    story.hears('amira', new RegExp(` ${called} will not see this`));
  });
});
