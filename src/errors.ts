/**
 * Faults of the house. Expected refusals are values and never come through here; what is thrown is a bug or the world
 * failing. `code` is stable and safe to log; the message tells whoever reads it what to do next and never holds words,
 * names, numbers or tokens.
 */
export class HouseError extends Error {
  constructor(
    readonly code: string,
    message: string,
    options?: { readonly cause?: unknown },
  ) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** Code of anything thrown, for a log line: ours, Postgres' SQLSTATE, Node's, or "unknown". */
export function codeOf(error: unknown): string {
  const code = error instanceof Error ? (error as { code?: unknown }).code : undefined;
  return typeof code === 'string' ? code : 'unknown';
}
