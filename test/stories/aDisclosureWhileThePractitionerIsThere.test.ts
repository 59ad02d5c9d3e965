import { describeRecords } from '../harness/record';
import { beginStory } from '../harness/story';

/** A Tuesday morning: Sam works. */
const AT = '2026-11-17T10:00:00.000Z';

describeRecords('a disclosure while the practitioner is there', (record) => {
  it('reaches the practitioner and the lead in the first minute, and nobody else', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.texts('amira', 'my dad hit me last night');
    story.hears('sam', /a message needs you by 10\.30am\. Ref (\w{3})\. Reply \1 1 to take it, \1 2 to pass on/);
    story.hears('priya', /a message needs you by 10\.30am/);
    story.hears('amira', /Sam is being told now and will read your own words by 10\.30am\. Priya will help Sam/);
    story.hears('amira', /automatic, not a person/);
    story.ends();
  });

  it('says nothing of the words, the young person or the level to a phone', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.texts('amira', 'my dad hit me last night');
    await story.passes(45);
    for (const who of ['sam', 'bea', 'priya', 'dev', 'mo']) {
      for (const by of ['sms', 'voice'] as const) {
        for (const { text } of story.phone(who, by))
          expect(text).not.toMatch(/amira|khan|dad|hit|urgent|abuse|safeguard/i);
      }
    }
  });

  it('rings the practitioner at 10 minutes, the cover and an unseeing lead at 20, and stops when it is taken on and read', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.texts('amira', 'my dad hit me last night');
    await story.texts('amira', '1');
    ['sam', 'priya', 'amira'].forEach((who) => story.ignores(who));
    await story.passesUntil('2026-11-17T10:09:59.000Z');
    story.isQuiet();
    await story.passesUntil('2026-11-17T10:10:00.000Z');
    story.rings('sam');
    await story.passesUntil('2026-11-17T10:14:59.000Z');
    story.isQuiet();
    await story.passesUntil('2026-11-17T10:15:00.000Z');
    story.hears('priya', /more has come/);
    await story.passesUntil('2026-11-17T10:19:59.000Z');
    story.isQuiet();
    await story.passesUntil('2026-11-17T10:20:00.000Z');
    story.hears('bea', /needs you by 10\.30am/);
    story.rings('bea');
    story.rings('priya');
    await story.replies('sam', '{code} 1');
    story.hears('sam', /is yours\. Please read it within 10 minutes/);
    await story.does('sam', 'seen');
    story.hears('amira', /Sam read your message at 10\.20am/);
    await story.does('sam', 'contacted');
    await story.does('priya', 'decided');
    await story.passes(180);
    story.ends();
  });

  it('asks the second lead at 40 minutes, the manager at 60, and everybody again from 80, when nobody takes it', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.texts('amira', 'my dad hit me last night');
    await story.texts('amira', '1');
    await story.passesUntil('2026-11-17T10:29:59.000Z');
    ['sam', 'bea', 'priya', 'amira'].forEach((who) => story.ignores(who));
    story.isQuiet();
    await story.passesUntil('2026-11-17T10:39:59.000Z');
    story.hears('amira', /Sorry, Sam is late\. (Priya|Bea) has been asked\. More by 10\.40am/);
    story.isQuiet();
    await story.passesUntil('2026-11-17T10:40:00.000Z');
    story.hears('dev', /needs you NOW/);
    story.rings('dev');
    story.hears('amira', /has been asked\. More by 11am/);
    story.isQuiet();
    await story.passesUntil('2026-11-17T11:00:00.000Z');
    story.hears('mo', /needs you NOW/);
    story.rings('mo');
    story.hears('amira', /has been asked/);
    story.isQuiet();
    await story.passesUntil('2026-11-17T11:20:00.000Z');
    for (const who of ['priya', 'dev', 'mo', 'sam', 'bea']) {
      story.hears(who, /needs you NOW/);
      story.rings(who);
    }
    story.ignores('amira');
    story.ends();
  });
});
