import { describeRecords } from '../harness/record';
import { beginStory } from '../harness/story';

const AT = '2026-11-17T10:00:00.000Z';

describeRecords('a process killed between webhook and notice', (record) => {
  it('loses nothing: another one finds in the rows whom to tell and what to answer', async () => {
    const story = await beginStory(record(), { at: AT });
    await story.textsAndGoesOn('amira', 'my dad hit me last night');
    story.isQuiet();
    story.restarts();
    await story.passes(0.5);
    story.hears('sam', /needs you by 10\.30am/);
    story.hears('priya', /needs you by 10\.30am/);
    story.hears('amira', /Thank you for telling us/);
    story.hears('amira', /automatic, not a person/);
    story.ends();
  });

  it('killed while the carrier had the text in hand, sends it to nobody young twice', async () => {
    const story = await beginStory(record(), { at: AT });
    story.carrier.receipts = 'none';
    await story.textsAndGoesOn('amira', 'hi');
    story.carrier.faults.push('silent-but-takes');
    await story.passes(0.2);
    story.restarts();
    await story.passes(5);
    story.hears('amira', /automatic, not a person/);
    story.hears('amira', /Do you want to tell us more/);
    story.ends();
  });
});
