import type { Because } from '../../vocabulary';

/** A stretch of a message: plain, or words a rule pointed at. Joined again they are the message, letter for letter. */
export interface Stretch {
  readonly text: string;
  readonly evidence: boolean;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Cuts a message where its evidence begins and ends; evidence that overlaps or touches becomes one stretch. */
export function markEvidence(text: string, because: readonly Because[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let at = 0;
  for (const { start, end } of joined(because.flatMap((one) => locate(text, one) ?? []))) {
    if (start > at) stretches.push({ text: text.slice(at, start), evidence: false });
    stretches.push({ text: text.slice(start, end), evidence: true });
    at = end;
  }
  if (at < text.length) stretches.push({ text: text.slice(at), evidence: false });
  return stretches;
}

function joined(spans: readonly Span[]): readonly Span[] {
  return spans
    .toSorted((a, b) => a.start - b.start)
    .reduce<readonly Span[]>((done, span) => {
      const last = done.at(-1);
      if (last === undefined || span.start > last.end) return [...done, span];
      return [...done.slice(0, -1), { start: last.start, end: Math.max(last.end, span.end) }];
    }, []);
}

/** Where the evidence stands in this text. A joined burst counts its offsets from its first text: then by its words. */
function locate(text: string, { evidence, span, where }: Because): Span | null {
  if (evidence === '') return null;
  if (where === 'message' && text.slice(span.start, span.end) === evidence) return span;
  const start = text.indexOf(evidence);
  return start === -1 ? null : { start, end: start + evidence.length };
}
