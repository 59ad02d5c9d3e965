import TestEnvironment = require('../../script/lib/testEnvironment.cjs');

/** Plays one file of tests that does this, and ends. */
async function afterAFileThat(does: () => void): Promise<void> {
  const environment = new TestEnvironment({ projectConfig: {} });
  try {
    does();
  } finally {
    await environment.teardown();
  }
}

describe('what one file of tests did, the next one does not find', () => {
  it('of the globals', async () => {
    const { fetch } = globalThis;
    const mark = Symbol.for('left behind');
    await afterAFileThat(() => {
      Object.assign(globalThis, { fetch: () => null, leftBehind: 1, [mark]: 1 });
      Reflect.deleteProperty(globalThis, 'structuredClone');
    });
    expect(globalThis.fetch).toBe(fetch);
    expect(typeof structuredClone).toBe('function');
    expect('leftBehind' in globalThis || mark in globalThis).toBe(false);
  });

  it('of the settings, also when all of them were replaced', async () => {
    const { env } = process;
    const before = { ...env };
    await afterAFileThat(() => {
      process.env['LEFT_BEHIND'] = 'yes';
      delete process.env['PATH'];
      process.env = { PATH: 'elsewhere' };
    });
    expect(process.env).toBe(env);
    expect({ ...process.env }).toEqual(before);
  });

  it('of the listeners and the exit code', async () => {
    const { exit, exitCode } = process;
    const listener = () => undefined;
    process.on('SIGUSR2', listener);
    await afterAFileThat(() => {
      process.on('SIGUSR2', () => undefined);
      process.once('SIGHUP', () => undefined);
      process.exitCode = 3;
      process.exit = () => undefined as never;
    });
    expect(process.listeners('SIGUSR2')).toEqual([listener]);
    expect(process.listenerCount('SIGHUP')).toBe(0);
    expect([process.exit, process.exitCode]).toEqual([exit, exitCode]);
    process.removeListener('SIGUSR2', listener);
  });
});
