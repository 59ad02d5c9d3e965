import type { RecordPort } from '../../acts/ports';
import type { Because, KeptAssessment, LineId } from '../../vocabulary';

const EVER = '2000-01-01T00:00:00.000Z';

/** Why the last message of this line was judged as it was, in lines a person can follow. */
export async function explainLast(record: RecordPort, line: LineId): Promise<readonly string[]> {
  const [last, text] = await record.transaction(async (tx) => {
    const kept = (await tx.messages.assessmentsSince(line, EVER)).filter((one) => one.of === 'message').at(-1);
    return [kept, kept ? (await tx.messages.get(kept.message))?.text : undefined] as const;
  });
  if (!last) return ['Nothing was judged on this line yet: say something first.'];
  const reasons = [...new Set(last.because.map(reason))];
  return [`"${text ?? ''}"`, verdict(last), ...reasons, `rules ${last.rulesVersion}`];
}

function verdict({ level, kinds, about, weak, readable, unreadableBecause }: KeptAssessment): string {
  if (!readable) return `could not be read (${unreadableBecause}): a human reads it`;
  const of = kinds.length === 0 ? '' : `, ${kinds.join(', ')}, about ${about}`;
  return `${level}${of}${weak ? ', on weak evidence alone' : ''}`;
}

function reason({ rule, evidence, where, level, steps }: Because): string {
  const place = where === 'message' ? '' : ' (said before)';
  const how = steps.map((step) => `\n    ${step}`).join('');
  return `rule ${rule}: ${level}, because of "${evidence}"${place}${how}`;
}
