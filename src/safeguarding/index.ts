export { createAssessor, judgeVersion } from './createAssessor';
export type { ClassifierWeights } from './classifier/weights';
export type { DisclosureRules } from './rules';
