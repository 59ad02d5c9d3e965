import type { IncomingMessage } from '../../src/vocabulary';
import { describeRecords } from '../harness/record';
import { STORY_ROSTER } from '../harness/roster';
import { beginOnServer, levelsOf, shownOf, type StoryServer } from '../harness/storyServer';

const AT = '2026-11-17T10:00:00.000Z';
const BROKEN = [/the record did not commit a message/];

describeRecords('two texts at two servers that share no disk', (record) => {
  let server: StoryServer | undefined;
  afterEach(() => server?.end());

  /** The first one loses the record with a text in hand; the other keeps what comes next. */
  async function apart(first: string, next: string, more: Partial<IncomingMessage> = {}, roster = STORY_ROSTER) {
    server = await beginOnServer(record(), AT, roster);
    const { story, reach, another, moveTo } = server;
    reach.away = true;
    await story.textsAndGoesOn('amira', first);
    reach.away = false;
    moveTo(20);
    await another('own').acts.receiveFromPhone(story.incoming(story.phoneOf('amira'), next, more));
    await story.passes(0.5);
    return { story, replay: () => story.acts.replaySpool() };
  }

  it('are shown in the order they came, each judged by what came before it, the later one again', async () => {
    const { story, replay } = await apart('my stepdad', 'hit me');
    expect(levelsOf(story)).toEqual(['none']);
    await replay();
    expect(await shownOf(record(), 'amira')).toEqual(['my stepdad', 'hit me']);
    expect(levelsOf(story)).toEqual(['none', 'none', 'urgent']);
    story.ignores('amira');
    await story.passes(0.5);
    story.hears('sam', /needs you by/);
    story.hears('priya', /needs you by/);
    story.hears('amira', /Thank you for telling us/);
    story.ends(BROKEN);
  });

  it('are judged joined as well, where they would have been one burst, and danger is answered at once', async () => {
    const { story, replay } = await apart('hes got a', 'knife');
    story.ignores('amira');
    await replay();
    await story.passes(1 / 60);
    story.hears('amira', /Call 999 now/);
    const concern = await record().record.transaction((tx) => tx.concerns.get(story.newestConcern()));
    expect(concern?.level).toBe('immediate');
  });

  it('where both are harmless the first alone is answered', async () => {
    const { story, replay } = await apart('hello', 'football was ok today');
    const answered = story.shows('message-assessed').length;
    await replay();
    const line = await record().record.transaction((tx) => tx.lines.findOf('amira'));
    expect(line).toMatchObject({ lastSeq: 2, answeredSeq: 1 });
    expect(story.shows('message-assessed')).toHaveLength(answered + 1);
  });

  it('judged again, nothing is lowered and nobody is told twice', async () => {
    const { story, replay } = await apart('we watched a film with a horrible dad in it', 'my dad hit me last night');
    story.hears('sam', /needs you by/);
    story.hears('priya', /needs you by/);
    await replay();
    await story.passes(0.5);
    expect(story.shows('concern-opened')).toHaveLength(1);
    expect(levelsOf(story)).toHaveLength(2);
    const concern = await record().record.transaction((tx) => tx.concerns.get(story.newestConcern()));
    expect(concern?.level).toBe('urgent');
    story.ignores('amira');
    story.ends(BROKEN);
  });

  it.each([
    ['STOP', 'START', null],
    ['START', 'STOP', expect.any(String)],
  ])('%s and then %s: the last word stands', async (first, next, stoppedAt) => {
    const { replay } = await apart(first, next);
    await replay();
    const line = await record().record.transaction((tx) => tx.lines.findOf('amira'));
    expect(line?.stoppedAt).toEqual(stoppedAt);
  });

  it('the answer goes where they wrote last', async () => {
    const web = { provider: 'web', channel: 'web', sender: { by: 'web', youngPerson: 'amira' } } as const;
    const { story, replay } = await apart('hello', 'anyone there', web);
    await replay();
    const line = await record().record.transaction((tx) => tx.lines.findOf('amira'));
    expect(line).toMatchObject({ lastChannel: 'web', lastHeardAt: '2026-11-17T10:00:20.000Z' });
    expect(story.shows('message-received')).toHaveLength(2);
  });

  it('one written before the question that waits is no answer to it, and that is asked again', async () => {
    server = await beginOnServer(record(), AT);
    const { story, reach, another, moveTo } = server;
    await story.acts.startCheckIn({ youngPerson: 'amira', why: 'now' });
    await story.passes(0.5);
    reach.away = true;
    await story.textsAndGoesOn('amira', 'football was good');
    reach.away = false;
    story.ignores('amira');
    moveTo(60);
    await another('own').acts.receiveFromPhone(story.incoming(story.phoneOf('amira'), '4'));
    await story.passes(0.5);
    story.hears('amira', /What's going well\?/);
    await story.acts.replaySpool();
    await story.passes(0.5);
    story.hears('amira', /^Thanks\. That came to us late, but we have it now\.$/);
    story.hears('amira', /What's going well\?/);
    await story.texts('amira', 'sol made me laugh');
    story.hears('amira', /What's not going so well\?/);
    const answered = await record().record.transaction((tx) => tx.checkIns.latestOf('amira', 1));
    expect(answered[0]?.answers.map(({ heading, words }) => [heading, words])).toEqual([
      ['going-well', 'sol made me laugh'],
    ]);
  });

  it('one written before it that comes in the same moment as an answer is left out of the answer', async () => {
    server = await beginOnServer(record(), AT);
    const { story, reach, another, moveTo } = server;
    await story.acts.startCheckIn({ youngPerson: 'amira', why: 'now' });
    await story.passes(0.5);
    reach.away = true;
    await story.textsAndGoesOn('amira', 'football was good');
    reach.away = false;
    moveTo(60);
    await another('own').acts.receiveFromPhone(story.incoming(story.phoneOf('amira'), '4'));
    await story.passes(0.5);
    await story.textsAndGoesOn('amira', 'sol made me laugh');
    await story.acts.replaySpool();
    story.ignores('amira');
    await story.passes(0.5);
    story.hears('amira', /What's not going so well\?/);
    const answered = await record().record.transaction((tx) => tx.checkIns.latestOf('amira', 1));
    expect(answered[0]?.answers.map(({ words }) => words)).toEqual(['sol made me laugh']);
  });

  it('a check word that came before the phone was taken does not give it back', async () => {
    const youngPeople = STORY_ROSTER.youngPeople.map((one) => ({ ...one, checkWord: 'kestrel' }));
    const { story, replay } = await apart(
      'kestrel',
      'this is her mum, who is this',
      {},
      { ...STORY_ROSTER, youngPeople },
    );
    await replay();
    const line = await record().record.transaction((tx) => tx.lines.findOf('amira'));
    expect(line?.notTheirsAt).toEqual(expect.any(String));
    expect(story.shows('phone-not-theirs')).toHaveLength(1);
  });
});
