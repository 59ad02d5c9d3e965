import { join } from 'node:path';
import { printFaults } from '../../src/authored/readYaml';
import { readContacts, unverified } from '../../src/authored/contacts';
import { whoToTalkTo, type Contact } from '../../src/wording';

const FOLDER = join(__dirname, '../../escalation-rules/contacts');
const { contacts, faults } = readContacts(FOLDER);
const MONDAY = { nation: 'england', now: '2026-11-23T12:00:00.000Z', timeZone: 'Europe/London' } as const;

const base = contacts.find((one) => one.id === 'childline') as Contact;
const made = (id: string, more: Partial<Contact>): Contact => ({ ...base, id, ...more });
const ids = (list: readonly Contact[]) => list.map((one) => one.id);

test('the contacts that ship can be read, and none is for a young person by accident', () => {
  expect(printFaults(faults)).toBe('');
  expect(ids(whoToTalkTo(contacts, MONDAY))).toEqual(['childline', 'shout', 'samaritans']);
});

test('an expired number is not given', () => {
  expect(whoToTalkTo([made('old', { expiresOn: '2026-11-22' })], MONDAY)).toEqual([]);
  expect(ids(whoToTalkTo([made('today', { expiresOn: '2026-11-23' })], MONDAY))).toEqual(['today']);
});

test('only what is open at this local hour is given', () => {
  const office = made('office', { opens: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }] });
  expect(ids(whoToTalkTo([office], MONDAY))).toEqual(['office']);
  expect(whoToTalkTo([office], { ...MONDAY, now: '2026-11-23T17:00:00.000Z' })).toEqual([]);
  expect(whoToTalkTo([office], { ...MONDAY, now: '2026-11-22T12:00:00.000Z' })).toEqual([]);
  expect(ids(whoToTalkTo([office], { ...MONDAY, now: '2026-07-06T08:30:00.000Z' }))).toEqual(['office']);
});

test('a number of another nation is not given, and never more than three', () => {
  const many = [4, 2, 3, 1].map((order) => made(`n${order}`, { order }));
  expect(ids(whoToTalkTo(many, MONDAY))).toEqual(['n1', 'n2', 'n3']);
  expect(whoToTalkTo([made('cy', { nations: ['wales'] })], MONDAY)).toEqual([]);
});

test('live is told of every number that nobody has checked, and of every check that has run out', () => {
  const fine = made('fine', { verifiedBy: 'Ada Obi', expiresOn: '2027-01-01' });
  const list = [
    fine,
    made('draft', { verifiedBy: 'draft' }),
    made('old', { verifiedBy: 'Ada Obi', expiresOn: '2026-11-01' }),
  ];
  expect(ids(unverified(list, '2026-11-23'))).toEqual(['draft', 'old']);
});
