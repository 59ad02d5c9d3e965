import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compareRosters } from '../../src/tools/import/compare';
import { keepWhatLives } from '../../src/tools/import/keepWhatLives';
import { main } from '../../src/tools/import';
import type { Roster } from '../../src/vocabulary';
import { START } from '../harness/record';
import { STORY_ROSTER } from '../harness/roster';
import { run } from './run';

const PRACTICE = readFileSync(join(__dirname, '../../src/practice/organisation.yaml'), 'utf8');
const [ADULT] = STORY_ROSTER.practitioners;
const [CHILD] = STORY_ROSTER.youngPeople;

const withAdult = (more: object): Roster => ({ ...STORY_ROSTER, practitioners: [{ ...ADULT!, ...more }] });
const withChild = (more: object): Roster => ({ ...STORY_ROSTER, youngPeople: [{ ...CHILD!, ...more }] });

describe('what only the record knows is kept', () => {
  const proven = { provenAt: { sms: START, voice: START, email: START }, optedOutAt: START };
  const unproven = { provenAt: { sms: null, voice: null, email: null }, optedOutAt: null };

  test('proofs and opt-outs stay with addresses that stay', () => {
    const kept = keepWhatLives(withAdult(unproven), withAdult(proven), new Map());
    expect(kept.practitioners[0]).toMatchObject(proven);
  });

  test('a new number has proven nothing and opted out of nothing', () => {
    const kept = keepWhatLives(withAdult({ ...unproven, phone: '+447700900777' }), withAdult(proven), new Map());
    expect(kept.practitioners[0]).toMatchObject({
      provenAt: { sms: null, voice: null, email: START },
      optedOutAt: null,
    });
  });

  test('leave written down on the rota page stays; what the file had and has no more goes', () => {
    const [fromFile, ofBoth] = [
      { from: '2026-12-01', to: '2026-12-02' },
      { from: '2026-12-24', to: '2026-12-28' },
    ];
    const added = { by: 'sam', at: START };
    const here = { from: '2027-01-04', to: '2027-01-08', added };
    const current = withAdult({ leave: [fromFile, { ...ofBoth, added }, here] });
    const kept = keepWhatLives(withAdult({ leave: [ofBoth] }), current, new Map());
    expect(kept.practitioners[0]!.leave).toEqual([{ ...ofBoth, added }, here]);
  });

  const chosen = { style: 'discreet', language: 'cy', missingSince: START };

  test.each([
    ['stays when the file does not say', [], chosen],
    [
      'gives way to what the file says',
      ['style', 'missingSince'],
      { style: 'ordinary', language: 'cy', missingSince: null },
    ],
  ])('what a young person chose or became %s', (_what, said, expected) => {
    const file = withChild({ style: 'ordinary', language: 'en', missingSince: null });
    const kept = keepWhatLives(file, withChild(chosen), new Map([[CHILD!.id, new Set(said)]]));
    expect(kept.youngPeople[0]).toMatchObject(expected);
  });
});

test('a comparison names who and which fields, never what they hold', () => {
  const { people } = compareRosters(STORY_ROSTER, {
    ...withChild({ phone: '+447700900777', school: 'Another' }),
    practitioners: STORY_ROSTER.practitioners.slice(1),
  });
  expect(people).toContainEqual({ who: CHILD!.id, change: 'changed', fields: ['phone', 'school'] });
  expect(people).toContainEqual({ who: ADULT!.id, change: 'removed', fields: [] });
  expect(JSON.stringify(people)).not.toMatch(/777|Another/);
});

describe('import', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'between-visits-import-'));
    Object.assign(process.env, { MODE: 'practice', DATA_DIR: join(folder, 'data') });
  });
  afterAll(() => {
    delete process.env['MODE'];
    delete process.env['DATA_DIR'];
    rmSync(folder, { recursive: true, force: true });
  });

  const write = (name: string, text: string): string => {
    const file = join(folder, name);
    writeFileSync(file, text);
    return file;
  };

  test('a dry run says what would change and changes nothing; then it is done; then nothing is left to change', async () => {
    const file = write('roster.yaml', PRACTICE);
    const dry = await run(main, file, '--dry-run');
    expect(dry).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/\+ jade\n[^]*A dry run: nothing was changed\.\n$/),
    });
    const done = await run(main, file);
    expect(done.stdout).toMatch(/\+ jade\n[^]*The roster is in the record\.\n$/);
    const again = await run(main, file);
    expect(again.stdout).toBe('Nothing changes.\n');
    const fewer = await run(
      main,
      write('fewer.yaml', PRACTICE.replace('school: Saltwick Academy', 'school: Elsewhere')),
    );
    expect(fewer.stdout).toBe('~ jade: school\nThe roster is in the record.\n');
  });

  test('a dry run where nothing is set up yet is beside an empty record, and sets nothing up', async () => {
    const data = join(folder, 'none');
    Object.assign(process.env, { MODE: 'live', DATA_DIR: data });
    const dry = await run(main, write('first.yaml', PRACTICE), '--dry-run');
    Object.assign(process.env, { MODE: 'practice', DATA_DIR: join(folder, 'data') });
    expect(dry).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/\+ jade\n[^]*A dry run: nothing was changed\.\n$/),
      stderr: expect.stringContaining('No record is set up here yet'),
    });
    expect(existsSync(data)).toBe(false);
  });

  test('a faulty roster changes nothing and is named by line', async () => {
    const ran = await run(main, write('bad.yaml', PRACTICE.replace('mentor: sam', 'mentor: nobody')));
    expect(ran).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/bad\.yaml:\d+: nobody has the id nobody/),
    });
  });

  test('it wants one file', async () => {
    expect(await run(main)).toMatchObject({ code: 2, stderr: expect.stringContaining('Name one roster file.') });
  });
});
