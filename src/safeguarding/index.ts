export { createAssessor, judgeVersion } from './createAssessor';
export type { ClassifierWeights } from './classifier/weights';
export { raiseForAge } from './raiseForAge';
export type { DisclosureRules } from './rules';
