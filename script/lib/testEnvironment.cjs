/**
 * Where a test file runs: among the globals of its process. Jest would give each file a context of its own, in which every
 * global is looked up through a function, and in which what V8 and Node know already would be compiled and loaded anew.
 * What a file changes of the globals, and of `process`, is put back after it, so that the next one finds none of it.
 */
const { LegacyFakeTimers, ModernFakeTimers } = require('@jest/fake-timers');
const { ModuleMocker } = require('jest-mock');

module.exports = class TestEnvironment {
  constructor({ projectConfig: config }) {
    const global = globalThis;
    const moduleMocker = new ModuleMocker(global);
    const timerConfig = { idToRef: (id) => id, refToId: (timer) => timer };
    this.putBack = [rememberProperties(global), rememberProcess(process)];
    this.global = global;
    this.moduleMocker = moduleMocker;
    this.fakeTimers = new LegacyFakeTimers({ config, global, moduleMocker, timerConfig });
    this.fakeTimersModern = new ModernFakeTimers({ config, global });
  }

  setup() {
    return Promise.resolve();
  }

  teardown() {
    this.fakeTimers.dispose();
    this.fakeTimersModern.dispose();
    this.putBack.forEach((putBack) => putBack());
    return Promise.resolve();
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }

  /** None: `testRuntime.cjs` compiles without one. Jest asks that it can be asked for. */
  getVmContext() {
    return undefined;
  }
};

/** Returns what puts the properties back that were changed since, and takes away what was added. */
function rememberProperties(object) {
  const before = new Map(Reflect.ownKeys(object).map((key) => [key, Object.getOwnPropertyDescriptor(object, key)]));
  return () => {
    for (const key of Reflect.ownKeys(object)) {
      if (!before.has(key)) delete object[key];
    }
    for (const [key, was] of before) {
      const is = Object.getOwnPropertyDescriptor(object, key);
      if (is === undefined || is.value !== was.value || is.get !== was.get) Object.defineProperty(object, key, was);
    }
  };
}

/** The same for what a test does to its process: settings, listeners, exit code. */
function rememberProcess(process) {
  const { env, exit, exitCode } = process;
  const settings = { ...env };
  const listeners = new Map(process.eventNames().map((name) => [name, process.rawListeners(name)]));
  return () => {
    Object.assign(process, { env, exit, exitCode });
    for (const name of Object.keys(env)) {
      if (!(name in settings)) delete env[name];
    }
    Object.assign(env, settings);
    for (const name of process.eventNames()) {
      for (const listener of process.rawListeners(name)) {
        if (!listeners.get(name)?.includes(listener)) process.removeListener(name, listener);
      }
    }
  };
}
