import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { lockFaults } from '../../src/authored/lock';
import { readPages } from '../../src/authored/pageWords';
import { drafts, readTemplates } from '../../src/authored/templates';
import { main } from '../../src/tools/templates';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'templates-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const GOOD = `id: hello
version: 1
class: answer
approver: draft
approvedOn: 2026-11-22
text:
  ordinary: Hi {name}. Thanks for that.
  neutral: Thanks for that.
placeholders:
  name: Alexandria
commits: []
`;

function write(file: string, yaml: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), yaml);
}

function faultsWith(from: string, to: string, file = 'en/young-person/hello.yaml'): readonly string[] {
  write(file, GOOD.replace(from, to));
  return readTemplates(folder).faults.map((one) => `${one.line} ${one.says}`);
}

test('a good template has no fault', () => {
  expect(faultsWith('', '')).toEqual([]);
});

test.each([
  [
    'a placeholder without a sample',
    'Thanks for that.\n  neutral',
    'Thanks, {who}.\n  neutral',
    '10 {who} has no sample value under placeholders',
  ],
  ['a sample that stands nowhere', 'commits', '  idle: x\ncommits', '10 placeholder "idle" stands nowhere in the text'],
  [
    'a promise',
    'Hi {name}.',
    'Hi {name}. We promise.',
    '7 ordinary: "promise": nobody promises for somebody else: say who does what by when',
  ],
  ['two questions', 'Hi {name}. Thanks for that.', 'How is {name}? And you?', '7 ordinary: asks two questions'],
  [
    'a subject in a neutral form',
    'neutral: Thanks',
    'neutral: Are you safe? Thanks',
    '8 neutral: "safe": a neutral text gives no subject away',
  ],
  [
    'three parts',
    'Thanks for that.\n  neutral',
    `${'We got it. '.repeat(30)}\n  neutral`,
    '7 ordinary: 3 SMS parts with its sample values, 2 at most',
  ],
  [
    'words too hard',
    'Thanks for that.\n  neutral',
    'Organisational responsibilities necessitate communication.\n  neutral',
    '7 ordinary: reads at age',
  ],
  ['an id that is not its file', 'id: hello', 'id: goodbye', '10 the id "goodbye" is not the name of its file'],
  ['a class that goes to staff', 'class: answer', 'class: staff', '10 class "staff" does not go to young-person'],
  ['a field nobody knows', 'commits', 'colour: red\ncommits', 'Unrecognized key'],
  ['a date that is none', '2026-11-22', 'soon', '5 approvedOn'],
])('%s is found, with its line', (_, from, to, says) => {
  const found = faultsWith(from, to);
  expect(found.join('\n')).toContain(says);
});

test('a notice with a level word in it is a fault', () => {
  expect(faultsWith('class: answer', 'class: staff', 'en/staff/hello.yaml')).toEqual([]);
  const urgent = GOOD.replace('class: answer', 'class: staff').replace('Thanks for that.', 'An urgent thing.');
  write('en/staff/hello.yaml', urgent);
  expect(readTemplates(folder).faults[0]?.says).toContain('"urgent"');
});

test('Welsh without English beside it is a fault', () => {
  expect(faultsWith('', '', 'cy/young-person/hello.yaml')).toEqual(['1 has no English beside it to fall back to']);
});

test('a letter outside GSM-7 is worth a third part, and no fourth', () => {
  write('en/young-person/hello.yaml', GOOD);
  const welsh = (times: number) => GOOD.replace('Thanks for that.\n', `${'Dŵr a tŷ. '.repeat(times)}\n`);
  write('cy/young-person/hello.yaml', welsh(18));
  expect(readTemplates(folder).faults).toEqual([]);
  write('cy/young-person/hello.yaml', welsh(21));
  expect(readTemplates(folder).faults[0]?.says).toContain('4 SMS parts');
});

const PAGES = ['en/web/page.yaml', 'cy/web/page.yaml'] as const;

describe('the lock', () => {
  const lock = (...args: string[]) => main(['approve', '--folder', folder, ...args], '2026-11-22');
  const wording = () => ({ templates: readTemplates(folder).book.templates, pages: readPages(folder).pages });
  const allFaults = () => lockFaults(folder, wording());
  const faults = () => allFaults().flatMap(({ file, says }) => (file.includes('/web/') ? [] : [says]));
  const quiet = () => jest.spyOn(process.stdout, 'write').mockReturnValue(true);

  beforeEach(() => {
    quiet();
    jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    write('en/young-person/hello.yaml', GOOD);
    for (const file of PAGES) write(file, readFileSync(join(__dirname, '../../templates', file), 'utf8'));
  });
  afterEach(() => jest.restoreAllMocks());

  test('nobody changes wording unseen', async () => {
    expect(faults()).toEqual(['is not as it was approved: npm run -s templates -- approve']);
    expect(await lock()).toBe(0);
    expect(faults()).toEqual([]);
    write('en/young-person/hello.yaml', GOOD.replace('Thanks for', 'Thank you for'));
    expect(faults()).toEqual(['is not as it was approved: npm run -s templates -- approve']);
  });

  test('nor takes a template away, or signs it with another name', async () => {
    await lock();
    rmSync(join(folder, 'en/young-person/hello.yaml'));
    expect(faults()).toEqual(['en/young-person/hello.yaml was approved and is gone']);
    write('en/young-person/hello.yaml', GOOD.replace('approver: draft', 'approver: Somebody'));
    expect(faults()).toHaveLength(1);
  });

  test('approving signs by name and date, and leaves every other line alone', async () => {
    expect(drafts(wording().templates)).toHaveLength(1);
    expect(await lock('--approver', "Ada O'Hara", 'hello')).toBe(0);
    const signed = readFileSync(join(folder, 'en/young-person/hello.yaml'), 'utf8');
    expect(signed).toBe(GOOD.replace('approver: draft', 'approver: "Ada O\'Hara"'));
    expect(drafts(wording().templates)).toEqual([]);
    expect(faults()).toEqual([]);
  });

  test('nobody changes a word of the chat’s page unseen', async () => {
    await lock();
    expect(allFaults()).toEqual([]);
    const [english] = PAGES;
    write(english, readFileSync(join(folder, english), 'utf8').replace('title: Chat', 'title: Help chat'));
    expect(allFaults().map(({ file }) => file)).toEqual([join('templates', english)]);
  });

  test('the chat’s page is signed with all the rest, and by its own name alone', async () => {
    await lock();
    expect(drafts(wording().pages)).toHaveLength(2);
    expect(await lock('--approver', 'Ada Lovell', 'page')).toBe(0);
    expect(drafts(wording().pages)).toEqual([]);
    expect(drafts(wording().templates)).toHaveLength(1);
    expect(allFaults()).toEqual([]);
  });

  test('a page with a word missing, or one nobody knows, is a fault with its line, and not locked', async () => {
    const [english] = PAGES;
    write(english, readFileSync(join(folder, english), 'utf8').replace('  exit: Exit', '  exti: Exit'));
    const says = readPages(folder).faults.map((one) => one.says);
    expect(says).toEqual([expect.stringContaining('words.exit'), expect.stringContaining('exti')]);
    expect(await lock()).toBe(1);
  });

  test('what is at fault or unknown is not locked', async () => {
    expect(await lock('--approver', 'Ada', 'gone')).toBe(2);
    write('en/young-person/hello.yaml', GOOD.replace('Hi {name}.', 'We promise, {name}.'));
    expect(await lock()).toBe(1);
    expect(await main(['nonsense'])).toBe(2);
  });
});
