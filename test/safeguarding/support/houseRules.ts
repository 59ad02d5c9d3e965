import { join } from 'node:path';
import { readClassifier } from '../../../src/authored/classifier';
import { printFaults } from '../../../src/authored/readYaml';
import { readDisclosureRules } from '../../../src/authored/rules';
import type { Assess, Question } from '../../../src/vocabulary/concerns';
import { createAssessor } from '../../../src/safeguarding';

/** The rules the house ships, read once for a test file. */
export function houseRules() {
  const read = readDisclosureRules(join(__dirname, '../../../escalation-rules/disclosures'));
  if (!read.ok) throw new Error(printFaults(read.faults));
  return read.rules;
}

/** The classifier the house ships. */
export function houseWeights() {
  const read = readClassifier(join(__dirname, '../../../escalation-rules/classifier/weights.json'));
  if (!read.ok || read.weights === null) throw new Error('the house ships no weights that can be read');
  return read.weights;
}

/** The rules of the house by themselves, asked with only what a test cares about. */
export function houseJudge() {
  return asking(createAssessor(houseRules()));
}

/** The judge as it is shipped, rules and classifier together. */
export function shippedJudge() {
  return asking(createAssessor(houseRules(), houseWeights()));
}

function asking(assess: Assess) {
  return (text: string, more: { before?: string[]; staff?: string[]; asked?: Question } = {}) =>
    assess({ text, before: more.before ?? [], staff: more.staff ?? ['Martin', 'Priya'], asked: more.asked ?? null });
}
