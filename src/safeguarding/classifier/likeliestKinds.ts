import { KINDS, type Kind } from '../../vocabulary/concerns';

/** A second kind this close to the first is as likely as it, and is named too. */
const AS_LIKELY = 0.5;
const MOST_KINDS = 2;

/** The kind that scores highest, and the next one where little parts them. */
export function likeliestKinds(scoreOf: (kind: Kind) => number, among: readonly Kind[] = KINDS): readonly Kind[] {
  const ranked = among.map((kind) => ({ kind, score: scoreOf(kind) })).sort((a, b) => b.score - a.score);
  const best = ranked[0]?.score ?? 0;
  return ranked
    .filter(({ score }) => best - score <= AS_LIKELY)
    .slice(0, MOST_KINDS)
    .map(({ kind }) => kind);
}
