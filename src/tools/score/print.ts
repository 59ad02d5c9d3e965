import { LEVELS } from '../../vocabulary/concerns';
import type { Figure, Scores } from './figures';
import type { Share } from './share';

/** Kinds with fewer messages than this are shown, but a bar over so few would be luck. */
const ENOUGH = 20;
const SLICE_BAR = 0.9;

/** The figures as a table for people; `!` marks a bar that is not reached. */
export function printScores(scores: Scores): string {
  const { figures, byTest, byKind, confusion, cost, onOneMessage } = scores;
  const lines = [
    'figure                                        share   95 %              count      bar',
    ...figures.map(printFigure),
    '',
    'by functional test (right side of its line)',
    ...Object.entries(byTest).map(([name, share]) => printSlice(name, share, true)),
    '',
    'by kind (urgent or immediate seen as such)',
    ...Object.entries(byKind).map(([name, share]) => printSlice(name, share, share.of >= ENOUGH)),
    '',
    `truth \\ verdict ${LEVELS.map((level) => level.padStart(10)).join('')}`,
    ...LEVELS.map(
      (truth) => truth.padEnd(16) + LEVELS.map((verdict) => String(confusion[truth][verdict]).padStart(10)).join(''),
    ),
    '',
    `cost of mistakes: ${cost.total.toFixed(1)}, ${cost.perMessage.toFixed(3)} a message`,
    `rules that speak on exactly one labelled message: ${onOneMessage.length}${onOneMessage.length > 0 ? ` (${onOneMessage.join(', ')})` : ''}`,
  ];
  return `${lines.join('\n')}\n`;
}

function isMet({ share, bar }: Figure): boolean {
  if (share.share === null) return true;
  return 'atLeast' in bar ? share.share >= bar.atLeast : share.share <= bar.atMost;
}

function printFigure(figure: Figure): string {
  const bar = 'atLeast' in figure.bar ? `>= ${figure.bar.atLeast}` : `<= ${figure.bar.atMost}`;
  return `${isMet(figure) ? ' ' : '!'} ${figure.name.padEnd(44)}${printShare(figure.share)}  ${bar}`;
}

function printSlice(name: string, share: Share, barred: boolean): string {
  const missed = barred && share.share !== null && share.share < SLICE_BAR;
  return `${missed ? '!' : ' '} ${name.padEnd(44)}${printShare(share)}`;
}

function printShare({ share, from, to, hits, of }: Share): string {
  const value = share === null ? '  -  ' : share.toFixed(3);
  return `${value}   ${from.toFixed(3)} to ${to.toFixed(3)}   ${`${hits}/${of}`.padEnd(9)}`;
}
