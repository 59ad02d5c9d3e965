/** Where a test file runs, as jest asks for it; `testEnvironment.cjs` says why. */
declare class TestEnvironment {
  constructor(given: { readonly projectConfig: object });
  /** Puts back what has changed since it was made. */
  teardown(): Promise<void>;
}
export = TestEnvironment;
