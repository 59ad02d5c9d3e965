import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../src/tools/rehearse';
import { run, type Ran } from './run';

const ROSTER = join(__dirname, '../../src/practice/organisation.yaml');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'between-visits-rehearse-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function script(name: string, text: unknown): string {
  const file = join(folder, `${name}.json`);
  writeFileSync(file, typeof text === 'string' ? text : JSON.stringify(text));
  return file;
}

/** A Tuesday afternoon: Sam works, Priya leads. */
const DAY = {
  id: 'day',
  at: '2026-11-24T15:00:00Z',
  channel: 'sms',
  youngPerson: 'jade',
  steps: [
    { says: 'hi' },
    { says: 'my stepdad hits me when mum is out' },
    { practitioner: 'sam', replies: '{code} 1', after: 'PT4M' },
    { practitioner: 'sam', does: 'seen' },
    { wait: 'PT1M' },
  ],
};

interface Told {
  readonly id: string;
  readonly at: string;
  readonly event: string;
  readonly [field: string]: unknown;
}

const WEB = { ...DAY, id: 'by-web', youngPerson: 'leo', channel: 'web', steps: [{ says: 'hi' }] };

const linesOf = (stdout: string) =>
  stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Told);

describe('rehearse', () => {
  let one: Ran;
  beforeAll(async () => {
    one = await run(main, '--roster', ROSTER, script('both', [DAY, WEB]));
  });

  test('two runs print the same, byte for byte', async () => {
    const other = await run(main, '--roster', ROSTER, script('again', [DAY, WEB]));
    expect(other.stdout).toBe(one.stdout);
    // Node itself may warn of how the tests load modules, once a process; the tool says nothing there.
    expect({ code: one.code, other: other.stderr }).toEqual({ code: 0, other: '' });
  });

  test('a night in which nobody answers plays the same twice: hundreds of notices, receipts and repeats', async () => {
    const steps = [{ says: 'my stepdad hit me again last night' }, { wait: 'PT3H' }];
    const night = script('night', { ...DAY, id: 'night', at: '2026-11-21T22:30:00Z', steps });
    const first = await run(main, '--roster', ROSTER, night);
    const again = await run(main, '--roster', ROSTER, night);
    expect(again.stdout).toBe(first.stdout);
    const told = linesOf(first.stdout).filter(({ event }) => event === 'told');
    expect(told.length).toBeGreaterThan(100);
    expect(new Set(told.map(({ practitioner }) => practitioner)).size).toBeGreaterThan(2);
  });

  test('a disclosure by day: told to mentor and lead at once, answered, taken on, read, and the reading told', () => {
    const told = linesOf(one.stdout).filter(({ id }) => id === 'day');
    const said = '2026-11-24T15:00:30.000Z';
    expect(told.find(({ event, at }) => event === 'assessed' && at === said)).toMatchObject({ level: 'urgent' });
    const notices = told.filter(({ event, at }) => event === 'told' && at === said);
    expect(notices.map(({ practitioner, as }) => [practitioner, as]).sort()).toEqual([
      ['priya', 'duty-lead'],
      ['sam', 'mentor'],
    ]);
    expect(notices.map(({ text }) => String(text)).join(' ')).not.toMatch(/Jade|stepdad/);
    const templates = told.filter(({ event }) => event === 'sent').map(({ template }) => template);
    expect(templates).toEqual(expect.arrayContaining(['limits-full', 'after-urgent-day', 'read-by-human']));
    const acts = told
      .filter(({ event }) => event === 'acknowledged')
      .map(({ practitioner, act }) => [practitioner, act]);
    expect(acts).toEqual([
      ['sam', 'taken-on'],
      ['sam', 'seen'],
    ]);
  });

  test('a picture without words is received and assessed like any message, as high as what it asks of a human', async () => {
    const played = await run(
      main,
      '--roster',
      ROSTER,
      script('picture', { ...DAY, id: 'pic', steps: [{ picture: true }] }),
    );
    const [received, assessed, ...rest] = linesOf(played.stdout);
    expect(received).toMatchObject({ event: 'received', kind: 'picture' });
    expect(assessed).toMatchObject({ event: 'assessed', level: 'worry', kinds: [], about: 'self' });
    expect(rest.filter(({ event }) => event === 'assessed')).toEqual([]);
    expect(rest.find(({ event }) => event === 'told')).toMatchObject({ practitioner: 'carol', level: 'worry' });
  });

  test('every line carries its script’s id, and a script’s lines come in order of time', () => {
    const told = linesOf(one.stdout);
    expect([...new Set(told.map(({ id }) => id))]).toEqual(['day', 'by-web']);
    const times = told.filter(({ id }) => id === 'day').map(({ at }) => at);
    expect(times).toEqual(times.toSorted());
  });
});

describe('a script that cannot be played is refused in words', () => {
  test.each([
    ['is an empty list', [], 2, /no script/],
    ['is not JSON', '{"id":', 2, /JSON/],
    ['is empty', '', 2, /nothing is written in it/],
    ['is a word', '"day"', 2, /the script Invalid input/],
    ['has an unknown step', { ...DAY, steps: [{ shouts: 'hi' }] }, 2, /steps\.0/],
    ['has a wait that is none', { ...DAY, steps: [{ wait: '20 minutes' }] }, 2, /PT20M/],
    ['has a wait of nothing', { ...DAY, steps: [{ wait: 'PT' }] }, 2, /PT20M/],
    ['has a number without its country', { ...DAY, youngPerson: { phone: '07700900999' } }, 2, /like \+447700900123/],
    [
      'begins at an hour of no zone',
      { ...DAY, at: '2026-11-24T15:00:00' },
      2,
      /at is a moment with its offset, like 2026/,
    ],
    ['has a channel that is none', { ...DAY, channel: 'fax' }, 2, /channel/],
    ['names nobody of the roster', { ...DAY, youngPerson: 'nobody' }, 2, /no young person "nobody"/],
    ['texts somebody without a phone', { ...DAY, youngPerson: 'leo' }, 2, /use channel web/],
    [
      'lets nobody of the roster act',
      { ...DAY, steps: [{ practitioner: 'zoe', does: 'seen' }] },
      2,
      /steps\.0\.practitioner/,
    ],
    [
      'checks in with an unknown number',
      { ...DAY, youngPerson: { phone: '+447700900999' }, steps: [{ checkInDue: true }] },
      2,
      /steps\.0/,
    ],
  ])('%s', async (_what, given, code, says) => {
    const ran = await run(main, '--roster', ROSTER, script('bad', given));
    expect(ran).toMatchObject({ code, stderr: expect.stringMatching(says) });
  });

  test.each([
    ['a step that is none', JSON.stringify({ ...DAY, steps: [{ says: 'hi' }, { shouts: 'hi' }] }, null, 1), 10],
    ['a script of a list', JSON.stringify([DAY, { ...DAY, at: 'noon' }]).replace('},{"id"', '},\n{"id"'), 2],
    ['a comma that is missing', '{\n"id": "day"\n"at": 1}', 3],
    [
      'somebody who is not on the roster',
      JSON.stringify([DAY, { ...DAY, steps: [{ practitioner: 'zoe', does: 'seen' }] }]).replace(
        '{"practitioner"',
        '\n{"practitioner"',
      ),
      2,
    ],
    [
      'a young person nobody has',
      JSON.stringify({ ...DAY, youngPerson: 'nobody' }).replace('"youngPerson"', '\n\n"youngPerson"'),
      3,
    ],
  ])('%s is named with its file and line', async (_what, given, line) => {
    const ran = await run(main, '--roster', ROSTER, script('lines', given));
    expect(ran).toMatchObject({ code: 2, stderr: expect.stringContaining(`lines.json:${line} `) });
  });

  test('an act that is refused, or finds nothing open, is told with its reason, and the script goes on', async () => {
    const steps = [
      { practitioner: 'sam', does: 'seen' },
      { says: 'my stepdad hits me' },
      { practitioner: 'sam', does: 'decides' },
    ];
    const ran = await run(main, '--roster', ROSTER, script('refused', { ...DAY, steps }));
    const refused = linesOf(ran.stdout).filter(({ name }) => name === 'act-refused');
    expect(ran.code).toBe(0);
    expect(refused.map(({ practitioner, does, why }) => [practitioner, does, why])).toEqual([
      ['sam', 'seen', 'nothing-open'],
      ['sam', 'decides', 'only-a-lead-decides'],
    ]);
  });

  test('a file that is not there, or is a folder, is named with what to do', async () => {
    const missing = await run(main, '--roster', ROSTER, '/nowhere/day.json');
    expect(missing).toMatchObject({
      code: 2,
      stderr: '/nowhere/day.json:1 there is no /nowhere/day.json: check its name, and the folder it is looked for in\n',
    });
    const folder = await run(main, '--roster', ROSTER, __dirname);
    expect(folder).toMatchObject({ code: 2, stderr: expect.stringContaining('is a folder: name a file') });
  });

  test('a script that an editor saved with a byte order mark is played', async () => {
    const marked = script('marked', `\uFEFF${JSON.stringify({ ...DAY, steps: [{ says: 'hi' }] })}`);
    expect(await run(main, '--roster', ROSTER, marked)).toMatchObject({ code: 0, stderr: '' });
  });

  test('what else stands in a script is named, and the script is played', async () => {
    const noted = script('noted', { ...DAY, steps: [{ says: 'hi' }], expect: ['limits'] });
    const ran = await run(main, '--roster', ROSTER, noted);
    expect(ran).toMatchObject({
      code: 0,
      stderr: expect.stringMatching(/^warning: .*noted\.json:1 expect is not read\n$/),
    });
    expect(ran.stdout).toContain('"event":"sent"');
  });

  test('the first step is at the time of the script: an "after" on it counts from nothing, and is named', async () => {
    const ran = await run(
      main,
      '--roster',
      ROSTER,
      script('first', { ...WEB, steps: [{ says: 'hi', after: 'PT5M' }] }),
    );
    expect(linesOf(ran.stdout).find(({ event }) => event === 'received')?.at).toBe('2026-11-24T15:00:00.000Z');
    expect(ran).toMatchObject({ code: 0, stderr: expect.stringMatching(/first\.json:1 steps\.0\.after is not read/) });
  });

  test('faults of a script and of the roster are shown together, each once', async () => {
    const roster = script('faulty-roster', {
      organisation: { name: '' },
      practitioners: [],
      youngPeople: [],
      rota: [],
    });
    const ran = await run(main, '--roster', roster, script('two', [{ ...DAY, channel: 'pigeon' }, WEB]));
    expect(ran).toMatchObject({ code: 2, stderr: expect.stringContaining('two.json:1 channel ') });
    expect(ran.stderr.match(/faulty-roster\.json:1 organisation\.name/g)).toHaveLength(1);
  });

  test('an option nobody knows is named, without a word of code', async () => {
    const ran = await run(main, '--rooster', ROSTER);
    expect(ran).toMatchObject({ code: 2, stderr: expect.stringMatching(/^Unknown option '--rooster'/) });
  });

  test('a roster is asked for, and one with faults is named with its line', async () => {
    expect(await run(main, script('day', DAY))).toMatchObject({ code: 2, stderr: expect.stringContaining('roster') });
    const roster = script('roster', 'organisation: {}\n');
    const ran = await run(main, '--roster', roster, script('day', DAY));
    expect(ran).toMatchObject({ code: 2, stderr: expect.stringMatching(/roster\.json:1 organisation\.name/) });
  });
});
