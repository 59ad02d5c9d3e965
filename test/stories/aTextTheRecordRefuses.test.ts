import { createService, type Service, type ServiceParts } from '../../src/app/service/createService';
import { describeRecords } from '../harness/record';
import { beginOnServer, shownOf, type StoryServer } from '../harness/storyServer';

const AT = '2026-11-17T10:00:00.000Z';
/** A server that always breaks at one thing it asks of the record: it answers, and refuses whatever needs that. */
function thatBreaksAt(parts: ServiceParts, what: 'keeping' | 'obeying STOP'): Service {
  const refuse = () => Promise.reject(new Error('refused'));
  const transaction: ServiceParts['record']['transaction'] = (work, options) =>
    parts.record.transaction((tx) => {
      const save: typeof tx.lines.save = (line) => (line.stoppedAt === null ? tx.lines.save(line) : refuse());
      const lines = { ...tx.lines, save };
      const messages = { ...tx.messages, keep: refuse };
      return work(what === 'keeping' ? { ...tx, messages } : { ...tx, lines });
    }, options);
  return createService({ ...parts, record: { ...parts.record, transaction } });
}

describeRecords('a text the record refuses for good', (record) => {
  let server: StoryServer | undefined;
  const begin = async () => (server = await beginOnServer(record(), AT));
  afterEach(() => server?.end());

  it('is kept by the plainest way and read by the lead, and whoever mends the service hears of it', async () => {
    const { story, parts, spooled } = await begin();
    const { acts } = thatBreaksAt(parts, 'obeying STOP');
    await acts.receiveMessage(story.incoming(story.phoneOf('amira'), 'stop it', { optOut: 'stop' }));
    expect(spooled()).toHaveLength(1);
    story.hears('amira', /Something is broken here/);
    expect(await acts.replaySpool()).toBe(1);
    expect(spooled()).toEqual([]);
    expect(await shownOf(record(), 'amira')).toEqual(['stop it']);
    await story.passes(0.5);
    expect(story.hears('priya', /could not be read by machine and needs a person/).text).not.toMatch(/amira|stop it/i);
    expect(story.hears('mo', /running with something missing.*mend it/).text).not.toMatch(/amira|stop it/i);
    expect(await story.acts.replaySpool()).toBe(0);
    expect(story.shows('message-received')).toHaveLength(1);
  });

  it('is judged all the same: what presses is told at once, as it would have been', async () => {
    const { story, parts } = await begin();
    const { acts } = thatBreaksAt(parts, 'obeying STOP');
    const incoming = story.incoming(story.phoneOf('amira'), 'my dad hit me last night. stop', { optOut: 'stop' });
    await acts.receiveMessage(incoming);
    await acts.replaySpool();
    await story.passes(0.5);
    story.hears('sam', /needs you by/);
    expect(story.shows('concern-opened').map(({ data }) => data['nature'])).toEqual(['disclosure']);
  });

  it('stays on the disk where it can be kept in no way, and the lead hears of it every hour until it can', async () => {
    const { story, parts, spooled } = await begin();
    const broken = thatBreaksAt(parts, 'keeping');
    await broken.acts.receiveFromPhone(story.incoming(story.phoneOf('amira'), 'my stepdad'));
    story.hears('amira', /Something is broken here/);
    for (const seconds of [0, 5, 10]) {
      server!.moveTo(seconds);
      expect(await broken.acts.replaySpool()).toBe(0);
    }
    await story.passes(0.5);
    expect(story.hears('priya', /holding messages to be read/).text).not.toMatch(/amira|stepdad/i);
    story.hears('mo', /mend it/);
    story.isQuiet();
    await story.passes(60);
    await broken.acts.replaySpool();
    await story.passes(0.5);
    story.hears('priya', /holding messages to be read/);
    story.hears('mo', /mend it/);
    expect(spooled()).toHaveLength(1);
    expect(await story.acts.replaySpool()).toBe(1);
    expect(await shownOf(record(), 'amira')).toEqual(['my stepdad']);
  });

  it('is never taken for a young person’s where a practitioner wrote it', async () => {
    const { story, parts, spooled } = await begin();
    const bare = parts.record.transaction.bind(parts.record);
    const transaction: typeof bare = (work, options) =>
      bare((tx) => {
        const keep = () => Promise.reject(new Error('refused'));
        return work({ ...tx, staffReplies: { ...tx.staffReplies, keep } });
      }, options);
    const { acts } = createService({ ...parts, record: { ...parts.record, transaction } });
    server!.reach.away = true;
    await acts.receiveFromPhone(story.incoming(story.phoneOf('sam'), 'can you ring me'));
    server!.reach.away = false;
    expect(await acts.replaySpool()).toBe(0);
    expect(spooled()).toHaveLength(1);
    expect(story.shows('message-received')).toEqual([]);
    await story.passes(0.5);
    story.hears('priya', /holding messages to be read/);
  });
});
