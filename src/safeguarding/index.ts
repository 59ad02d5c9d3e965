export { createAssessor, judgeVersion } from './judging/createAssessor';
export type { ClassifierWeights } from './classifier/weights';
export { raiseForAge } from './judging/raiseForAge';
export type { DisclosureRules } from './rules';
