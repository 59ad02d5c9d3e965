import { join } from 'node:path';
import { parseKeyRing } from '../../src/keys/keyRing';
import { main } from '../../src/tools/check';
import { copyAuthored, type AuthoredCopy } from './authoredCopy';
import { run } from './run';

const TEMPLATE = 'templates/en/young-person/going-well.yaml';
const RULES = 'escalation-rules/disclosures/bullying.yaml';
const WISH = 'escalation-rules/disclosures/suicide-told-plainly.yaml';
const PATHWAYS = 'escalation-rules/pathways/common.yaml';
const CONTACTS = 'escalation-rules/contacts/young-people.yaml';
const ROSTER = 'src/practice/organisation.yaml';

let copy: AuthoredCopy;
beforeEach(() => {
  copy = copyAuthored();
});
afterEach(() => copy.remove());

const check = (...argv: string[]) => run(main, '--root', copy.root, ...argv);

describe('check', () => {
  test('finds nothing at fault in what the project ships, and says what is still a draft', async () => {
    const { code, stdout, stderr } = await check();
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/warning: templates:1: \d+ are drafts, which live does not send/);
    expect(stdout).toMatch(/Nothing at fault, \d+ to look at\.\n$/);
  });

  const faults: readonly [what: string, file: string, from: RegExp, to: string, line: string, says: RegExp][] = [
    ['a template’s class', TEMPLATE, /^class: .*$/m, 'class: shouted', 'class:', /class: Invalid option/],
    ['wording since it was locked', TEMPLATE, /What's going/, 'So what is going', 'id:', /is not as it was approved/],
    ['a rule’s level', RULES, /level: urgent/, 'level: awful', 'level: awful', /level: Invalid option/],
    ['a pattern', RULES, /patterns:\n\s+- .*/, 'patterns:\n      - (never closed', '(never closed', /.+/],
    ['what raises a level', WISH, /- with: \['.*/, "- with: ['(never closed']", '(never closed', /.+/],
    ['a pathway', PATHWAYS, /^moreEveryMinutes: .*$/m, 'moreEveryMinutes: soon', 'moreEveryMinutes', /expected number/],
    ['a contact that stands twice', CONTACTS, /id: shout/, 'id: childline', '', /"childline" stands twice/],
    ['a roster’s id', ROSTER, /mentor: sam/, 'mentor: nobody', 'mentor: nobody', /nobody has the id nobody/],
  ];

  test.each(faults)('names a fault in %s by file and line', async (_what, file, from, to, line, says) => {
    copy.edit(file, from, to);
    const { code, stdout } = await check();
    expect(code).toBe(1);
    const found = stdout
      .split('\n')
      .filter((one) => one.includes(`${file.replace('src/', `${copy.root}/src/`)}:`) || one.includes(`${file}:`));
    expect(found.join('\n')).toMatch(says);
    if (line !== '') expect(found.join('\n')).toContain(`:${copy.lineWith(file, line)}:`);
  });

  test('a duty uncovered within 72 hours is a fault', async () => {
    copy.edit(ROSTER, /\n {2}- \{ duty: second[^\n]*\n[^\n]*/, '');
    const { code, stdout } = await check('--roster', join(copy.root, ROSTER));
    expect(code).toBe(1);
    expect(stdout).toContain('nobody holds the duty second');
  });

  test('a review that is overdue is a warning on its line', async () => {
    copy.edit(RULES, /^reviewBy: .*$/m, 'reviewBy: 2025-01-01');
    const { code, stdout } = await check();
    expect(code).toBe(0);
    expect(stdout).toContain(`warning: ${RULES}:${copy.lineWith(RULES, 'reviewBy')}: its review was due by 2025-01-01`);
  });
});

test('new-keys prints a ring that can be used, another each time, and nothing else', async () => {
  const [one, other] = [await run(main, 'new-keys'), await run(main, 'new-keys')];
  expect(parseKeyRing(one.stdout)).toHaveProperty('seal');
  expect(one.stdout).not.toBe(other.stdout);
  expect(one.stderr).toBe('');
});

test.each([[['everything']], [['live', 'now']], [['--nothing']]])('does not guess what %j means', async (argv) => {
  expect(await run(main, ...argv)).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('Usage:') });
});
