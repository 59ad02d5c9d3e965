import type { Template } from '../../src/vocabulary';
import { createWording } from '../../src/wording';

const template = (more: Partial<Template>): Template => ({
  id: 'hello',
  version: 3,
  language: 'en',
  audience: 'young-person',
  class: 'answer',
  approver: 'draft',
  approvedOn: '2026-11-22',
  text: { ordinary: 'Hello {name}. {extra?} Bye.', web: 'Hello on the web', discreet: 'Hi' },
  placeholders: {},
  commits: [],
  file: 'en/young-person/hello.yaml',
  ...more,
});
const HOW = { language: 'en', style: 'ordinary', channel: 'sms', values: { name: 'Kai' } } as const;
const wording = createWording({ version: 'v', templates: [template({})] });

test('a missing value throws: half a sentence never goes out', () => {
  expect(() => wording.fill('hello', { ...HOW, values: {} })).toThrow('nothing given for {name}');
  expect(() => wording.fill('hello', { ...HOW, values: { name: '' } })).toThrow('nothing given for {name}');
  expect(() => wording.fill('gone', HOW)).toThrow('no young-person template "gone"');
});

test('an optional sentence that has nothing to say leaves no gap', () => {
  expect(wording.fill('hello', HOW).text).toBe('Hello Kai. Bye.');
  expect(wording.fill('hello', { ...HOW, values: { name: 'Kai', extra: 'More.' } }).text).toBe('Hello Kai. More. Bye.');
});

test('the web has its own form, and a phone that may be read comes before the channel', () => {
  expect(wording.fill('hello', { ...HOW, channel: 'web' }).text).toBe('Hello on the web');
  expect(wording.fill('hello', { ...HOW, channel: 'web', style: 'discreet' }).text).toBe('Hi');
});

test('Welsh that is not there falls back to English, and says so', () => {
  const welsh = createWording({
    version: 'v',
    templates: [
      template({}),
      template({ id: 'both' }),
      template({ id: 'both', language: 'cy', text: { ordinary: 'Helo' } }),
    ],
  });
  expect(welsh.fill('hello', { ...HOW, language: 'cy' })).toMatchObject({
    language: 'en',
    fellBack: true,
    templateVersion: 3,
  });
  expect(welsh.fill('both', { ...HOW, language: 'cy' })).toMatchObject({
    language: 'cy',
    fellBack: false,
    text: 'Helo',
  });
});

test.each<[string, Partial<Template>, string | null]>([
  ['the neutral form', { text: { ordinary: 'A', discreet: 'B', neutral: 'C' } }, 'C'],
  ['else the discreet one', { text: { ordinary: 'A', discreet: 'B' } }, 'B'],
  ['else, unasked, the text itself', { class: 'unasked', text: { ordinary: 'A' } }, 'A'],
  ['for the limits on an ordinary phone the limits', { class: 'limits', text: { ordinary: 'A', discreet: 'B' } }, 'A'],
  ['else none: it is held', { text: { ordinary: 'A' } }, null],
])('what may go late is %s', (_, given, neutral) => {
  const one = createWording({ version: 'v', templates: [template(given)] });
  expect(one.fill('hello', HOW).neutralText).toBe(neutral);
});

test('the limits read late on a page are those of a page: nobody there texts, or ends it with STOP', () => {
  const given = template({ class: 'limits', text: { ordinary: 'Text STOP', web: 'Leave the page', discreet: 'B' } });
  const one = createWording({ version: 'v', templates: [given] });
  expect(one.fill('hello', { ...HOW, channel: 'web' }).neutralText).toBe('Leave the page');
});

test('a notice takes the form of its channel and the warnings that belong to it', () => {
  const staff = createWording({
    version: 'v',
    templates: [
      template({
        id: 'needs-you',
        audience: 'staff',
        class: 'staff',
        text: { ordinary: '{org}: read it.', voice: 'Read it.', email: 'Dear {name}', subject: '{org}: something' },
      }),
      template({ id: 'warn', audience: 'staff', class: 'staff', text: { ordinary: 'Do not ring.' } }),
    ],
  });
  const values = { org: 'Harbour', name: 'Sam' };
  expect(staff.fillStaff('needs-you', 'sms', values, ['warn'])).toMatchObject({
    text: 'Harbour: read it. Do not ring.',
    subject: null,
  });
  expect(staff.fillStaff('needs-you', 'voice', values).text).toBe('Read it.');
  expect(staff.fillStaff('needs-you', 'email', values)).toMatchObject({
    text: 'Dear Sam',
    subject: 'Harbour: something',
  });
});
