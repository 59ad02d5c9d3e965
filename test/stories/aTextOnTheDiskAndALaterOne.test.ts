import { createService, type Service, type ServiceParts } from '../../src/app/service/createService';
import { RecordTooSlow } from '../../src/record';
import { describeRecords } from '../harness/record';
import { beginOnServer, hang, keptOf, levelsOf, shownOf, type StoryServer } from '../harness/storyServer';

const AT = '2026-11-17T10:00:00.000Z';
const CALL = { provider: 'twilio-voice', channel: 'voice', kind: 'call' } as const;
const BROKEN = [/the record did not commit a message/];

describeRecords('a text on the disk and a later one', (record) => {
  let server: StoryServer | undefined;
  const begin = async () => (server = await beginOnServer(record(), AT));
  afterEach(() => server?.end());

  it('are kept, judged and shown in the order they came, though nothing has looked at the disk between them', async () => {
    const { story, moveTo, reach, spooled } = await begin();
    reach.away = true;
    await story.textsAndGoesOn('amira', 'my stepdad');
    reach.away = false;
    moveTo(1);
    await story.textsAndGoesOn('amira', 'hit me');
    expect(spooled()).toEqual([]);
    expect(await keptOf(record(), 'amira')).toEqual(['my stepdad', 'hit me']);
    expect(await shownOf(record(), 'amira')).toEqual(['my stepdad', 'hit me']);
    expect(levelsOf(story)).toEqual(['none', 'urgent']);
    story.hears('amira', /Something is broken here/);
    await story.passes(0.5);
    story.hears('sam', /needs you by/);
    story.hears('priya', /needs you by/);
    story.hears('amira', /Thank you for telling us/);
    story.ignores('amira');
    story.ends(BROKEN);
  });

  it('are one order where the first came by text and the next from the web page', async () => {
    const { story, moveTo, reach } = await begin();
    reach.away = true;
    await story.textsAndGoesOn('amira', 'my stepdad');
    reach.away = false;
    moveTo(1);
    await story.types('amira', 'hit me');
    expect(await keptOf(record(), 'amira')).toEqual(['my stepdad', 'hit me']);
    expect(levelsOf(story)).toEqual(['none', 'urgent']);
  });

  it('are one order where the first was typed on the web page and the next is a call', async () => {
    const { story, reach } = await begin();
    reach.away = true;
    await story.types('amira', 'can you ring me');
    reach.away = false;
    await story.textsAndGoesOn('amira', '', CALL);
    expect(await keptOf(record(), 'amira')).toEqual(['can you ring me', 'call']);
  });

  it('are one order where another server on the same disk takes the next', async () => {
    const { story, reach, another, moveTo } = await begin();
    reach.away = true;
    await story.textsAndGoesOn('amira', 'my stepdad');
    moveTo(1);
    await another('shared').acts.receiveFromPhone(story.incoming(story.phoneOf('amira'), 'hit me'));
    expect(await keptOf(record(), 'amira')).toEqual(['my stepdad', 'hit me']);
    reach.away = false;
    expect(await story.acts.replaySpool()).toBe(0);
    expect(story.shows('message-received-again')).toEqual([]);
  });

  it('are one order in a burst, where several came in one millisecond', async () => {
    const { story, reach } = await begin();
    const said = ['so', 'today', 'my stepdad', 'came in', 'and', 'he was angry', 'hit me', 'again'];
    await story.textsAndGoesOn('amira', said[0]!);
    reach.away = true;
    for (const text of said.slice(1, 6)) await story.textsAndGoesOn('amira', text);
    reach.away = false;
    await Promise.all(said.slice(6).map((text) => story.textsAndGoesOn('amira', text)));
    expect(await keptOf(record(), 'amira')).toEqual(said);
    expect(await shownOf(record(), 'amira')).toEqual(said);
  });

  it('are one order though the first still waits for a record that hangs when the next comes', async () => {
    const { story, moveTo, reach, spooled } = await begin();
    const { asked, ends } = hang(reach);
    const first = story.textsAndGoesOn('amira', 'my stepdad');
    await asked;
    moveTo(1);
    const next = story.textsAndGoesOn('amira', 'hit me');
    ends();
    await Promise.all([first, next]);
    expect(spooled()).toHaveLength(0);
    expect(await keptOf(record(), 'amira')).toEqual(['my stepdad', 'hit me']);
  });

  it('wait together while the record hangs, and the next is on the disk five seconds after it came', async () => {
    const { story, moveTo, reach, spooled } = await begin();
    const { asked, ends } = hang(reach);
    const first = story.textsAndGoesOn('amira', 'my stepdad');
    await asked;
    const next = story.textsAndGoesOn('amira', 'hit me');
    moveTo(5);
    ends();
    await Promise.all([first, next]);
    expect(spooled()).toHaveLength(2);
    expect(await story.acts.replaySpool()).toBe(2);
    expect(levelsOf(story)).toEqual(['none', 'urgent']);
    expect(await story.acts.replaySpool()).toBe(0);
    expect(story.shows('message-received-again')).toEqual([]);
  });

  /** The same server, where the record fails to keep these words in this way. */
  function withWordsThatFail(parts: ServiceParts, words: string, error: Error): Service {
    const transaction: ServiceParts['record']['transaction'] = (work, options) =>
      parts.record.transaction((tx) => {
        const keep: typeof tx.messages.keep = (message) =>
          message.text === words ? Promise.reject(error) : tx.messages.keep(message);
        return work({ ...tx, messages: { ...tx.messages, keep } });
      }, options);
    return createService({ ...parts, record: { ...parts.record, transaction } });
  }

  it('of one person go on where the record refuses one of them for good', async () => {
    const { story, moveTo, reach, spooled, parts } = await begin();
    reach.away = true;
    await story.textsAndGoesOn('amira', 'my stepdad');
    moveTo(1);
    await story.textsAndGoesOn('amira', 'hit me');
    reach.away = false;
    const { acts } = withWordsThatFail(parts, 'my stepdad', new Error('refused'));
    expect(await acts.replaySpool()).toBe(1);
    expect(spooled()).toHaveLength(1);
    expect(await story.acts.replaySpool()).toBe(1);
    expect(await shownOf(record(), 'amira')).toEqual(['my stepdad', 'hit me']);
    expect(levelsOf(story)).toEqual(['none', 'none', 'urgent']);
  });

  it('of one person wait for the one the record was too slow for; other people do not', async () => {
    const { story, reach, spooled, parts } = await begin();
    reach.away = true;
    for (const text of ['my stepdad', 'hit me']) await story.textsAndGoesOn('amira', text);
    await story.textsAndGoesOn('cerys', 'hello');
    reach.away = false;
    const tooSlow = new RecordTooSlow('record-too-slow', 'The record did not commit.');
    const { acts } = withWordsThatFail(parts, 'my stepdad', tooSlow);
    expect(await acts.replaySpool()).toBe(1);
    expect(spooled()).toHaveLength(2);
    expect(await keptOf(record(), 'cerys')).toEqual(['hello']);
    expect(await story.acts.replaySpool()).toBe(2);
    expect(await keptOf(record(), 'amira')).toEqual(['my stepdad', 'hit me']);
  });

  it('of many people: what was grave when it came goes before what is harmless, though it came last', async () => {
    const { story, moveTo, reach } = await begin();
    reach.away = true;
    for (let number = 10; number < 30; number += 1) await story.textsAndGoesOn(`+4477009008${number}`, 'hi');
    moveTo(1);
    for (const text of ['hello', 'my dad hit me last night']) await story.textsAndGoesOn('amira', text);
    reach.away = false;
    expect(await story.acts.replaySpool()).toBe(22);
    expect(await keptOf(record(), 'amira')).toEqual(['hello', 'my dad hit me last night']);
    const said = story.shows('message-received', 'concern-opened').map(({ name }) => name);
    expect(said.indexOf('concern-opened')).toBeLessThan(said.length - 5);
  });

  it('from a practitioner’s phone is a reply all the same once the record is back, and no young person’s words', async () => {
    const { story, reach } = await begin();
    await story.texts('amira', 'my dad hit me last night');
    const code = await record().record.transaction((tx) => tx.notices.latestCodeOf('priya'));
    reach.away = true;
    await story.textsAndGoesOn('priya', `1 ${code}`);
    reach.away = false;
    await story.acts.replaySpool();
    expect(story.shows('staff-replied')).toHaveLength(1);
    expect(story.shows('message-received')).toHaveLength(1);
    expect(story.shows('message-replayed')).toHaveLength(1);
  });
});
