import type { Compiled } from '../reading/compile';
import type { Reading } from '../reading/reading';
import { exactExcuser, hasExcuses, wordsExcuser } from './excuse';
import { hitsOf, type Hit } from './hits';

const BESIDE = 'a frame excuses other words of its sentence, and not these';
const AMONG = 'a frame excuses its words: it counts as far as likeness agrees';

/**
 * What rules would have heard but for a frame: "i want to kill myself" in a sentence with a cake. A frame silences only
 * the words it names one by one. What stands beside them in the sentence is no less certain than it was, if it is more
 * than a worry; what stands in the gaps of its pattern is no longer enough by itself. All of it is put to the
 * classifier, which weighs the cake as well. Where no classifier listens it does not count. `heard`: the hits that stand,
 * of the same message.
 */
export function excusedHitsOf(
  reading: Reading,
  compiled: Compiled,
  asked: 'safe-now' | null,
  under13: boolean,
  heard: readonly Hit[],
): readonly Hit[] {
  if (!hasExcuses(reading, compiled)) return [];
  const isInWords = wordsExcuser(reading, compiled);
  const spoke = new Set(heard.map(({ rule }) => rule.id));
  return hitsOf(reading, compiled, asked, under13, exactExcuser(reading, compiled))
    .filter(({ rule }) => !spoke.has(rule.id))
    .map((hit) => {
      const isGrave = hit.certain && hit.level !== 'worry';
      const certain = isGrave && !hit.matches.some((match) => isInWords(match, hit.rule.of));
      return { ...hit, certain, steps: [...hit.steps, certain ? BESIDE : AMONG] };
    });
}
