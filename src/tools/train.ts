import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { versionOf } from '../authored/classifier';
import { printFaults } from '../authored/readYaml';
import { readDisclosureRules } from '../authored/rules';
import { systemClock } from '../clock';
import type { DisclosureRules } from '../safeguarding';
import type { WeightsFile } from '../safeguarding/classifier/weights';
import { readLabelled, type ReadFiles } from './score/labelled';
import { CannotGoOn, NotUnderstood, runTool } from './tool';
import { gatesFor } from './train/figures/gates';
import { sayTable } from './train/figures/sayTable';
import { slicesOf } from './train/figures/slices';
import { GROUP_WEIGHTS } from './train/lessons/rows';
import type { WordVectors } from './train/lessons/vocabulary';
import { SEED } from './train/teaching/heads';
import { learnInThreads } from './train/turns/threads';
import { authorsOf, learnTurn, prepareLessons, turnsFor, type TurnDone } from './train/turns/turns';

const HELP = `Usage: node script/run.mjs train [labelled.jsonl...] [--rules escalation-rules] [--out weights.json] [--date 2026-11-22]

Trains the classifier that listens after the rules, on labelled messages (default: all of test/labelled), everyday SMS
and the rules' own examples, and writes escalation-rules/classifier/weights.json. Each author is left out in turn to
find thresholds and honest figures. The same files, rules and date give the same bytes.

Exit code: 0 written; 1 a file cannot be read, or the rules have faults; 2 called in a way it does not know.
`;

const OPTIONS = {
  rules: { type: 'string', default: 'escalation-rules' },
  out: { type: 'string', default: 'escalation-rules/classifier/weights.json' },
  date: { type: 'string' },
} as const;

const WHAT =
  'Weights of the classifier that listens after the rules (src/safeguarding/classifier). Written by the train tool; never edited by hand.';

/** The `train` tool. Returns the exit code. */
export async function main(argv: readonly string[]): Promise<number> {
  return runTool(argv, { help: HELP, options: OPTIONS }, async ({ values, words }) => {
    const date = values.date ?? systemClock.now().slice(0, 10);
    if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) throw new NotUnderstood('--date is a day like 2026-11-22');
    const rules = readDisclosureRules(join(values.rules, 'disclosures'));
    if (!rules.ok) throw new CannotGoOn(printFaults(rules.faults));
    const files = words.length > 0 ? words : labelledFiles('test/labelled');
    const turns = turnsFor(authorsOf(readWhole(files)));
    const say = (progress: string): void => void process.stdout.write(`${progress}\n`);
    const done = await learnInThreads({ files, rules: values.rules }, turns, say);
    const weights = weightsOf(files, rules.rules, date, done);
    mkdirSync(dirname(values.out), { recursive: true });
    writeFileSync(values.out, `${JSON.stringify(weights, null, 2)}\n`);
    process.stdout.write(`${sayTable(weights.leftOut)}\n${values.out}: ${weights.version}\n`);
    return 0;
  });
}

/** Everything from files to weights, in this thread; pure but for reading the files. */
export function trainOn(
  files: readonly string[],
  rules: DisclosureRules,
  vectors: WordVectors,
  trainedOn: string,
): WeightsFile {
  const lessons = prepareLessons(readWhole(files), rules, vectors);
  const done = turnsFor(lessons.authors).map((turn) => learnTurn(lessons, turn));
  return weightsOf(files, rules, trainedOn, done);
}

/** The labelled messages, if they are enough and without faults. */
function readWhole(files: readonly string[]): ReadFiles {
  const read = readLabelled(files);
  if (read.faults.length > 0) throw new CannotGoOn(read.faults.join('\n'));
  if (authorsOf(read).length < 2) throw new CannotGoOn('Thresholds need labelled messages of two authors at least.');
  return read;
}

function weightsOf(
  files: readonly string[],
  rules: DisclosureRules,
  trainedOn: string,
  done: readonly TurnDone[],
): WeightsFile {
  const leftOut = done.flatMap((turn) => turn.leftOut);
  const trained = done.find((turn) => turn.trained !== null)?.trained;
  if (!trained) throw new Error('No turn learnt from everybody');
  const gates = gatesFor(leftOut);
  const known = rules.rules.map(({ id }) => id).join(' ');
  const deciding = { rules: known, groupWeights: GROUP_WEIGHTS, gates, ...trained };
  return {
    what: WHAT,
    version: versionOf(deciding),
    trainedOn,
    seed: SEED,
    rulesVersion: rules.version,
    files: files.map(fileEntry),
    rules: known,
    groupWeights: GROUP_WEIGHTS,
    gates,
    leftOut: slicesOf(leftOut, gates),
    heads: deciding.heads,
    net: deciding.net,
  };
}

function labelledFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .map((name) => join(folder, name));
}

function fileEntry(file: string): WeightsFile['files'][number] {
  const text = readFileSync(file, 'utf8');
  const messages = text.split('\n').filter((line) => line.trim() !== '').length;
  return { file, sha256: createHash('sha256').update(text).digest('hex'), messages };
}
