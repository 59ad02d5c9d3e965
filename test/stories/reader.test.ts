import { movableClock } from '../../src/clock';
import { createReader } from '../../src/readers';
import type { Roster } from '../../src/vocabulary';
import { ModelServer, type Answer } from '../harness/modelServer';
import { describeRecords, type TestRecord } from '../harness/record';
import { STORY_ROSTER } from '../harness/roster';
import { beginStory, type Story } from '../harness/story';

const AT = '2026-11-17T10:00:00.000Z';
const APPROVAL = {
  assessmentReference: 'DPIA-7',
  contract: 'C-12',
  region: 'UK',
  retention: 'none',
  date: '2026-11-01',
  name: 'Mo Ellis',
};
const APPROVED: Roster = { ...STORY_ROSTER, organisation: { ...STORY_ROSTER.organisation, modelApproval: APPROVAL } };

/** Nothing in it that a rule would point at. */
const HINT = 'things at home changed since he moved in. i sleep in my clothes now';
const NONE: Answer = { says: answer({ level: 'none', kinds: [], quote: '' }) };
const SEES_IT: Answer = {
  says: answer({ level: 'urgent', kinds: ['sexual-abuse'], quote: 'i sleep in my clothes now' }),
};

function answer(over: object): object {
  return { about: 'self', sure: true, adults_meant: [], ...over };
}

let model: ModelServer;
beforeEach(async () => void (model = await ModelServer.start(NONE)));
afterEach(() => model.close());

/** A story with a real client of a stand-in model, known to Amira before it begins. */
async function beginRead(record: TestRecord, roster = APPROVED, timeLimitMs = 5_000): Promise<Story> {
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const story = await beginStory(record, {
    at: AT,
    roster,
    wrap: (parts) => ({
      ...parts,
      reader: createReader({
        apiKey: 'k',
        baseUrl: model.url,
        model: 'pinned-1',
        clock: movableClock(AT),
        log,
        timeLimitMs,
      }),
    }),
  });
  await story.texts('amira', 'hi');
  story.ignores('amira');
  return story;
}

const levelsOpen = async (story: Story) => {
  const line = await story.record.record.transaction((tx) => tx.lines.findOf('amira'));
  const open = await story.record.record.transaction((tx) => tx.concerns.openOf(line!.id));
  return open.map((one) => one.level);
};

describeRecords('a second reader', (record) => {
  it('sees what the rules did not: the same people are told, and the young person hears so', async () => {
    const story = await beginRead(record());
    model.next(SEES_IT);
    await story.texts('amira', HINT);
    expect(await levelsOpen(story)).toEqual(['urgent']);
    expect(story.phone('priya').length).toBeGreaterThan(0);
    expect(story.phone('amira').at(-1)?.text).toMatch(/Sam|Priya/);
  });
});
