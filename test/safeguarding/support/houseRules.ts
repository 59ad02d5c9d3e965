import { join } from 'node:path';
import { printFaults } from '../../../src/authored/readYaml';
import { readDisclosureRules } from '../../../src/authored/rules';
import { createAssessor } from '../../../src/safeguarding';

/** The rules the house ships, read once for a test file. */
export function houseRules() {
  const read = readDisclosureRules(join(__dirname, '../../../escalation-rules/disclosures'));
  if (!read.ok) throw new Error(printFaults(read.faults));
  return read.rules;
}

/** The shipped judge, asked with only what a test cares about. */
export function houseJudge() {
  const assess = createAssessor(houseRules());
  return (text: string, more: { before?: string[]; staff?: string[]; asked?: 'safe-now' } = {}) =>
    assess({ text, before: more.before ?? [], staff: more.staff ?? ['Martin', 'Priya'], asked: more.asked ?? null });
}
