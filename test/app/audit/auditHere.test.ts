import { freePort } from '../../../script/lib/servers.cjs';
import { auditHere } from '../../../src/app/audit/auditHere';
import { loadConfig } from '../../../src/config';
import { openTestRecord, type TestRecord } from '../../harness/record';

const CARRIER = {
  TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
  TWILIO_AUTH_TOKEN: 'a-token-of-the-carrier',
  TWILIO_NUMBER: '+441632960000',
};

let record: TestRecord;
beforeAll(async () => {
  record = await openTestRecord();
});
afterAll(() => record.close());

/** What the auditor of this environment does: its heartbeat's status (null: nobody answers), and what was logged. */
async function audit(env: Record<string, string>): Promise<{ heartbeat: number | null; logged: string[] }> {
  const logged: string[] = [];
  const log = { info: () => {}, warn: () => {}, error: (_: unknown, said: string) => void logged.push(said) };
  const port = String(await freePort());
  const house = { config: loadConfig(env), open: record, clock: record.clock, log };
  const auditing = auditHere(house, { ...env, AUDITOR_PORT: port });
  try {
    return { heartbeat: await heartbeatAt(port, auditing.audits), logged };
  } finally {
    await auditing.close();
  }
}

/** The first look takes a moment: until it is done nothing is known to be well. */
async function heartbeatAt(port: string, expected: boolean): Promise<number | null> {
  for (let tries = 0; ; tries += 1) {
    const status = await fetch(`http://127.0.0.1:${port}/heartbeat`).then(
      (answer) => answer.status,
      () => null,
    );
    if (status === 200 || !expected || tries === 3_000) return status;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('the process that serves', () => {
  test('audits its own embedded record when live, and beats for the outside watcher', async () => {
    expect(await audit({ MODE: 'live', ...CARRIER })).toEqual({ heartbeat: 200, logged: [] });
  });

  test.each([
    ['a record in Postgres to a process of its own', { DATABASE_URL: 'postgres://visits@127.0.0.1:1/visits' }],
    ['practice unaudited', { MODE: 'practice' }],
  ])('leaves %s', async (_what, env) => {
    expect(await audit({ MODE: 'live', ...CARRIER, ...env })).toEqual({ heartbeat: null, logged: [] });
  });

  test('goes on without an auditor whose settings are at fault, and says so', async () => {
    const { heartbeat, logged } = await audit({ MODE: 'live' });
    expect(heartbeat).toBeNull();
    expect(logged).toEqual([expect.stringContaining('nobody audits the record')]);
  });
});
