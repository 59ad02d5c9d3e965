import { atLeast, isUnder13, type AgeRules, type Assessment, type Because } from '../../vocabulary';

/**
 * What somebody under 13 tells of themselves in one of these kinds is urgent where it would else be a worry, also where
 * the kind is only one of the reasons and not what the verdict names. Never lowers, and makes nothing of what was not
 * heard.
 */
export function raiseForAge(assessment: Assessment, age: number | null, rules: AgeRules['under13']): Assessment {
  const isOne = (kind: Because['kinds'][number]) => rules.urgentKinds.includes(kind);
  const { level, about } = assessment;
  if (!isUnder13(age) || about !== 'self' || level === 'none' || atLeast(level, 'urgent')) return assessment;
  if (!assessment.because.some(({ kinds }) => kinds.some(isOne))) return assessment;
  const because = assessment.because.map((one): Because => {
    if (!one.kinds.some(isOne)) return one;
    return { ...one, level: 'urgent', steps: [...one.steps, 'under 13: urgent'] };
  });
  return { ...assessment, level: 'urgent', because };
}
