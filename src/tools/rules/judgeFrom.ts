import { join } from 'node:path';
import { readClassifier } from '../../authored/classifier';
import { printFaults } from '../../authored/readYaml';
import { readDisclosureRules } from '../../authored/rules';
import { createAssessor } from '../../safeguarding';
import type { Assess } from '../../vocabulary';
import { CannotGoOn } from '../tool';

/** The judge of one version: rules in `<folder>/disclosures`, the classifier beside them. Faults end the tool. */
export function judgeFrom(folder: string): Assess {
  const rules = readDisclosureRules(join(folder, 'disclosures'));
  if (!rules.ok) throw new CannotGoOn(printFaults(rules.faults));
  const classifier = readClassifier(join(folder, 'classifier/weights.json'));
  if (!classifier.ok) throw new CannotGoOn(printFaults(classifier.faults));
  return createAssessor(rules.rules, classifier.weights);
}
