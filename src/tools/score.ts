import { join } from 'node:path';
import { readClassifier } from '../authored/classifier';
import { printFaults } from '../authored/readYaml';
import { readDisclosureRules } from '../authored/rules';
import { createAssessor, judgeVersion } from '../safeguarding';
import { scoresOf } from './score/figures';
import { readLabelled } from './score/labelled';
import { printScores } from './score/print';

const HELP = `Usage: npm run -s score -- labelled.jsonl... [--json] [--without-classifier]

Judges labelled messages by the rules and the classifier (or the rules alone) and prints recall, false alarms, right kinds and staff matters with counts and
95 % intervals, by functional test and kind, the levels as a table, the cost of mistakes, and the rules that speak on
exactly one message. Rows with "also" (two raters disagreed) are left out. Files of everyday SMS (label
"none-presumed") may stand beside them. --json prints the same as JSON.

Exit code: 0 scored; 1 the rules or the classifier have faults; 2 a file or a line could not be read.
`;

interface Output {
  write(text: string): unknown;
}

const OPTIONS = ['--json', '--without-classifier'];

const RULES = join(process.cwd(), 'escalation-rules', 'disclosures');

/** The `score` tool. Returns the exit code. */
export async function main(
  argv: readonly string[],
  stdout: Output = process.stdout,
  stderr: Output = process.stderr,
  rulesFolder = RULES,
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
  const rules = readDisclosureRules(rulesFolder);
  if (!rules.ok) {
    stderr.write(`${printFaults(rules.faults)}\n`);
    return 1;
  }
  const classifier = readClassifier(join(rulesFolder, '../classifier/weights.json'));
  if (!classifier.ok) {
    stderr.write(`${printFaults(classifier.faults)}\n`);
    return 1;
  }
  const weights = argv.includes('--without-classifier') ? null : classifier.weights;
  const { labelled, everyday, arguable, faults } = readLabelled(files);
  faults.forEach((fault) => stderr.write(`${fault}\n`));
  const scores = scoresOf(labelled, everyday, createAssessor(rules.rules, weights));
  if (argv.includes('--json'))
    stdout.write(
      `${JSON.stringify({ ...scores, arguable, rulesVersion: judgeVersion(rules.rules, weights) }, null, 2)}\n`,
    );
  else
    stdout.write(
      `${labelled.length} labelled, ${everyday.length} everyday, ${arguable} arguable left out\n\n${printScores(scores)}`,
    );
  return faults.length > 0 ? 2 : 0;
}
