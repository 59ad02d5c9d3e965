export { createAssessor } from './createAssessor';
export type { DisclosureRules } from './rules';
