import type { Assessment, Because } from '../../vocabulary';

/** A verdict in plain lines: what, about whom, and for each reason its rule, its words and the steps of its level. */
export function explain(assessment: Assessment): string {
  const { level, kinds, about, because, readable, weak, meant } = assessment;
  const head = [
    `level   ${level}${weak ? ' (weak evidence)' : ''}`,
    `kinds   ${kinds.join(', ') || '-'}`,
    `about   ${about}${meant.names.length > 0 ? ` (${meant.names.join(', ')})` : ''}`,
    ...(readable ? [] : [`unread  ${assessment.unreadableBecause}: a person reads it`]),
  ];
  const reasons = because.length > 0 ? because.map(reason) : ['No rule spoke.'];
  return `${head.join('\n')}\n\n${reasons.join('\n\n')}\n`;
}

function reason({ rule, evidence, where, level, kinds, steps }: Because): string {
  const place = where === 'message' ? 'in the message' : `in earlier message ${where.before + 1}`;
  return [
    `${rule}: ${level}, ${kinds.join(', ') || 'kind not known yet'}`,
    `  "${evidence}" ${place}`,
    ...steps.map((step) => `  - ${step}`),
  ].join('\n');
}
