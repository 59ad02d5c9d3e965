import { belongsTo } from '../patterns/endings';
import type { Token } from '../text/tokens';
import type { Tags } from './tag';

/** Concepts of what is put around a thing said, by their atoms. */
export interface Around {
  /** "so basically", "can i tell you something" */
  readonly preamble: number;
  /** "lol", "but its fine", "what do i do" */
  readonly aside: number;
}

/** Where what is said begins, pauses and ends, with nothing or only talk around it. */
export interface Edges {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  isPause(at: number): boolean;
}

/** Nobody puts more than this around one sentence; a hostile text might. */
const MOST_AROUND = 4;

interface Said {
  readonly tokens: readonly Token[];
  readonly tags: Tags;
  readonly judgedFrom: number;
}

/** The edges of the judged message. Where it begins, preamble is looked past; where it ends, asides are. */
export function edgesOf({ tokens, tags, judgedFrom }: Said, { preamble, aside }: Around): Edges {
  const after = (at: number): readonly number[] =>
    tags.startingAt(at).flatMap(({ node, end }) => (belongsTo(node, preamble) ? [end] : []));
  const before = (at: number): readonly number[] =>
    tags.endingAt(at).flatMap(({ node, start }) => (belongsTo(node, aside) && start > judgedFrom ? [start] : []));
  return {
    starts: reached(judgedFrom, after),
    ends: reached(tokens.length, before),
    isPause: (at) => tokens[at]?.breakBefore !== 0 || tags.startingAt(at).some(({ node }) => belongsTo(node, aside)),
  };
}

/** The first edge, and those behind what was put there, a few at most. */
function reached(first: number, onward: (at: number) => readonly number[]): readonly number[] {
  const edges = [first];
  for (let at = 0; at < edges.length && edges.length <= MOST_AROUND; at += 1)
    edges.push(...onward(edges[at] as number).filter((edge) => !edges.includes(edge)));
  return edges;
}
