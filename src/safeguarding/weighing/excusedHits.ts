import type { Compiled } from '../reading/compile';
import type { Reading } from '../reading/reading';
import { exactExcuser, hasExcuses } from './excuse';
import { hitsOf, type Hit } from './hits';

const STEP = 'a frame excuses its words: it counts as far as likeness agrees';

/**
 * What rules would have heard but for a frame: "i want to kill myself" in a sentence with a cake. A frame silences only
 * the words it names one by one. Whatever else stands in its sentence, or in the gaps of its pattern, is no longer enough
 * by itself, and is still put to the classifier, which weighs the cake as well. Where no classifier listens it does not
 * count. `heard`: the hits that stand, of the same message.
 */
export function excusedHitsOf(
  reading: Reading,
  compiled: Compiled,
  asked: 'safe-now' | null,
  under13: boolean,
  heard: readonly Hit[],
): readonly Hit[] {
  if (!hasExcuses(reading, compiled)) return [];
  const spoke = new Set(heard.map(({ rule }) => rule.id));
  return hitsOf(reading, compiled, asked, under13, exactExcuser(reading, compiled))
    .filter(({ rule }) => !spoke.has(rule.id))
    .map((hit) => ({ ...hit, certain: false, steps: [...hit.steps, STEP] }));
}
