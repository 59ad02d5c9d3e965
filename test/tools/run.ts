import { PassThrough } from 'node:stream';

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a tool in this process, with what it writes caught. */
export async function run(main: (argv: string[]) => Promise<number>, ...argv: string[]): Promise<Ran> {
  const stdout = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  const stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  try {
    const code = await main(argv);
    return { code, stdout: written(stdout), stderr: written(stderr) };
  } finally {
    stdout.mockRestore();
    stderr.mockRestore();
  }
}

/** What is typed, as a pipe brings it. */
export function typed(...lines: readonly string[]): PassThrough {
  const stream = new PassThrough();
  stream.end(lines.map((line) => `${line}\n`).join(''));
  return stream;
}

/** Somewhere to print to, and what was printed. */
export function paper(): { readonly stream: PassThrough; text(): string } {
  const stream = new PassThrough();
  const chunks: string[] = [];
  stream.on('data', (chunk) => chunks.push(String(chunk)));
  return { stream, text: () => chunks.join('') };
}

function written({ mock }: { readonly mock: { readonly calls: readonly (readonly unknown[])[] } }): string {
  return mock.calls.map(([chunk]) => String(chunk)).join('');
}
