import { toPage } from '../../src/tools/export/page';
import { protectedHeld, protectedPerson } from '../../src/tools/export/protect';
import { timelineOf } from '../../src/tools/export/timeline';
import { listLines, readHeld, type Held } from '../../src/app/alone/holdings';
import { openTestRecord, type TestRecord } from '../harness/record';
import { beginStory } from '../harness/story';
import { STORY_ROSTER } from '../harness/roster';

let record: TestRecord;
let held: Held;

/** A disclosure that was taken on, decided and is still open, told by a young person whose carer is named. */
beforeAll(async () => {
  record = await openTestRecord();
  const [person] = STORY_ROSTER.youngPeople;
  const story = await beginStory(record, { at: '2026-11-24T15:00:00.000Z' });
  await story.texts(person!.id, 'my stepdad hits me when mum is out <b>');
  await story.replies(person!.mentor, '{code} 1');
  const concern = await record.record.transaction(async (tx) => {
    const line = await tx.lines.findOf(person!.id);
    return (await tx.concerns.openOf(line!.id))[0]!;
  });
  await story.service.acts.decide({
    concern: concern.id,
    by: STORY_ROSTER.shifts.find(({ duty }) => duty === 'lead')!.practitioner,
    at: story.clock.now(),
    referred: true,
    to: 'the council’s front door',
    reference: null,
    reason: 'a neighbour told us in confidence',
    toldYoungPerson: 'yes',
    whyNotTold: null,
  });
  held = await readHeld(record.db, (await listLines(record.db))[0]!);
});
afterAll(() => record?.close());

describe('everything held of a young person', () => {
  test('is what was said both ways, how it was judged, who was told, and what was decided', () => {
    expect(held.thread.map(({ from }) => from)).toEqual(expect.arrayContaining(['young-person', 'service']));
    expect(held.assessments.some(({ level }) => level === 'urgent')).toBe(true);
    expect(held.concerns[0]?.notices.length).toBeGreaterThan(1);
    expect(held.concerns[0]?.decisions).toMatchObject([{ reason: 'a neighbour told us in confidence' }]);
    expect(held.events.map(({ name }) => name)).toContain('concern-opened');
  });

  test('their own copy keeps their words and leaves out what is other people’s', () => {
    const copy = JSON.stringify(protectedHeld(held));
    expect(copy).toContain('my stepdad hits me when mum is out');
    expect(copy).not.toMatch(/in confidence|front door/);
    for (const { id } of STORY_ROSTER.practitioners) expect(copy).not.toContain(`"practitioner":"${id}"`);
  });

  test('their own sheet names no carer and opens no door', () => {
    const [person] = STORY_ROSTER.youngPeople;
    const carers = [
      { name: 'Denise', relation: 'aunt', phone: '+447700900401', knowsAboutService: true, mayBeContacted: true },
    ];
    const sheet = protectedPerson({
      ...person!,
      carers,
      conflicts: ['martin'],
      checkWord: 'kettle',
      codeWord: 'umbrella',
    });
    expect(JSON.stringify(sheet)).not.toMatch(/Denise|martin|kettle|umbrella/);
    expect(sheet).toMatchObject({ name: person!.name });
  });
});

describe('the timeline of a case', () => {
  const page = () =>
    toPage({
      title: 'A case',
      zone: 'Europe/London',
      tables: [{ caption: 'What happened', rows: timelineOf(held.concerns[0]!, STORY_ROSTER) }],
    });

  test('tells words, verdict, notices, acts and decision in the order they were lived', () => {
    const rows = timelineOf(held.concerns[0]!, STORY_ROSTER);
    expect(rows.map(({ at }) => at)).toEqual(rows.map(({ at }) => at).toSorted());
    const told = rows.map(({ who, what }) => `${who}: ${what}`).join('\n');
    expect(told).toMatch(
      /The young person: By text: “my stepdad[^]*Took it on[^]*Referred to the council’s front door/,
    );
    expect(told).toMatch(/The rules: Judged urgent[^]*The service: Told \w+, as mentor, by text/);
  });

  test('is a table with a caption and headed rows and columns, and holds words as words', () => {
    expect(page()).toContain('when mum is out &lt;b&gt;');
    expect(page()).toMatch(/<caption>What happened<\/caption>\n<thead><tr><th scope="col">When/);
    expect(page().match(/<th scope="row"><time datetime=/g)).toHaveLength(
      timelineOf(held.concerns[0]!, STORY_ROSTER).length,
    );
  });
});
