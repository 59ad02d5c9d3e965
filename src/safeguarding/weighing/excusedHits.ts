import type { Question } from '../../vocabulary/concerns';
import type { Compiled } from '../reading/compile';
import type { Reading } from '../reading/reading';
import { exactExcuser, hasExcuses, wordsExcuser } from './excuse';
import { hitsOf, type Hit } from './hits';

const BESIDE = 'a frame excuses other words of its sentence, and not these';
const AMONG = 'a frame excuses its words: it counts as far as likeness agrees';

/**
 * The hits that rules would have had without a frame, as in "i want to kill myself" in a sentence with a cake. A frame
 * silences only the words it names. A hit beside those words in the same sentence is as certain as before if it is more
 * than a worry; a hit in the gaps of the frame's pattern is no longer certain. All of them are given to the classifier,
 * which weighs the cake as well; without a classifier they do not count. `heard` are the hits of the message that
 * stand.
 */
export function excusedHitsOf(
  reading: Reading,
  compiled: Compiled,
  asked: Question | null,
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
