import type { WeightsFile } from '../../../safeguarding/classifier/weights';

const COLUMNS = {
  messages: 'messages',
  urgentSeenByRules: 'urgent: rules',
  urgentSeen: 'and both',
  urgentJudgedNone: 'as none',
  immediateSeenAsImmediate: 'immediate',
  worrySeen: 'worry',
  harmlessJudgedUrgentByRules: 'false: rules',
  harmlessJudgedUrgent: 'and both',
  harmlessJudgedWorry: 'or worry',
} as const;

/** The figures of authors left out, as a table for whoever trains. */
export function sayTable(leftOut: WeightsFile['leftOut']): string {
  const authors = Object.entries(leftOut).filter(([name]) => name.startsWith('author'));
  const head = [''.padEnd(32), ...Object.values(COLUMNS).map((title) => title.padStart(14))].join('');
  const rows = authors.map(([name, figures]) =>
    [
      name.padEnd(32),
      ...Object.keys(COLUMNS).map((column) => sayFigure(column, figures[column] ?? null).padStart(14)),
    ].join(''),
  );
  return `${[head, ...rows].join('\n')}\n`;
}

function sayFigure(column: string, figure: number | null): string {
  if (figure === null) return '-';
  return column === 'messages' ? String(figure) : `${(figure * 100).toFixed(1)} %`;
}
