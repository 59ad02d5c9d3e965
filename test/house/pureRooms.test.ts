import ts from 'typescript';

import { ROOMS } from './rooms';
import { lineOf, parse, typescriptUnder, walk } from './sources';

const folders = Object.entries(ROOMS)
  .filter(([, { pure }]) => pure)
  .map(([room]) => (room === 'dialogs' ? room : `src/${room}`));

/** What would make the same question get another answer tomorrow, on another machine, or a second time. */
const FORBIDDEN_NAMES = [
  'process',
  'globalThis',
  'fetch',
  'performance',
  'crypto',
  'setTimeout',
  'setInterval',
  'setImmediate',
];
const FORBIDDEN_CALLS = [
  'Date.now',
  'Math.random',
  'DateTime.now',
  'DateTime.local',
  'DateTime.utc',
  'Intl.DateTimeFormat',
];

test('pure rooms have no clock, no chance, no environment and no outside world', () => {
  const files = typescriptUnder(...folders);
  expect(files.length).toBeGreaterThan(20);
  expect(files.flatMap(impuritiesOf)).toEqual([]);
});

function impuritiesOf(source: Parameters<typeof parse>[0]): string[] {
  const file = parse(source);
  const found: string[] = [];
  const keep = (node: ts.Node, what: string) => found.push(`${source.path}:${lineOf(file, node)} uses ${what}`);
  walk(file, (node) => {
    if (
      ts.isPropertyAccessExpression(node) &&
      FORBIDDEN_CALLS.includes(node.getText(file)) &&
      !takesFixedMoment(node)
    ) {
      keep(node, node.getText(file));
    } else if (ts.isNewExpression(node) && node.expression.getText(file) === 'Date' && !node.arguments?.length) {
      keep(node, 'new Date()');
    } else if (ts.isIdentifier(node) && FORBIDDEN_NAMES.includes(node.text) && isFree(node)) {
      keep(node, node.text);
    }
  });
  return found;
}

/** `DateTime.utc(2026, 11, 22)` is a fixed moment; without arguments it reads the clock. */
function takesFixedMoment(node: ts.PropertyAccessExpression): boolean {
  const call = node.parent;
  return /^DateTime\.(local|utc)$/.test(node.getText()) && ts.isCallExpression(call) && call.arguments.length > 0;
}

/** A global's name, not a property's or a declaration's of our own. */
function isFree(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  return !ts.isPropertySignature(parent) && !ts.isPropertyAssignment(parent) && !ts.isBindingElement(parent);
}
