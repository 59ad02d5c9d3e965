import { describeRecords } from '../harness/record';
import { beginStory, type Story } from '../harness/story';

/** A Tuesday morning: Sam works. */
const AT = '2026-11-17T10:00:00.000Z';

describeRecords('more words in an open concern', (record) => {
  /** Told at 10:00, "safe now" answered, and Sam has taken it on and read it by 10:04. */
  async function samHolds(): Promise<Story> {
    const story = await beginStory(record(), { at: AT });
    await story.texts('amira', 'my dad hit me last night');
    await story.texts('amira', '1');
    await story.passesUntil('2026-11-17T10:04:00.000Z');
    await story.does('sam', 'taken-on');
    await story.does('sam', 'seen');
    ['sam', 'priya', 'amira'].forEach((who) => story.ignores(who));
    await story.passesUntil('2026-11-17T10:10:00.000Z');
    return story;
  }

  it('are told to whoever took it on, though another was told of earlier ones', async () => {
    const story = await samHolds();
    await story.texts('amira', 'he is home at six');
    story.hears('amira', /Sam will see this too/);
    story.hears('sam', /more has come/);
    story.ends();
  });

  it('are told to whoever holds it when they are of a new kind, beside the lead who is asked afresh', async () => {
    const story = await samHolds();
    await story.texts('amira', 'i cut my arms every night');
    story.hears('amira', /Sam will see this too/);
    story.ignores('amira');
    story.hears('priya', /needs you by/);
    await story.passesUntil('2026-11-17T10:15:00.000Z');
    story.hears('sam', /more has come/);
    story.ends();
  });

  it('are told again after they were opened, once in a quarter of an hour', async () => {
    const story = await samHolds();
    await story.texts('amira', 'he is home at six');
    story.hears('sam', /more has come/);
    await story.texts('amira', 'he is in a mood');
    await story.does('sam', 'seen');
    await story.texts('amira', 'he was like this before');
    story.ignores('amira');
    await story.passesUntil('2026-11-17T10:24:59.000Z');
    story.isQuiet();
    await story.passesUntil('2026-11-17T10:26:00.000Z');
    story.hears('sam', /more has come/);
    story.ends();
  });

  it('are not told late to a lead whom somebody else has relieved, even when it is theirs again', async () => {
    const story = await samHolds();
    await story.passesUntil('2026-11-17T11:59:59.000Z');
    ['sam', 'bea', 'priya', 'dev', 'mo', 'amira'].forEach((who) => story.ignores(who));
    await story.passesUntil('2026-11-17T12:00:00.000Z');
    story.hears('priya', /needs you NOW/);
    story.rings('priya');
    ['sam', 'bea', 'dev', 'mo', 'amira'].forEach((who) => story.ignores(who));
    story.ends();
  });

  it('are promised to whoever is told of them, and not to somebody who has only read', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.texts('amira', 'my dad hit me last night');
    await story.texts('amira', '1');
    await story.does('sam', 'seen');
    ['sam', 'priya', 'amira'].forEach((who) => story.ignores(who));
    await story.texts('amira', 'he is home at six');
    story.hears('amira', /Priya will see this too/);
    await story.passesUntil('2026-11-17T10:16:00.000Z');
    story.hears('priya', /more has come/);
    story.hearsNothing('sam');
  });

  /** A lead has it in hand and has read it; Sam has read it too. */
  async function priyaHolds(): Promise<Story> {
    const story = await beginStory(record(), { at: AT });
    await story.texts('amira', 'my dad hit me last night');
    await story.texts('amira', '1');
    await story.does('sam', 'seen');
    await story.does('priya', 'taken-on');
    await story.does('priya', 'seen');
    await story.passesUntil('2026-11-17T10:20:00.000Z');
    ['sam', 'priya', 'amira'].forEach((who) => story.ignores(who));
    return story;
  }

  it('of a new kind are the mentor’s too, whoever has it in hand', async () => {
    const story = await priyaHolds();
    await story.texts('amira', 'i cut my arms every night');
    story.ignores('amira');
    story.hears('priya', /needs you by/);
    story.hears('sam', /needs you by/);
    story.ends();
  });

  it('never reach a mentor whom they do not want told', async () => {
    const story = await priyaHolds();
    await story.texts('amira', 'dont tell sam');
    ['amira', 'priya'].forEach((who) => story.ignores(who));
    await story.texts('amira', 'i cut my arms every night');
    await story.passes(60);
    for (const by of ['sms', 'voice', 'email'] as const) story.hearsNothing('sam', by);
  });
});
