import { describeSettings, loadConfig, missingForLive, SettingsError } from '../src/config';

const LIVE = {
  MODE: 'live',
  PUBLIC_BASE_URL: 'https://visits.example.org/',
  DATABASE_URL: 'postgres://visits:s3cret@db.example.org/visits',
  KEYS: 'k1:notarealkey',
  TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
  TWILIO_AUTH_TOKEN: 'notarealtoken',
  TWILIO_NUMBER: '+447700900001',
  SMTP_URL: 'smtps://mail.example.org',
  EMAIL_FROM: 'visits@example.org',
};

describe('loadConfig', () => {
  test('gives every setting its default in an empty environment', () => {
    expect(loadConfig({})).toMatchObject({
      mode: 'live',
      role: 'both',
      port: 8080,
      dataDir: 'data',
      databaseUrl: null,
      embeddedRecordAccepted: false,
      logLevel: 'info',
    });
  });

  test('takes an empty or blank variable for an unset one, as container files write them', () => {
    expect(loadConfig({ PORT: '', REDIS_URL: '  ' })).toMatchObject({ port: 8080, redisUrl: null });
  });

  test('drops the slash at the end of the public address, over which signatures are made', () => {
    expect(loadConfig(LIVE).publicBaseUrl).toBe('https://visits.example.org');
  });

  test.each([
    ['a port that is no number', { PORT: 'eighty' }, 'PORT'],
    ['a port no machine has', { PORT: '70000' }, 'PORT'],
    ['a mode there is not', { MODE: 'test' }, 'MODE'],
    ['an address of another kind', { DATABASE_URL: 'mysql://db.example.org' }, 'DATABASE_URL'],
    ['something that is no address', { PUBLIC_BASE_URL: 'visits.example.org' }, 'PUBLIC_BASE_URL'],
    ['a number without its country', { TWILIO_NUMBER: '07700900001' }, 'TWILIO_NUMBER'],
    ['an account that is none', { TWILIO_ACCOUNT_SID: 'SK12' }, 'TWILIO_ACCOUNT_SID'],
    ['consent that is neither yes nor no', { EMBEDDED_RECORD_ACCEPTED: '1' }, 'EMBEDDED_RECORD_ACCEPTED'],
    ['a count that is none', { TRUST_PROXY: 'all' }, 'TRUST_PROXY'],
  ])('refuses %s by name', (_title, env, name) => {
    expect(() => loadConfig(env)).toThrow(new RegExp(`^  ${name} `, 'm'));
  });

  test('names every malformed setting at once, and repeats no value', () => {
    const fault = faultOf({ PORT: 'x', DATABASE_URL: 'mysql://visits:s3cret@db' });
    expect(fault.faults).toHaveLength(2);
    expect(fault.message).not.toContain('s3cret');
  });

  test('cannot be changed once read', () => {
    expect(Object.isFrozen(loadConfig({}))).toBe(true);
  });
});

describe('missingForLive', () => {
  test('finds nothing missing in a complete environment', () => {
    expect(missingForLive(loadConfig(LIVE))).toEqual([]);
  });

  test.each(['PUBLIC_BASE_URL', 'TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN', 'TWILIO_NUMBER', 'SMTP_URL', 'EMAIL_FROM'])(
    'names %s when it alone is missing',
    (name) => {
      expect(missingForLive(loadConfig({ ...LIVE, [name]: '' }))).toEqual([expect.stringContaining(name)]);
    },
  );

  test.each([
    ['DATABASE_URL', { EMBEDDED_RECORD_ACCEPTED: 'yes' }],
    ['KEYS', { KEYS_FILE: '/run/secrets/keys' }],
  ])('lets another setting stand in for %s', (name, other) => {
    expect(missingForLive(loadConfig({ ...LIVE, [name]: '' }))).toHaveLength(1);
    expect(missingForLive(loadConfig({ ...LIVE, [name]: '', ...other }))).toEqual([]);
  });
});

describe('describeSettings', () => {
  test('never shows a secret, only that it is set', () => {
    const printed = JSON.stringify(describeSettings(LIVE));
    for (const secret of [LIVE.DATABASE_URL, LIVE.KEYS, LIVE.TWILIO_AUTH_TOKEN, LIVE.SMTP_URL]) {
      expect(printed).not.toContain(secret);
    }
    expect(describeSettings(LIVE)).toContainEqual(expect.objectContaining({ name: 'KEYS', value: '(set)' }));
  });

  test('gives every setting a help line that is a sentence', () => {
    for (const { name, help } of describeSettings({}))
      expect([name, help]).toEqual([name, expect.stringMatching(/^\S.{20,}\.$/)]);
  });

  test('tells a default from what the environment says', () => {
    const rows = describeSettings({ PORT: '9000' });
    expect(rows.find(({ name }) => name === 'PORT')).toMatchObject({ value: '9000', from: 'environment' });
    expect(rows.find(({ name }) => name === 'MODE')).toMatchObject({ value: 'live', from: 'default' });
  });
});

function faultOf(env: Record<string, string>): SettingsError {
  try {
    loadConfig(env);
  } catch (error) {
    if (error instanceof SettingsError) return error;
  }
  throw new Error('loadConfig took it');
}
