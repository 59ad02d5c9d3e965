import type { Because } from '../../vocabulary';

/** A stretch of a message: plain, or words a rule pointed at. Joined again they are the message, letter for letter. */
export interface Stretch {
  readonly text: string;
  readonly evidence: boolean;
}

/** Cuts a message where its evidence begins and ends; overlapping evidence becomes one stretch. */
export function markEvidence(text: string, because: readonly Because[]): readonly Stretch[] {
  const spans = because
    .flatMap((one) => locate(text, one) ?? [])
    .toSorted((a, b) => a.start - b.start || b.end - a.end);
  const stretches: Stretch[] = [];
  let at = 0;
  for (const span of spans) {
    if (span.end <= at) continue;
    const start = Math.max(span.start, at);
    if (start > at) stretches.push({ text: text.slice(at, start), evidence: false });
    stretches.push({ text: text.slice(start, span.end), evidence: true });
    at = span.end;
  }
  if (at < text.length) stretches.push({ text: text.slice(at), evidence: false });
  return stretches;
}

/** Where the evidence stands in this text. A joined burst counts its offsets from its first text: then by its words. */
function locate(text: string, { evidence, span, where }: Because): { start: number; end: number } | null {
  if (evidence === '') return null;
  if (where === 'message' && text.slice(span.start, span.end) === evidence) return span;
  const start = text.indexOf(evidence);
  return start === -1 ? null : { start, end: start + evidence.length };
}
