import { cpus, totalmem } from 'node:os';
import type { Figure } from './figure';

/** The machine a run was made on: figures of two machines are not compared. */
export function machine(): string {
  const [cpu] = cpus();
  return `${cpus().length} × ${cpu?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`;
}

/** A table a person reads: what, measured, beside it, the bar, and whether it holds. */
export function toTable(figures: readonly Figure[]): string {
  const head = ['what', 'measured', 'beside it', 'bar', ''];
  const rows = [head, ...figures.map((one) => [one.what, one.measured, one.beside, one.bar, verdict(one)])];
  const widths = head.map((_one, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return `${machine()}\n\n${rows.map(line).join('\n')}\n`;
}

function verdict({ holds }: Figure): string {
  if (holds === null) return '';
  return holds ? 'holds' : 'MISSED';
}
