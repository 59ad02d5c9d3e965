import { DateTime } from 'luxon';
import type { Row } from './timeline';

export interface Page {
  readonly title: string;
  readonly zone: string;
  readonly tables: readonly { readonly caption: string; readonly rows: readonly Row[] }[];
}

const STYLE = `
  body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
  table { border-collapse: collapse; width: 100%; margin: 0 0 2rem; }
  caption { font-size: 1.25rem; font-weight: bold; text-align: left; padding: 0.5rem 0; }
  th, td { border-bottom: 1px solid #505a5f; padding: 0.5rem; text-align: left; vertical-align: top; }
  td { overflow-wrap: anywhere; white-space: pre-line; }
`;

/** A page of tables that prints, needs nothing else, and reads aloud row by row: when, who, what. */
export function toPage({ title, zone, tables }: Page): string {
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
${tables.map((table) => toTable(table.caption, table.rows, zone)).join('\n')}
</main>
</body>
</html>
`;
}

function toTable(caption: string, rows: readonly Row[], zone: string): string {
  return `<table>
<caption>${escaped(caption)}</caption>
<thead><tr><th scope="col">When</th><th scope="col">Who</th><th scope="col">What</th></tr></thead>
<tbody>
${rows.map((row) => toRow(row, zone)).join('\n')}
</tbody>
</table>`;
}

function toRow({ at, who, what }: Row, zone: string): string {
  const when = DateTime.fromISO(at, { zone }).setLocale('en-GB').toFormat('d LLLL yyyy, HH:mm:ss');
  return `<tr><th scope="row"><time datetime="${at}">${when}</time></th><td>${escaped(who)}</td><td>${escaped(what)}</td></tr>`;
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);
}
