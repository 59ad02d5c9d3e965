import type { ToReview } from '../../app/alone/markedVerdicts';
import type { NearMiss } from '../../safeguarding/review/nearMisses';
import type { Assess, KnownByName, ToAssess } from '../../vocabulary';

/** What reviews: the judge as it stands now, and what it nearly said. */
export interface Reviewing {
  readonly judge: Assess;
  readonly nearMisses: (input: ToAssess) => readonly NearMiss[];
}

type Judged = ToReview['messages'][number];

/** Marked verdicts as lines for the terminal of whoever holds the keys: here, and nowhere else, they hold words. */
export function review(marked: readonly ToReview[], reviewing: Reviewing): string {
  if (marked.length === 0) return 'Nobody has marked a verdict wrong, unclear or missed.\n';
  return `${marked.map((one) => tellMark(one, reviewing)).join('\n')}\n${sumUp(marked)}\n`;
}

function tellMark({ mark, concern, messages, staff, carers }: ToReview, reviewing: Reviewing): string {
  const head = `${mark.at}  ${mark.verdict}  ${concern.reference}, ${concern.level}, marked by ${mark.by}`;
  const note = mark.note === '' ? [] : [`  "${mark.note}"`];
  return (
    [head, ...note, ...messages.flatMap((message) => tellMessage(message, { staff, carers }, reviewing))].join('\n') +
    '\n'
  );
}

function tellMessage(message: Judged, known: KnownByName, { judge, nearMisses }: Reviewing): string[] {
  const { id, text, before, assessments } = message;
  if (text === '') return [`  ${id}: no words, or no longer`];
  const said = assessments.flatMap(({ by, level, because }) => [
    `    judged ${level} by the ${by}${because.length === 0 ? ', no rule spoke' : ''}`,
    ...because.map((one) => `      ${one.rule}: ${one.level}, "${one.evidence}"`),
  ]);
  const input = { text, before, ...known };
  const today = judge(input);
  const rules = today.because.map(({ rule }) => rule).join(' ') || 'no rule';
  return [
    `  ${id}: "${text}"${before.length === 0 ? '' : ` (${before.length} before it)`}`,
    ...said,
    `    today ${today.level}: ${rules}`,
    ...nearMisses(input).map(tellNearMiss),
  ];
}

function tellNearMiss({ rule, level, found, because }: NearMiss): string {
  const heard = found.length === 0 ? '' : ` heard ${found.map((one) => `"${one}"`).join(', ')};`;
  return `    nearly ${rule} (${level}):${heard} ${because}`;
}

function sumUp(marked: readonly ToReview[]): string {
  const count = (verdict: string): string =>
    `${marked.filter(({ mark }) => mark.verdict === verdict).length} ${verdict}`;
  return `${['missed', 'wrong', 'unclear'].map(count).join(', ')}. A mark changes no rule: people do.`;
}
