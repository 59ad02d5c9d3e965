import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { isOfTheSystem, sayFileFault } from '../authored/sayFileFault';
import { sayIssue } from '../authored/sayIssue';
import { withoutByteOrderMark } from '../authored/withoutByteOrderMark';
import type { Assess } from '../vocabulary/concerns';
import { judgeFrom } from './judgeFrom';
import { CannotGoOn } from './tool';

const HELP = `Usage: npm run -s assess < messages.jsonl > answers.jsonl

Judges messages by the rules of escalation-rules/disclosures and the classifier beside them, without a database or a network.

In, one JSON object a line:   {"id": "a1", "text": "...", "before": ["..."], "staff": ["Sam"]}
                              (before: earlier messages, oldest first; staff: adults the young person knows)
                              and, where those at home are known, "carers": [{"name": "Lee Marsh", "relation": "stepdad"}]
Out, one line each, in order: {"id", "level", "kinds", "about", "because": [{"rule", "evidence"}]}
                              level: none, worry, urgent, immediate; a message the rules cannot read is at
                              least worry, with the rule "unreadable"

Exit code: 0 all answered; 2 a line, or what was named, could not be read (the others are answered); 1 the rules or the
classifier have faults.
`;

const Carer = z.object({ name: z.string().min(1), relation: z.string().min(1) });

const Line = z.object({
  id: z.string(),
  text: z.string(),
  before: z.array(z.string()).nullish(),
  staff: z.array(z.string()).nullish(),
  carers: z.array(Carer).nullish(),
});

interface Output {
  write(text: string): unknown;
}

/** Tools run at the root of the checkout, where the rules stand. */
const RULES = join(process.cwd(), 'escalation-rules');

/** The `assess` tool. Returns the exit code. */
export async function main(
  argv: readonly string[],
  stdin: NodeJS.ReadableStream = process.stdin,
  stdout: Output = process.stdout,
  stderr: Output = process.stderr,
  folder = RULES,
): Promise<number> {
  if (argv.includes('--help') || argv.includes('-h')) {
    stdout.write(HELP);
    return 0;
  }
  if (argv.length > 0) {
    stderr.write(`"${argv[0]}" means nothing here: messages are read from what is piped in.\n\n${HELP}`);
    return 2;
  }
  try {
    return await answerAll(judgeFrom(folder), stdin, stdout, stderr);
  } catch (error) {
    if (error instanceof CannotGoOn) {
      stderr.write(`${error.message}\n`);
      return 1;
    }
    if (!isOfTheSystem(error)) throw error;
    stderr.write(`Not all could be read: ${sayFileFault(error, 'what was piped in')}.\n`);
    return 2;
  }
}

async function answerAll(
  assess: Assess,
  stdin: NodeJS.ReadableStream,
  stdout: Output,
  stderr: Output,
): Promise<number> {
  let exitCode = 0;
  let number = 0;
  for await (const line of createInterface({ input: stdin, crlfDelay: Infinity })) {
    number += 1;
    if (line.trim() === '') continue;
    const parsed = parseLine(number === 1 ? withoutByteOrderMark(line) : line);
    if (typeof parsed === 'string') {
      stderr.write(`line ${number}: ${parsed}\n`);
      exitCode = 2;
      continue;
    }
    stdout.write(`${answer(assess, parsed)}\n`);
  }
  return exitCode;
}

/** The message, or what is wrong with the line. The line itself is never repeated: it may hold a young person's words. */
function parseLine(line: string): z.infer<typeof Line> | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return 'is not JSON';
  }
  const checked = Line.safeParse(value);
  if (checked.success) return checked.data;
  return checked.error.issues.map((issue) => `${issue.path.join('.') || 'line'}: ${sayIssue(issue)}`).join('; ');
}

function answer(assess: Assess, { id, text, before, staff, carers }: z.infer<typeof Line>): string {
  const known = { staff: staff ?? [], carers: carers ?? [] };
  const { level, kinds, about, because } = assess({ text, before: before ?? [], ...known });
  return JSON.stringify({
    id,
    level,
    kinds,
    about,
    because: because.map(({ rule, evidence }) => ({ rule, evidence })),
  });
}
