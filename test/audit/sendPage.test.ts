import { PAGE_OF_AUDITOR, PAGE_OF_WATCHER, sendPage } from '../../src/audit';
import type { Practice } from '../../src/practice/server';
import { lintNotice } from '../../src/wording';
import { ACCOUNT, control, practiceFor, SERVICE_NUMBER, serve, type Served } from '../practice/harness';

const MO = '+447700900107';
const ANOTHER = '+447700900108';
const NO_NUMBER = '+99';

let nothing: Served;
let practice: Practice;
beforeAll(async () => {
  nothing = await serve();
  practice = await practiceFor(nothing);
});
afterAll(async () => {
  await practice.close();
  await nothing.close();
});

const account = (over = {}) => ({ ...ACCOUNT, from: SERVICE_NUMBER, apiUrl: practice.urls.api, ...over });

test('a page reaches every phone, by the account and in the fixed words', async () => {
  expect(await sendPage(account(), [MO, ANOTHER], PAGE_OF_AUDITOR)).toBe(2);
  const state = JSON.stringify(await control(practice, '/practice/state'));
  expect(state).toContain(MO);
  expect(state).toContain(PAGE_OF_AUDITOR);
});

test('a number the carrier refuses does not keep the page from the others', async () => {
  expect(await sendPage(account(), [NO_NUMBER, MO], PAGE_OF_AUDITOR)).toBe(1);
});

test.each([
  ['the account is wrong', { authToken: 'another' }],
  ['the carrier is gone', { apiUrl: 'http://127.0.0.1:9' }],
])('when %s nobody was reached, and nothing is thrown', async (_what, over) => {
  expect(await sendPage(account(over), [MO], PAGE_OF_WATCHER)).toBe(0);
});

test.each([PAGE_OF_AUDITOR, PAGE_OF_WATCHER])('"%s" gives nothing away on a lock screen and fits one text', (words) => {
  expect(lintNotice(words)).toEqual([]);
  expect(words.length).toBeLessThanOrEqual(160);
});
