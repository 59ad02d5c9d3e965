import { join } from 'node:path';
import { createAssessor, judgeVersion } from '../safeguarding';
import { readVersion } from './judgeFrom';
import { scoresOf } from './score/figures';
import { readLabelled } from './score/labelled';
import { printScores } from './score/print';
import { CannotGoOn } from './tool';

const HELP = `Usage: npm run -s score -- labelled.jsonl... [--json] [--without-classifier]

Judges labelled messages by the rules and the classifier (or the rules alone) and prints recall, false alarms, right kinds and staff matters with counts and
95 % intervals, by functional test and kind, the levels as a table, the cost of mistakes, and the rules that speak on
exactly one message. Rows with "also" (two raters disagreed) are left out. Files of everyday SMS (label
"none-presumed") may stand beside them. --json prints the same as JSON.

Exit code: 0 scored; 1 the rules or the classifier have faults; 2 a line could not be read (the others are scored), or
a file (then nothing is).
`;

interface Output {
  write(text: string): unknown;
}

const OPTIONS = ['--json', '--without-classifier'];

const RULES = join(process.cwd(), 'escalation-rules');

/** The `score` tool. Returns the exit code. */
export async function main(
  argv: readonly string[],
  stdout: Output = process.stdout,
  stderr: Output = process.stderr,
): Promise<number> {
  if (argv.includes('--help') || argv.includes('-h')) {
    stdout.write(HELP);
    return 0;
  }
  const files = argv.filter((argument) => !argument.startsWith('-'));
  const unknown = argv.find((argument) => argument.startsWith('-') && !OPTIONS.includes(argument));
  if (unknown !== undefined || files.length === 0) {
    const says = unknown === undefined ? 'Name at least one labelled file.' : `"${unknown}" means nothing here.`;
    stderr.write(`${says}\n\n${HELP}`);
    return 2;
  }
  try {
    return scoreFiles(files, argv, stdout, stderr);
  } catch (error) {
    if (!(error instanceof CannotGoOn)) throw error;
    stderr.write(`${error.message}\n`);
    return 1;
  }
}

function scoreFiles(files: readonly string[], options: readonly string[], stdout: Output, stderr: Output): number {
  const { labelled, everyday, arguable, faults, allOpened } = readLabelled(files);
  faults.forEach((fault) => stderr.write(`${fault}\n`));
  if (!allOpened) return 2;
  if (labelled.length + everyday.length === 0) {
    stderr.write('There is nothing to score: no line of these files is a labelled message.\n');
    return 2;
  }
  const version = readVersion(RULES);
  const weights = options.includes('--without-classifier') ? null : version.weights;
  const scores = scoresOf(labelled, everyday, createAssessor(version.rules, weights));
  const rulesVersion = judgeVersion(version.rules, weights);
  const told = `${labelled.length} labelled, ${everyday.length} everyday, ${arguable} arguable left out`;
  stdout.write(
    options.includes('--json')
      ? `${JSON.stringify({ ...scores, arguable, rulesVersion }, null, 2)}\n`
      : `${told}\n\n${printScores(scores)}`,
  );
  return faults.length > 0 ? 2 : 0;
}
