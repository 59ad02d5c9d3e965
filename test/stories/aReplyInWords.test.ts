import { staffViews } from '../../src/record/views';
import { describeRecords } from '../harness/record';
import { beginStory, type Story } from '../harness/story';

const AT = '2026-11-17T10:00:00.000Z';
const CALL = { provider: 'twilio-voice', channel: 'voice', kind: 'call' } as const;

async function told(record: Parameters<typeof beginStory>[0]): Promise<Story> {
  const story = await beginStory(record, { at: AT });
  await story.texts('amira', 'my dad hit me last night');
  ['amira', 'sam', 'priya'].forEach((who) => story.ignores(who));
  return story;
}

describeRecords('a reply as a person writes it', (record) => {
  it('"SEEN" and the code is not reading: they hear what counts and what to write, and nobody is told it was read', async () => {
    const story = await told(record());
    await story.replies('sam', 'SEEN {code}');
    story.hears(
      'sam',
      /counts as read when you open it: https:\S+ To take it on, text \w{3} 1\. To pass it on, \w{3} 2\.$/,
    );
    story.hearsNothing('amira');
    expect(story.shows('act-recorded')).toEqual([]);
  });

  it('"SEEN" after they opened it stands, and takes nothing on', async () => {
    const story = await told(record());
    await story.does('sam', 'seen');
    await story.replies('sam', 'seen {code}');
    story.hears('sam', /It stands that you have read \w{3}\. .*text \w{3} 1/);
    expect(story.shows('act-recorded').map((one) => one.data['act'])).toEqual(['seen']);
    await story.replies('sam', '{code} 1 on it thanks');
    story.hears('sam', /is yours/);
    await story.replies('sam', 'SEEN {code}');
    story.hears('sam', /is yours, and it stands that you have read it/);
  });

  it('an "ok" is answered with the code that waits and what to write', async () => {
    const story = await told(record());
    await story.replies('sam', 'ok got it');
    story.hears('sam', /couldn't use that reply.*To take (\w{3}) on, text \1 1\. To pass it on, \1 2\./);
    expect(story.shows('act-recorded')).toEqual([]);
  });

  it("another's code and a mistyped one are answered with their own", async () => {
    const story = await told(record());
    const [own, other] = await story.record.record.transaction(async (tx) => [
      await tx.notices.latestCodeOf('sam'),
      await tx.notices.latestCodeOf('priya'),
    ]);
    await story.texts('sam', `${other} 1`);
    expect(story.hears('sam', /don't know that code/).text).toContain(`What waits for you is ${own}`);
    expect(story.shows('act-recorded')).toEqual([]);
  });

  it('an old code, a code that was taken back and a lone "1" with nothing open all hear that nothing more is needed', async () => {
    const story = await told(record());
    const code = await story.record.record.transaction((tx) => tx.notices.latestCodeOf('sam'));
    await story.texts('amira', 'sam touched my leg and said keep it secret');
    story.hearsNothing('sam');
    for (const text of [`${code} 1`, '1', `${code} 2`]) {
      await story.texts('sam', text);
      story.hears('sam', /^Harbour Youth: thank you\. Nothing more is needed from you on that one\./);
    }
    expect(story.shows('act-recorded')).toEqual([]);
  });

  it('a lone "1" is about what is open, not about what was closed since', async () => {
    const story = await told(record());
    await story.texts('jay', 'my mum hit me last night');
    await story.texts('cerys', 'my mum hit me last night');
    const closed = story.newestConcern();
    for (const act of ['seen', 'taken-on', 'decided', 'contacted'] as const) await story.does('priya', act, closed);
    await story.acts.close({
      concern: closed,
      by: 'priya',
      outcome: 'no-further-action',
      reason: 'x',
      toldYoungPerson: 'yes',
    });
    story.ignores('sam');
    await story.texts('sam', '1');
    story.hears('sam', /is yours/);
  });

  it('words beside a code and its key are not lost: what they tell goes to the lead', async () => {
    const story = await told(record());
    await story.replies('sam', '{code} 1 she told me on monday her dad hits her with a belt every night');
    story.hears('sam', /is yours/);
    story.hears('priya', /a colleague has texted something that may not wait.*\/staff\/colleagues$/);
    const texts = await staffViews(record()).colleagueTexts(AT);
    expect(texts).toMatchObject([{ by: 'sam', level: 'urgent' }]);
    expect(texts[0]?.text).toMatch(/she told me on monday/);
  });

  it("danger told from a practitioner's own phone is answered with 999, and read by somebody else", async () => {
    const story = await beginStory(record(), { at: AT });
    await story.texts('sam', 'please help he is hitting me now');
    story.hears('sam', /Priya has been asked to read it now\. If anyone is in danger now, call 999/);
    story.hears('priya', /a colleague has texted something that may not wait/);
    await story.texts('priya', 'my dad hit me');
    expect(story.hears('priya', /call 999/).text).not.toMatch(/Priya/);
    expect(await staffViews(record()).colleagueTexts(AT)).toMatchObject([{ by: 'priya' }, { by: 'sam' }]);
  });

  it('whoever rings back hears that nobody answers there, and is texted what waits: no line is made of them', async () => {
    const story = await told(record());
    const call = story.incoming(story.phoneOf('sam'), '', CALL);
    await story.acts.receiveFromPhone(call);
    const said = await story.acts.answerCaller(call);
    expect(said.text).toMatch(/^This is Harbour Youth\. Nobody answers on this number\./);
    await story.passes(0.1);
    story.hears('sam', /you rang\..*To take it on, text \w{3} 1/);
    const lines = await story.record.db.all<{ n: number }>('select count(*)::int as n from lines', []);
    expect(lines[0]?.n).toBe(1);
  });

  it('who stops texts is not heard as telling anything', async () => {
    const story = await told(record());
    await story.texts('sam', 'STOP');
    expect(story.shows('staff-reply-not-understood')).toEqual([]);
    expect(story.shows('staff-opted-out')).toHaveLength(1);
  });
});
