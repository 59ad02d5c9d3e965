export interface RunningPostgres {
  /** Address of the maintenance database. */
  readonly url: string;
  stop(): Promise<void>;
}

export interface RunningRedis {
  readonly url: string;
  /** Ends it the hard way, keeping its data. */
  away(): Promise<void>;
  /** Starts it again on the same port. */
  back(): Promise<void>;
  stop(): Promise<void>;
}

export function findPostgres(program: string): string | null;
export function findProgram(...names: string[]): string | null;
export function findChromium(): string | null;
/** A port of the loopback address that was free a moment ago. */
export function freePort(): Promise<number>;
export function startPostgres(): Promise<RunningPostgres>;
export function startRedis(): Promise<RunningRedis>;
