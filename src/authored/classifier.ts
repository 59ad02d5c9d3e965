import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { HEADS, unpack, WeightsFile, type ClassifierWeights } from '../safeguarding/classifier/weights';
import { readBefore, type Reading } from './readBefore';
import type { Fault } from './readYaml';

export type ReadClassifier =
  | { readonly ok: true; readonly weights: ClassifierWeights | null; readonly faults?: undefined }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/**
 * Reads what the `train` tool wrote (`escalation-rules/classifier/weights.json`). Without that file the rules judge
 * alone, which the version of every verdict shows; a damaged one is a fault.
 */
export function readClassifier(file: string): ReadClassifier {
  return readBefore(classifierReading, file);
}

export const classifierReading: Reading<ReadClassifier> = {
  name: 'classifier',
  filesOf: (file) => (existsSync(file) ? [file] : []),
  read,
};

function read(file: string): ReadClassifier {
  const fault = (says: string): ReadClassifier => ({
    ok: false,
    faults: [
      { file: join(basename(dirname(file)), basename(file)), line: 1, says: `${says}; the train tool writes it` },
    ],
  });
  if (!existsSync(file)) return { ok: true, weights: null };
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return fault('cannot be read');
  }
  const checked = WeightsFile.safeParse(value);
  if (!checked.success) {
    const [issue] = checked.error.issues;
    return fault(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'is not as it should be'}`);
  }
  if (versionOf(checked.data) !== checked.data.version) return fault('is not what was trained: its hash differs');
  try {
    return { ok: true, weights: unpack(checked.data) };
  } catch (error) {
    return fault((error as Error).message);
  }
}

/** What stands beside a threshold to say how good it is. */
const TOLD_TO_PEOPLE: ReadonlySet<string> = new Set(['precision', 'recall', 'falseAlarms', 'everydayFalseAlarms']);

/** Hash of all that decides a verdict; what is only told to people (dates, figures) is left out. */
export function versionOf({
  rules,
  groupWeights,
  gates,
  heads,
  net,
}: Pick<WeightsFile, 'rules' | 'groupWeights' | 'gates' | 'heads' | 'net'>): string {
  const hash = createHash('sha256').update(rules).update(JSON.stringify(groupWeights));
  hash.update(JSON.stringify(gates, (name, value: unknown) => (TOLD_TO_PEOPLE.has(name) ? undefined : value)));
  hash.update(JSON.stringify(net));
  for (const head of HEADS) hash.update(`${head} ${heads[head].bias} ${heads[head].step} ${heads[head].bytes}\n`);
  return hash.digest('hex').slice(0, 16);
}
