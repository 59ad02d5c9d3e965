import { likeliestKinds } from '../../safeguarding/classifier/likeliestKinds';
import type { Gated, WeightsFile } from '../../safeguarding/classifier/weights';

import { atLeast } from '../../vocabulary/concerns';
import type { LeftOut } from './leaveOut';

type Gates = WeightsFile['gates'];
type Slices = WeightsFile['leftOut'];

/**
 * How the classifier alone does on each author left out, on each functional test, and on everyday SMS: whether a way of
 * speaking is taken for risk must show here, not in the lives of those who speak so. Null: no such message.
 */
export function slicesOf(leftOut: readonly LeftOut[], gates: Gates): Slices {
  const passes = (head: Gated) => (each: LeftOut) => {
    const { threshold } = gates[head];
    return threshold !== null && each.scores[head] >= threshold;
  };
  const slice = (part: readonly LeftOut[]): Slices[string] => {
    const grave = part.filter(({ message }) => atLeast(message.level, 'urgent'));
    const harmless = part.filter(({ message }) => message.level === 'none');
    return {
      messages: part.length,
      urgentSeenAsUrgent: share(grave, passes('urgent')),
      urgentSeenAtAll: share(grave, (each) => passes('urgent')(each) || passes('worry')(each)),
      harmlessJudgedUrgent: share(harmless, passes('urgent')),
      harmlessJudgedWorry: share(harmless, (each) => passes('urgent')(each) || passes('worry')(each)),
    };
  };
  const by = (name: string, keyOf: (each: LeftOut) => string) =>
    [...new Set(leftOut.map(keyOf))]
      .sort()
      .map((key) => [`${name} ${key}`, slice(leftOut.filter((each) => keyOf(each) === key))] as const);
  const raised = leftOut.filter((each) => passes('urgent')(each) && each.message.kinds.length > 0);
  return {
    ...Object.fromEntries(by('author', ({ message }) => message.author)),
    ...Object.fromEntries(by('test', ({ message }) => message.test)),
    kinds: { messages: raised.length, rightKind: share(raised, namesItsKind) },
  };
}

function namesItsKind({ message, scores }: LeftOut): boolean {
  return likeliestKinds((kind) => scores[kind]).some((kind) => message.kinds.includes(kind));
}

function share(all: readonly LeftOut[], test: (each: LeftOut) => boolean): number | null {
  return all.length === 0 ? null : Number((all.filter(test).length / all.length).toFixed(4));
}
