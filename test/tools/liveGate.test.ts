import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unverified, readContacts } from '../../src/authored/contacts';
import type { House } from '../../src/app/house/openHouse';
import { leadsWithoutNumbers } from '../../src/app/missing/leadsWithoutNumbers';
import { readLiveAuthored } from '../../src/app/house/liveAuthored';
import { missingWords } from '../../src/app/missing/missingWords';
import { passLiveGate } from '../../src/app/live/liveGate';
import { createService } from '../../src/app/service/createService';
import { readAuthoredHouse, type AuthoredHouse } from '../../src/app/service/authoredHouse';
import { loadConfig, type Environment } from '../../src/config';
import { newKeys } from '../../src/keys';
import type { Practice } from '../../src/practice/server';
import { later, DAY_MS, type Duty, type Roster } from '../../src/vocabulary';
import { authoredCopies } from '../../src/record/stores/authoredCopies';
import { openTestRecord, START, type TestRecord } from '../harness/record';
import { STORY_ROSTER } from '../harness/roster';
import { StoryCarrier } from '../harness/storyCarrier';
import { ACCOUNT, practiceFor, SERVICE_NUMBER, serve, type Served } from '../practice/harness';
import { copyAuthored, type AuthoredCopy } from './authoredCopy';

/** Everything an organisation gives before it goes live. */
const READY: Roster = {
  ...STORY_ROSTER,
  practitioners: STORY_ROSTER.practitioners.map((one) => ({
    ...one,
    roles: [...one.roles, 'administrator'],
    provenAt: { sms: START, voice: START, email: START },
  })),
  youngPeople: STORY_ROSTER.youngPeople.map((one) => ({
    ...one,
    dateOfBirth: '2011-04-09',
    addresses: ['12 Fisher Row, Saltwick'],
    secondSafeWay: 'school office',
    carers: [{ name: 'D', relation: 'aunt', phone: '+447700900401', knowsAboutService: true, mayBeContacted: true }],
  })),
};

let record: TestRecord;
let served: Served;
let practice: Practice;
let copy: AuthoredCopy;
/** What the copy says, read once: every go-live reads it anew at its gate. */
let approved: AuthoredHouse;

beforeAll(async () => {
  record = await openTestRecord();
  served = await serve();
  practice = await practiceFor(served);
  copy = copyAuthored();
  copy.approve();
  approved = readAuthoredHouse(copy.root);
});
beforeEach(() => record.reset());
afterAll(async () => {
  await practice?.close();
  await served?.close();
  await record?.close();
  copy?.remove();
});

const environment = (): Environment => ({
  PUBLIC_BASE_URL: 'https://texts.example.org',
  EMBEDDED_RECORD_ACCEPTED: 'yes',
  KEYS: newKeys('k1'),
  TWILIO_ACCOUNT_SID: ACCOUNT.accountSid,
  TWILIO_AUTH_TOKEN: ACCOUNT.authToken,
  TWILIO_NUMBER: SERVICE_NUMBER,
  TWILIO_API_URL: practice.urls.api,
  SMTP_URL: practice.urls.smtp,
  EMAIL_FROM: 'notices@example.org',
});

/** Tries to go live with this roster, these settings and what this folder says. */
async function goLive(roster: Roster, env: Environment = environment(), root = copy.root): Promise<void> {
  await record.record.transaction((tx) => tx.roster.replace(roster));
  const { ctx } = createService({
    house: root === copy.root ? approved : readAuthoredHouse(root),
    record: record.record,
    clock: record.clock,
    ids: record.ids,
    log: { info: () => {}, warn: () => {}, error: () => {} },
    carrier: new StoryCarrier(() => record.clock.now()),
    nudge: () => {},
    spool: {
      keep: () => Promise.reject(new Error()),
      list: () => Promise.resolve([]),
      read: () => Promise.resolve(null),
      remove: () => Promise.resolve(),
    },
    rosterCopy: { keep: () => Promise.resolve(), last: () => Promise.resolve(roster) },
    serviceName: 'Between Visits',
    publicUrl: 'https://texts.example.org',
    proofsRequired: true,
  });
  const house: Pick<House, 'config' | 'ctx'> = { config: loadConfig(env), ctx };
  await passLiveGate(house, root);
}

describe('the first go-live', () => {
  test('passes when nothing is missing, and says so in the organisation’s chain', async () => {
    await goLive(READY);
    const went = await record.record.transaction((tx) => tx.events.latest(null, 'went-live'));
    expect(went).toMatchObject({ name: 'went-live', at: START });
  });

  test('asks leads and managers for their four numbers, which cannot be set before it: it says so, and does not wait for them', async () => {
    await goLive(READY);
    expect(await leadsWithoutNumbers(record.record, START)).toEqual(['priya', 'dev', 'mo']);
    await record.record.transaction((tx) => tx.pins.set('priya', '4711'));
    expect(await leadsWithoutNumbers(record.record, START)).toEqual(['dev', 'mo']);
  });

  const holding = (wanted: Duty, more: Partial<Roster['practitioners'][number]>): Roster => ({
    ...READY,
    practitioners: READY.practitioners.map((one) =>
      READY.shifts.some(({ duty, practitioner }) => duty === wanted && practitioner === one.id)
        ? { ...one, ...more }
        : one,
    ),
  });
  const longAgo = later(START, -31 * DAY_MS);

  test.each<[string, Roster, Environment, RegExp]>([
    ['no roster', { ...READY, practitioners: [], youngPeople: [], shifts: [] }, {}, /holds no roster[^]*import/],
    [
      'an hour without a second lead',
      { ...READY, shifts: READY.shifts.filter(({ duty }) => duty !== 'second') },
      {},
      /Nobody holds the duty second/,
    ],
    [
      'an hour without a manager, who is told last of what nobody took on',
      { ...READY, shifts: READY.shifts.filter(({ duty }) => duty !== 'manager') },
      {},
      /Nobody holds the duty manager[^]*rota page/,
    ],
    [
      'a manager who never answered a call',
      holding('manager', { provenAt: { sms: START, voice: null, email: null } }),
      {},
      /mo leads or is manager in the next 72 hours and is not proven by call[^]*check -- prove/,
    ],
    [
      'a lead who never answered a text',
      holding('lead', { provenAt: { sms: null, voice: START, email: null } }),
      {},
      /not proven by text[^]*check -- prove/,
    ],
    [
      'a lead who answered a call too long ago',
      holding('lead', { provenAt: { sms: START, voice: longAgo, email: null } }),
      {},
      /not proven by call/,
    ],
    ['a lead who opted out of texts', holding('lead', { optedOutAt: START }), {}, /not proven by text[^]*START/],
    [
      'an emergency sheet with a gap',
      { ...READY, youngPeople: READY.youngPeople.map((one) => ({ ...one, addresses: [] })) },
      {},
      /emergency sheet of \S+ lacks addresses/,
    ],
    [
      'no administrator',
      { ...READY, practitioners: READY.practitioners.map((one) => ({ ...one, roles: ['duty-lead'] })) },
      {},
      /Nobody is administrator/,
    ],
    ['no settings of the carrier', READY, { TWILIO_AUTH_TOKEN: '' }, /TWILIO_AUTH_TOKEN is not set/],
    [
      'a token the carrier refuses',
      READY,
      { TWILIO_AUTH_TOKEN: 'somebody-else-entirely' },
      /The carrier refuses the account/,
    ],
    ['a carrier that is not there', READY, { TWILIO_API_URL: 'http://127.0.0.1:9' }, /The carrier does not answer/],
    ['a mail server that is not there', READY, { SMTP_URL: 'smtp://127.0.0.1:9' }, /The mail server does not answer/],
    ['an address without a certificate', READY, { PUBLIC_BASE_URL: 'http://texts.example.org' }, /is not https/],
    ['the embedded record nobody opted into', READY, { EMBEDDED_RECORD_ACCEPTED: '' }, /EMBEDDED_RECORD_ACCEPTED/],
    ['keys that are none', READY, { KEYS: 'seal:k1:short' }, /KEYS is no key ring/],
  ])('refuses with %s, and says how to give it', async (_what, roster, settings, says) => {
    await expect(goLive(roster, { ...environment(), ...settings })).rejects.toThrow(says);
  });

  test('refuses a page of the chat whose words nobody approved, which young people read as well', async () => {
    const changed = copyAuthored();
    try {
      changed.approve();
      expect(missingWords(changed.root, START)).toEqual([]);
      changed.edit('templates/cy/web/page.yaml', /^approver: .*$/m, 'approver: draft');
      const ofThePage = expect.stringContaining('templates/cy/web/page.yaml');
      expect(missingWords(changed.root, START)).toEqual([
        { what: expect.stringContaining('not as it was approved'), give: expect.stringContaining('approver') },
        { what: ofThePage, give: expect.stringContaining('--approver "Full Name" page') },
      ]);
    } finally {
      changed.remove();
    }
  });

  test('refuses wording that nobody approved and contacts nobody checked', async () => {
    const drafts = copyAuthored();
    try {
      await expect(goLive(READY, environment(), drafts.root)).rejects.toThrow(
        /templates are drafts[^]*templates -- approve[^]*contact childline has been checked by nobody/,
      );
    } finally {
      drafts.remove();
    }
  });
});

describe('an installation that has been live', () => {
  test('starts again, whatever is missing now', async () => {
    await goLive(READY);
    await expect(goLive({ ...READY, shifts: [] }, { ...environment(), SMTP_URL: '' })).resolves.toBeUndefined();
  });

  test('starts whatever file of rules was spoilt by an edit, and goes on with what stood in it before', async () => {
    const changed = copyAuthored();
    try {
      changed.approve();
      const place = { db: record.db, dataDir: join(changed.root, 'data'), now: START, root: changed.root };
      const before = await readLiveAuthored(place);
      changed.edit('escalation-rules/ages.yaml', /^youngest:/m, 'youngster:');
      expect((await readLiveAuthored(place)).ages).toEqual(before.ages);
      expect(missingWords(changed.root, START).map(({ what }) => what)).toEqual([
        expect.stringMatching(/ages\.yaml:\d+/),
      ]);
    } finally {
      changed.remove();
    }
  });

  test('starts whatever was done to the words of the chat’s page, with those approved last; the gate names the line', async () => {
    const changed = copyAuthored();
    try {
      changed.approve();
      const place = { db: record.db, dataDir: join(changed.root, 'data'), now: START, root: changed.root };
      const before = await readLiveAuthored(place);
      changed.edit('templates/en/web/page.yaml', /^ {2}send: .*$/m, '  send: Nobody signed this');
      expect((await readLiveAuthored(place)).pages).toEqual(before.pages);
      changed.edit('templates/en/web/page.yaml', /^ {2}send: /m, '  sent: ');
      expect((await readLiveAuthored(place)).pages).toEqual(before.pages);
      expect(missingWords(changed.root, START).map(({ what }) => what)).toContainEqual(
        expect.stringMatching(/templates\/en\/web\/page\.yaml:\d+ words\.send/),
      );
    } finally {
      changed.remove();
    }
  });

  test('starts with a release that has a word more on its page than was ever approved', async () => {
    const changed = copyAuthored();
    try {
      changed.approve();
      const place = { db: record.db, dataDir: join(changed.root, 'data'), now: START, root: changed.root };
      const page = join(changed.root, 'templates/en/web/page.yaml');
      const whole = readFileSync(page, 'utf8');
      const older = whole.replace(/^ {2}send: .*\n/m, '');
      await authoredCopies(record.db).keep('templates', 'older', { 'en/web/page.yaml': older }, START);
      changed.edit('templates/en/web/page.yaml', /^approver: .*$/m, 'approver: draft');
      expect((await readLiveAuthored(place)).pages.en.send).toBe('Send');
    } finally {
      changed.remove();
    }
  });

  test('destroys nothing by terms of keeping that nobody has approved by name', async () => {
    const changed = copyAuthored();
    try {
      const place = { db: record.db, dataDir: join(changed.root, 'data'), now: START, root: changed.root };
      expect((await readLiveAuthored(place)).retention).toBeNull();
      changed.edit('escalation-rules/retention.yaml', /approvedBy: draft/, 'approvedBy: Rosa Marsh');
      expect((await readLiveAuthored(place)).retention).toMatchObject({ approvedBy: 'Rosa Marsh', chat: { years: 1 } });
    } finally {
      changed.remove();
    }
  });

  test('goes on with the wording and rules that were approved last, and leaves out contacts nobody checked', async () => {
    const changed = copyAuthored();
    try {
      changed.approve();
      const place = { db: record.db, dataDir: join(changed.root, 'data'), now: START, root: changed.root };
      const before = await readLiveAuthored(place);
      changed.edit('templates/en/young-person/going-well.yaml', /ordinary: .*/, 'ordinary: Nobody signed this.');
      changed.edit('escalation-rules/disclosures/bullying.yaml', /level: urgent/, 'level: awful');
      const { book, rulesVersion, contacts } = await readLiveAuthored(place);
      expect(book.templates.map(({ text }) => text.ordinary).join('\n')).not.toContain('Nobody signed this');
      expect([book.version, rulesVersion]).toEqual([before.book.version, before.rulesVersion]);
      expect(unverified(contacts, '2026-11-20')).toEqual([]);
      expect(readContacts(join(changed.root, 'escalation-rules/contacts')).contacts).toHaveLength(contacts.length);
    } finally {
      changed.remove();
    }
  });
});
