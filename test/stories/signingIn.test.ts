import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { createStaffDoor } from '../../src/app/doors/staffDoor';
import type { House } from '../../src/app/house/openHouse';
import { projectRoot } from '../../src/app/projectRoot';
import { readAuthoredHouse } from '../../src/app/service/authoredHouse';
import { loadConfig } from '../../src/config';
import { describeRecords } from '../harness/record';
import { STORY_ROSTER } from '../harness/roster';
import { beginStory, type Story } from '../harness/story';
import { Visitor, type Page } from '../staff/harness/site';

const AT = '2026-11-17T10:00:00.000Z';
const authored = readAuthoredHouse(projectRoot());
const LIVE = loadConfig({ PUBLIC_BASE_URL: 'https://bv.example' });

let servers: Server[] = [];
afterEach(() => servers.forEach((server) => server.close()));
beforeEach(() => (servers = []));

/** The staff pages of a live service, over a story's record, acts and clock. */
async function openPages(story: Story): Promise<() => Visitor> {
  const { record: open, clock, service } = story;
  const house = { ...service, open, clock, config: LIVE, authored, ids: { next: () => 'unused' } };
  const server = createServer(express().use(createStaffDoor(house as unknown as House)));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return () => new Visitor(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, new Map());
}

async function ask(visitor: Visitor, email: string): Promise<Page> {
  await visitor.get('/staff/sign-in');
  return visitor.post('/staff/sign-in', { email });
}

/** The path of the link in the last e-mail to somebody. */
function linkOf(story: Story, who: string): string {
  const link = /https:\/\/bv\.example(\/staff\/sign-in\/\S+)/.exec(story.phone(who, 'email').at(-1)?.text ?? '');
  if (link === null) throw new Error(`${who} has no link`);
  return link[1]!;
}

/** Opens a link and presses "Continue", where there is one. */
async function follow(visitor: Visitor, link: string): Promise<Page> {
  const shown = await visitor.get(link);
  return shown.status === 200 ? visitor.post(link, {}) : shown;
}

async function codeOf(secret: string, story: Story): Promise<string> {
  const { generateSync } = await import('otplib');
  return generateSync({ secret, epoch: Math.floor(Date.parse(story.clock.now()) / 1000) });
}

/** Sets up the codes of whoever followed their link; gives the secret their app now holds. */
async function enrol(visitor: Visitor, story: Story): Promise<string> {
  const page = await visitor.get('/staff/second-factor');
  const secret = /name="secret" value="([A-Z2-7]+)"/.exec(page.html)?.[1] ?? '';
  await visitor.post('/staff/second-factor', { secret, code: await codeOf(secret, story) });
  return secret;
}

async function linkFor(story: Story, visitor: Visitor, who: string): Promise<string> {
  await ask(visitor, `${who}@harbour.example`);
  await story.passes(0.1);
  return linkOf(story, who);
}

describeRecords('signing in to the staff pages', (record) => {
  async function begin() {
    const story = await beginStory(record(), { at: AT });
    return { story, visitor: await openPages(story) };
  }

  it('begins with a link by e-mail to whoever’s address it is, however it is typed, and to nobody else', async () => {
    const { story, visitor } = await begin();
    await ask(visitor(), ' Sam@Harbour.example ');
    await story.passes(0.1);
    const mail = story.hears('sam', /\/staff\/sign-in\//, 'email');
    expect(mail.text).toContain('15 minutes');
    story.isQuiet();
    expect((await follow(visitor(), linkOf(story, 'sam'))).location).toBe('/staff/second-factor');
  });

  it('says and does the same for an address nobody has, and for somebody’s who has left, and sends nothing', async () => {
    const { story, visitor } = await begin();
    const known = await ask(visitor(), 'sam@harbour.example');
    await story.passes(0.1);
    story.hears('sam', /sign-in/, 'email');
    await leaves(story, 'martin');
    for (const email of ['nobody@harbour.example', 'martin@harbour.example']) {
      const page = await ask(visitor(), email);
      expect([page.status, page.text]).toEqual([known.status, known.text]);
    }
    await story.passes(1);
    story.isQuiet();
  });

  it('opens with codes of one’s own the pages of whose address it was, and no link and no secret stands in the log', async () => {
    const { story, visitor } = await begin();
    const sam = visitor();
    const link = await linkFor(story, sam, 'sam');
    await follow(sam, link);
    const secret = await enrol(sam, story);
    expect((await sam.get('/staff/work')).text).toContain('Sam Okafor');
    const events = await record().db.all('select name, data from events');
    expect(events).toContainEqual(expect.objectContaining({ name: 'staff-signed-in', data: { practitioner: 'sam' } }));
    expect(JSON.stringify(events)).not.toMatch(new RegExp(`${link.split('/').at(-1)}|${secret}|harbour\\.example`));
  });

  it('a link works once, for 15 minutes, and the newest alone', async () => {
    const { story, visitor } = await begin();
    const older = await linkFor(story, visitor(), 'sam');
    const newer = await linkFor(story, visitor(), 'sam');
    expect((await follow(visitor(), older)).status).toBe(404);
    const [first, second] = [visitor(), visitor()];
    for (const one of [first, second]) expect((await one.get(newer)).status).toBe(200);
    expect((await first.post(newer, {})).status).toBe(303);
    expect((await second.post(newer, {})).status).toBe(404);
    expect((await follow(visitor(), newer)).status).toBe(404);
    const late = await linkFor(story, visitor(), 'sam');
    const opened = visitor();
    await opened.get(late);
    await story.passes(15);
    expect((await opened.post(late, {})).status).toBe(404);
    expect((await follow(visitor(), late)).status).toBe(404);
  });

  it('another person’s link needs that person’s code: one’s own opens nothing, and one is nobody until it is given', async () => {
    const { story, visitor } = await begin();
    const [martin, sam] = [visitor(), visitor()];
    await follow(martin, await linkFor(story, martin, 'martin'));
    const martins = await enrol(martin, story);
    await follow(sam, await linkFor(story, sam, 'sam'));
    const sams = await enrol(sam, story);
    await story.passes(2);
    expect((await martin.get('/staff/work')).text).toContain('Martin Hale');
    await follow(martin, await linkFor(story, visitor(), 'sam'));
    expect((await martin.get('/staff/work')).location).toBe('/staff/second-factor');
    await martin.get('/staff/second-factor');
    expect((await martin.post('/staff/second-factor', { code: await codeOf(martins, story) })).status).toBe(400);
    expect((await martin.get('/staff/work')).location).toBe('/staff/second-factor');
    await martin.get('/staff/second-factor');
    expect((await martin.post('/staff/second-factor', { code: await codeOf(sams, story) })).location).toBe(
      '/staff/work',
    );
    expect((await martin.get('/staff/work')).text).toContain('Sam Okafor');
  });

  it('five wrong codes keep out whoever they were typed for, for a quarter of an hour, and nobody else', async () => {
    const { story, visitor } = await begin();
    const [sam, bea] = [visitor(), visitor()];
    await follow(sam, await linkFor(story, sam, 'sam'));
    const secret = await enrol(sam, story);
    await follow(bea, await linkFor(story, bea, 'bea'));
    const beas = await enrol(bea, story);
    await story.passes(2);
    const guesser = visitor();
    await follow(guesser, await linkFor(story, guesser, 'sam'));
    await guesser.get('/staff/second-factor');
    for (let n = 0; n < 5; n += 1) await guesser.post('/staff/second-factor', { code: '000000' });
    const tooMany = await guesser.post('/staff/second-factor', { code: await codeOf(secret, story) });
    expect([tooMany.status, tooMany.text]).toEqual([400, expect.stringContaining('Too many wrong codes')]);

    const beaAgain = visitor();
    await follow(beaAgain, await linkFor(story, beaAgain, 'bea'));
    await beaAgain.get('/staff/second-factor');
    expect((await beaAgain.post('/staff/second-factor', { code: await codeOf(beas, story) })).status).toBe(303);

    await story.passes(16);
    await follow(guesser, await linkFor(story, guesser, 'sam'));
    await guesser.get('/staff/second-factor');
    expect((await guesser.post('/staff/second-factor', { code: await codeOf(secret, story) })).status).toBe(303);
  });

  it('whoever has left comes in nowhere: not by a link asked for before, nor by a session they had open', async () => {
    const { story, visitor } = await begin();
    const [desk, phone] = [visitor(), visitor()];
    await follow(desk, await linkFor(story, desk, 'sam'));
    await enrol(desk, story);
    const link = await linkFor(story, phone, 'sam');
    await leaves(story, 'sam');
    expect((await desk.get('/staff/work')).location).toBe('/staff/sign-in');
    expect((await follow(phone, link)).status).toBe(404);
    expect((await phone.get('/staff/work')).location).toBe('/staff/sign-in');
  });

  it('no practice link opens a live service', async () => {
    const { visitor } = await begin();
    const page = await visitor().get('/staff/practice/anything');
    expect([page.location, page.headers.getSetCookie().join()]).toEqual([
      '/staff/sign-in',
      expect.not.stringMatching(/__Host-desk=/),
    ]);
  });
});

function leaves(story: Story, who: string): Promise<void> {
  const practitioners = STORY_ROSTER.practitioners.map((one) =>
    one.id === who ? { ...one, leftAt: story.clock.now() } : one,
  );
  return story.record.record.transaction((tx) => tx.roster.replace({ ...STORY_ROSTER, practitioners }));
}
