import {
  atLeast,
  compareLevels,
  highest,
  type About,
  type Because,
  type Kind,
  type Level,
} from '../../vocabulary/concerns';
import type { Match } from '../reading/match';
import type { Reading } from '../reading/reading';
import type { Hit } from './hits';

export interface Verdict {
  readonly level: Level;
  readonly kinds: readonly Kind[];
  readonly about: About;
  readonly because: readonly Because[];
  readonly weak: boolean;
}

/** A verdict shows its strongest reasons; a flood of them helps nobody read. */
const MOST_REASONS = 12;

/**
 * The verdict of these hits: the highest level among them, after two different hints of one kind have been raised
 * together.
 */
export function verdictOf(hits: readonly Hit[], reading: Reading): Verdict {
  const raised = hits.map((hit) => (isPairedHint(hit, hits) ? liftHint(hit) : hit));
  const ordered = [...raised].sort((a, b) => compareLevels(b.level, a.level));
  const level = highest(...ordered.map((hit) => hit.level));
  const top = ordered.filter((hit) => hit.level === level);
  return {
    level,
    kinds: [...new Set(ordered.flatMap((hit) => hit.kinds))],
    about: aboutOf(ordered, top),
    because: reasonsOf(ordered, reading),
    weak: top.length > 0 && top.every((hit) => hit.rule.weak === true),
  };
}

function isPairedHint(hit: Hit, hits: readonly Hit[]): boolean {
  if (hit.rule.hint !== true || atLeast(hit.level, 'urgent')) return false;
  return hits.some(
    (other) =>
      other.rule.hint === true && other.rule.id !== hit.rule.id && other.kinds.some((kind) => hit.kinds.includes(kind)),
  );
}

function liftHint(hit: Hit): Hit {
  return {
    ...hit,
    level: 'urgent',
    steps: [...hit.steps, 'raised to urgent: a second, different hint of the same kind'],
  };
}

/** A possible allegation decides who may be told, so it wins over every other reading, graver ones too. */
function aboutOf(all: readonly Hit[], top: readonly Hit[]): About {
  if (all.some((hit) => hit.about === 'practitioner')) return 'practitioner';
  return top.length > 0 && top.every((hit) => hit.about === 'other') ? 'other' : 'self';
}

/** The strongest, one for each rule and place. */
function reasonsOf(ordered: readonly Hit[], reading: Reading): Because[] {
  const reasons = new Map<string, Because>();
  for (const hit of ordered) {
    if (reasons.size === MOST_REASONS) break;
    const reason = becauseOf(hit, reading);
    const { rule, where, span } = reason;
    const key = `${rule} ${where === 'message' ? where : where.before} ${span.start}`;
    if (!reasons.has(key)) reasons.set(key, reason);
  }
  return [...reasons.values()];
}

function becauseOf(hit: Hit, reading: Reading): Because {
  const { message, start, end } = widest(
    hit.matches.map((match) => spanIn(match, reading)),
    reading.judged,
  );
  return {
    rule: hit.rule.id,
    evidence: (reading.texts[message] ?? '').slice(start, end),
    where: message === reading.judged ? 'message' : { before: message },
    span: { start, end },
    level: hit.level,
    kinds: hit.kinds,
    steps: hit.steps,
  };
}

/** From the first to the last of the words that count, in the judged message when any of them stand there. */
function widest(spans: readonly Span[], judged: number): Span {
  const message = spans.some((span) => span.message === judged) ? judged : (spans[0]?.message ?? judged);
  const there = spans.filter((span) => span.message === message);
  return {
    message,
    start: Math.min(...there.map((span) => span.start)),
    end: Math.max(...there.map((span) => span.end)),
  };
}

interface Span {
  readonly message: number;
  readonly start: number;
  readonly end: number;
}

/**
 * A match over several messages points at its part in the judged one; where it has none there, at the message that holds
 * most of what it is made of, of those that hold as much the last. ("just feel flat" and "ellie said sorry" are about the
 * first, though a "said" completes the pattern.)
 */
function spanIn({ units, start, end }: Match, { tokens, judged }: Reading): Span {
  const parts = units.length > 0 ? units : [{ start, end }];
  const messageOf = (part: { readonly end: number }): number => tokens[part.end - 1]?.message ?? 0;
  const messages = parts.map(messageOf);
  const partsIn = (message: number): number => messages.filter((one) => one === message).length;
  const fullest = messages.reduce((most, one) => (partsIn(one) >= partsIn(most) ? one : most), messages[0] ?? 0);
  const message = messages.includes(judged) ? judged : fullest;
  const there = tokens.slice(start, end).filter((token) => token.message === message);
  return { message, start: there[0]?.start ?? 0, end: there.at(-1)?.end ?? 0 };
}
