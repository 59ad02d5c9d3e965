import { compareLevels, type Assessment, type Concern, type EarlierWords } from '../../vocabulary';
import type { Raise } from '../concern/raise';

/**
 * The open allegation that a text continues, or null. "I see him tomorrow" tells of harm only because of the words
 * before it. Where those were an allegation, this text is for the lead alone as well, and not a disclosure that a
 * colleague of the accused would hear of. `judge` gives the verdict on the same text after fewer earlier ones.
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
