import { atLeast, compareLevels, type Assessment, type Concern, type EarlierWords } from '../../vocabulary';
import type { Raise } from '../concern/raise';

/**
 * The one of these concerns that already holds all the words a message rests on; undefined where it tells anything new.
 * "Dont tell anyone", "it was a joke" and "yes" are judged like the words before them, so that they take nothing back
 * (decision 0017); here that means nothing new was told. Such a message goes to whoever has the concern, and reopens
 * nothing that was decided. `before` are the earlier texts the reasons point into.
 */
export function holderOfWords(
  raise: Raise,
  before: readonly EarlierWords[],
  concerns: readonly Concern[],
): Concern | undefined {
  if (raise.codeWord || !['disclosure', 'allegation'].includes(raise.nature)) return undefined;
  const cited = citedBefore(raise.assessment, before);
  return cited === null ? undefined : concerns.find((one) => isTold(one, raise, cited));
}

/** The earlier texts a verdict rests on; null as soon as one of its reasons stands in the text itself. */
function citedBefore({ because }: Assessment, before: readonly EarlierWords[]): readonly string[] | null {
  const cited = because.map(({ where }) => (where === 'message' ? undefined : before[where.before]?.id));
  return cited.length > 0 && cited.every((id) => id !== undefined) ? cited : null;
}

/**
 * An allegation's words are the lead's alone: read otherwise, they are still those words. A worry that is closed holds
 * nothing: what comes back of it is one more line in a morning list.
 */
function isTold(concern: Concern, { level, assessment }: Raise, cited: readonly string[]): boolean {
  const isAllegation = concern.nature === 'allegation';
  if (concern.closed !== null && !isAllegation && !atLeast(concern.level, 'urgent')) return false;
  return (
    compareLevels(level, concern.level) <= 0 &&
    cited.every((id) => concern.messages.includes(id)) &&
    (isAllegation || assessment.kinds.every((kind) => concern.kinds.includes(kind)))
  );
}
