import { compareLevels, type Assessment, type Concern, type EarlierWords } from '../../vocabulary';
import type { Raise } from '../concern/raise';

/**
 * The open allegation a text goes on about, or null. "I see him tomorrow" tells of harm only because of the words before
 * it: where those were an allegation, it is the lead's alone like them, and no disclosure that a colleague of the accused
 * hears of. `judge`: the verdict on the same text behind these earlier ones only.
 */
export function goesOnAbout(
  { nature, assessment }: Raise,
  before: readonly EarlierWords[],
  open: readonly Concern[],
  judge: (behind: readonly EarlierWords[]) => Assessment,
): Concern | null {
  if (nature !== 'disclosure' || assessment.kinds.length === 0) return null;
  const leansOn = (one: Concern) => {
    const others = before.filter(({ id }) => !one.messages.includes(id));
    return others.length < before.length && compareLevels(judge(others).level, assessment.level) < 0;
  };
  return open.find((one) => one.nature === 'allegation' && leansOn(one)) ?? null;
}
