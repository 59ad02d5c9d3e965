import { join } from 'node:path';
import { readClassifier } from '../authored/classifier';
import { printFaults } from '../authored/readYaml';
import { readDisclosureRules } from '../authored/rules';
import { createAssessor, type ClassifierWeights, type DisclosureRules } from '../safeguarding';
import type { Assess } from '../vocabulary';
import { CannotGoOn } from './tool';

/** What one version judges by. */
export interface Version {
  readonly rules: DisclosureRules;
  readonly weights: ClassifierWeights | null;
}

/** Reads a version: rules in `<folder>/disclosures`, the classifier beside them. Faults end the tool. */
export function readVersion(folder: string): Version {
  const rules = readRules(folder);
  const classifier = readClassifier(join(folder, 'classifier/weights.json'));
  if (!classifier.ok) throw new CannotGoOn(printFaults(classifier.faults));
  return { rules, weights: classifier.weights };
}

/** The rules of a version alone. */
export function readRules(folder: string): DisclosureRules {
  const rules = readDisclosureRules(join(folder, 'disclosures'));
  if (!rules.ok) throw new CannotGoOn(printFaults(rules.faults));
  return rules.rules;
}

/** The judge of one version. */
export function judgeFrom(folder: string): Assess {
  const { rules, weights } = readVersion(folder);
  return createAssessor(rules, weights);
}
