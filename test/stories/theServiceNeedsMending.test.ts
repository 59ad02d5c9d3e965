import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findToMend } from '../../src/app/mending/findToMend';
import { projectRoot } from '../../src/app/projectRoot';
import { readAuthoredHouse } from '../../src/app/service/authoredHouse';
import { loadConfig } from '../../src/config';
import { newKeys } from '../../src/keys';
import { auditViews } from '../../src/record/views/audit';
import { describeRecords } from '../harness/record';
import { STORY_ROSTER } from '../harness/roster';
import { beginStory, type Story, type StoryOptions } from '../harness/story';

const AT = '2026-11-17T10:00:00.000Z';
const KEYS = newKeys('k1');
const authored = readAuthoredHouse(projectRoot());

describeRecords('the service needs mending', (record) => {
  let dataDir: string;
  beforeEach(() => (dataDir = mkdtempSync(join(tmpdir(), 'story-mending-'))));
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

  const begin = (more: Partial<StoryOptions> = {}) => beginStory(record(), { at: AT, ...more });

  /** Looks once; gives what the page shows of each part, in one string. */
  async function look(story: Story, env: Record<string, string> = {}): Promise<(about: string) => string> {
    const config = loadConfig({ KEYS, DATA_DIR: dataDir, MODE: 'practice', ...env });
    const groups = await findToMend({ config, ctx: story.service.ctx, open: record(), authored });
    const foundOf = (about: string) => groups.find((one) => one.about === about)?.found ?? [];
    return (about) =>
      foundOf(about)
        .map(({ what, give }) => `${what} ${give}`)
        .join('\n');
  }

  const broken = async (story: Story, about: string, env: Record<string, string> = {}): Promise<string> =>
    (await look(story, env))(about);

  it('leads and administrators are sent to the page that says what and how', async () => {
    const story = await begin();
    await story.acts.pageUntilMended({ missing: 2 });
    await story.passes(1);
    for (const who of ['priya', 'dev', 'mo']) story.hears(who, /something missing.*bv\.example\/staff\/mending/);
  });

  it('calls refused at the carrier’s door send administrators there too, and it says so for a day', async () => {
    const story = await begin();
    await story.acts.reportRefusedSignatures();
    await story.passes(1);
    story.hears('mo', /bv\.example\/staff\/mending/);
    expect(await broken(story, 'messages')).toMatch(/failed their signature.*TWILIO_AUTH_TOKEN/);
    story.clock.moveTo('2026-11-18T11:00:00.000Z');
    expect(await broken(story, 'messages')).toBe('');
  });

  it('with everybody reachable and nothing behind there is nothing to say of work, people and messages', async () => {
    const story = await begin();
    await story.texts('amira', 'hi');
    story.ignores('amira');
    const shown = await look(story);
    for (const about of ['work', 'people', 'messages', 'settings']) expect(shown(about)).toBe('');
  });

  it('somebody nothing reaches, and a channel by which the last text did not arrive, are named', async () => {
    const roster = {
      ...STORY_ROSTER,
      practitioners: STORY_ROSTER.practitioners.map((one) =>
        one.id === 'bea' ? { ...one, phone: null, email: null } : one,
      ),
    };
    const story = await begin({ roster });
    story.carrier.receipts = 'undelivered';
    await story.acts.pageUntilMended({ missing: 1 });
    await story.passes(1);
    const people = await broken(story, 'people');
    expect(people).toContain('Nothing reaches Bea Lund');
    expect(people).toContain('The last text to Mo Ellis did not arrive');
    expect(people).not.toContain('Sam Okafor');
    story.carrier.receipts = 'in-order';
    story.clock.moveTo('2026-11-18T11:00:00.000Z');
    await story.acts.pageUntilMended({ missing: 1 });
    await story.passes(1);
    expect(await broken(story, 'people')).not.toContain('did not arrive');
    for (const who of ['priya', 'dev', 'mo']) story.ignores(who);
  });

  it('work that stays undone is told by its kind and since when, and by nobody’s words', async () => {
    const story = await begin();
    story.clock.moveTo('2026-11-17T10:18:00.000Z');
    await story.textsAndGoesOn('amira', 'my dad hit me last night');
    story.clock.moveTo('2026-11-17T10:38:00.000Z');
    const work = await broken(story, 'work');
    expect(work).toMatch(/Answers to young people are behind: 1, the oldest due 10:18am\./);
    expect(work).not.toMatch(/amira|dad/i);
    await story.passes(1);
    expect(await broken(story, 'work')).toBe('');
    for (const who of ['amira', 'sam', 'priya', 'bea', 'dev', 'mo']) story.ignores(who);
  });

  it('messages on the disk that nobody can read are named by their files', async () => {
    const story = await begin();
    mkdirSync(join(dataDir, 'spool'));
    writeFileSync(join(dataDir, 'spool', '20261117T090000000Z-cut.message'), 'half of a mess');
    expect(await broken(story, 'messages')).toMatch(/1 spooled messages .* 20261117T090000000Z-cut\.message/);
  });

  it('drafts, unchecked contacts and terms nobody approved are counted or named', async () => {
    const words = await broken(await begin(), 'words');
    expect(words).toMatch(/templates are drafts nobody has approved/);
    expect(words).toMatch(/The contact emergency-duty-team has been checked by nobody/);
    expect(words).toMatch(/Nobody has approved how long words are kept/);
  });

  it('live also tells of settings, leads without proof, and an auditor that has fallen silent', async () => {
    const story = await begin();
    const live = { MODE: 'live' };
    expect(await broken(story, 'settings', live)).toMatch(/TWILIO_AUTH_TOKEN/);
    expect(await broken(story, 'people', live)).toMatch(
      /priya leads or is manager in the next 72 hours and is not proven by text/,
    );
    expect(await broken(story, 'work', live)).toMatch(/The auditor does not find everything in order: never/);
    await auditViews(record().db).beat(AT);
    expect(await broken(story, 'work', live)).toBe('');
    story.clock.moveTo('2026-11-17T10:05:00.000Z');
    expect(await broken(story, 'work', live)).toMatch(/The auditor does not find everything in order: last/);
  });
});
