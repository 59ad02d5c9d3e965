import type { ServiceParts } from '../../src/app/service/createService';
import { describeRecords } from '../harness/record';
import { beginStory } from '../harness/story';

const AT = '2026-11-17T10:00:00.000Z';

/** A book from which these templates are gone: saying one of them throws. */
const without =
  (...gone: readonly string[]) =>
  (parts: ServiceParts): ServiceParts => {
    const { book } = parts.house;
    const templates = book.templates.filter((one) => !gone.includes(one.id));
    return { ...parts, house: { ...parts.house, book: { ...book, templates } } };
  };

const LEFT = /could not deal with\. Please sign in and read it now/;

describeRecords('a dialog that throws', (record) => {
  it('falls towards a human at once: the lead is paged, one approved text goes, and it is not tried again', async () => {
    const story = await beginStory(record(), { at: AT, wrap: without('open-invite', 'limits-full') });
    await story.texts('amira', 'hiya');
    story.hears('priya', LEFT);
    story.hears('amira', /^We got your text\. Something is broken here/);
    expect(story.shows('turn-left-to-a-human')).toHaveLength(1);
    await story.passes(120);
    story.ends([/could not be taken/]);
  });

  it('and what they write next is answered again, as if the conversation had just begun', async () => {
    const story = await beginStory(record(), { at: AT, wrap: without('mood') });
    await story.texts('amira', 'hiya');
    story.ignores('amira');
    await story.texts('amira', 'check in');
    story.hears('priya', LEFT);
    story.hears('amira', /^We got your text/);
    await story.texts('amira', 'HELP');
    story.hears('amira', /999/);
    story.hears('amira', /Between Visits/);
    story.ends([/could not be taken/]);
  });

  it('takes back nothing of a disclosure: who was told stays told, and danger is answered with 999', async () => {
    const story = await beginStory(record(), { at: AT, wrap: without('immediate', 'immediate-not-alone') });
    await story.texts('amira', 'ive taken loads of tablets i want to die');
    story.hears('amira', /^Call 999 now/);
    story.hears('priya', /needs you NOW/);
    story.hears('priya', LEFT);
    story.rings('priya');
    story.hears('sam', /needs you NOW/);
    story.rings('sam');
    story.ends([/could not be taken/]);
  });

  it('when the service speaks first, says nothing, and a person looks', async () => {
    const story = await beginStory(record(), { at: AT, wrap: without('mood', 'limits-full') });
    await story.acts.startCheckIn({ youngPerson: 'amira', why: 'now' });
    await story.passes(1);
    story.hears('priya', LEFT);
    story.hearsNothing('amira');
    story.ends([/could not be taken/]);
  });
});
