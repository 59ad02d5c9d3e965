import { accountOf, auditorSettings, watcherSettings } from '../../src/audit';

const CARRIER = {
  TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
  TWILIO_AUTH_TOKEN: 'a-token-of-the-carrier',
  TWILIO_NUMBER: '+441632960000',
};
const WATCHER = { ...CARRIER, AUDITOR_URL: 'http://10.0.0.5:8081', PAGE_TO: '+447700900199, +447700900198' };

test('a watcher is told where the auditor is and whom to page', () => {
  expect(watcherSettings(WATCHER)).toMatchObject({
    PAGE_TO: ['+447700900199', '+447700900198'],
    SILENCE_MINUTES: 5,
  });
});

test('an auditor needs nobody named: it pages the administrators of the record', () => {
  expect(auditorSettings({ ...CARRIER, PAGE_TO: ' ' })).toMatchObject({ PAGE_TO: [], AUDITOR_PORT: 8081 });
});

test('pages go to the real carrier unless told otherwise', () => {
  expect(accountOf(auditorSettings(CARRIER)).apiUrl).toBe('https://api.twilio.com');
});

test.each([
  ['TWILIO_ACCOUNT_SID', 'AC12'],
  ['TWILIO_NUMBER', '01632'],
  ['AUDITOR_URL', 'ftp://10.0.0.5'],
  ['AUDITOR_URL', undefined],
  ['PAGE_TO', 'somebody'],
  ['PAGE_TO', undefined],
  ['SILENCE_MINUTES', '0'],
])('%s as "%s" stops it at its start, by name and without the value', (name, value) => {
  const read = () => watcherSettings({ ...WATCHER, [name]: value });
  expect(read).toThrow(new RegExp(`^These settings cannot be used:\\n  ${name} [^\\n]+$`));
  if (value) expect(read).not.toThrow(new RegExp(value));
});
