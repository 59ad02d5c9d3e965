import { compareLevels, highest, type Assessment, type KeptAssessment } from '../../vocabulary';

/** More than these verdicts saw: a higher level, or an adult of ours meant where they saw none. */
export function seesMore(
  own: readonly KeptAssessment[],
  { level, about }: Pick<Assessment, 'level' | 'about'>,
): boolean {
  const newlyMeant = about === 'practitioner' && own.every((one) => one.about !== 'practitioner');
  return newlyMeant || compareLevels(level, highest(...own.map((one) => one.level))) > 0;
}
