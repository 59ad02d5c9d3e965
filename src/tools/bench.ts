import { measure, PARTS, type Part } from './bench/measure';
import type { Figure } from './bench/figure';
import { machine, toTable } from './bench/print';
import { NotUnderstood, runTool } from './tool';

const HELP = `Usage: npm run -s bench [-- --quick] [--json] [--only PART,PART...] [PART...]

Measures the service beside what this machine can do at most, in one run, and says which bars hold. Parts:
${PARTS.join(', ')}; all unless named. On the embedded record; on Postgres too when BENCH_DATABASE_URL names an empty
database, which it fills (BENCH_REDIS_URL: a Redis for it, which it empties). The rest runs in this process and in new folders.
Leave the machine alone meanwhile. A whole run takes about half an hour, a quick one some minutes.

\`npm run -s bench -- kill\` ends a process with SIGKILL before and after every call it makes from a disclosure's webhook to
the mentor taking it on, some 80 times, and starts it again: on an embedded record in a new folder, in ten to twenty minutes.
\`npm run -s bench -- kill-apart\` does so to a server and a worker on that Postgres and that Redis, some 250 times in half
an hour, each time in a new database on the server of BENCH_DATABASE_URL (its role must be allowed to make databases).
With --quick they do so at every twentieth point.

  --quick   fewer and shorter runs: to see that it runs, not to compare
  --json    {machine, figures} instead of a table
  --only    these parts alone, as when they are named without it

Exit codes: 0 every bar measured holds, 1 one does not or a part cannot be measured, 2 not understood.
`;

const OPTIONS = { quick: { type: 'boolean' }, json: { type: 'boolean' }, only: { type: 'string' } } as const;

/** The `bench` tool. Returns the exit code. */
export function main(argv: string[]): Promise<number> {
  return runTool(argv, { help: HELP, options: OPTIONS }, async ({ values, words }) => {
    const named = [...words, ...(values.only?.split(',') ?? [])];
    const parts = named.length === 0 ? PARTS : named.map(partCalled);
    const plan = { quick: values.quick === true, databaseUrl: process.env['BENCH_DATABASE_URL'] || null };
    const figures: Figure[] = [];
    for (const part of parts) {
      process.stderr.write(`${part}...\n`);
      figures.push(...(await measure(part, plan)));
    }
    process.stdout.write(
      values.json ? `${JSON.stringify({ machine: machine(), figures }, null, 2)}\n` : toTable(figures),
    );
    return figures.some(({ holds }) => holds === false) ? 1 : 0;
  });
}

function partCalled(word: string): Part {
  const part = PARTS.find((one) => one === word);
  if (part === undefined) throw new NotUnderstood(`"${word}" is no part that can be measured.`);
  return part;
}
