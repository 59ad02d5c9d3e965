import ts from 'typescript';

import { LOG_FIELDS } from '../../src/log';
import { lineOf, parse, typescriptUnder, walk } from './sources';

const FIELDS = new Set(Object.values(LOG_FIELDS).flat());
const sources = typescriptUnder('src', 'dialogs');

describe('a log line holds ids and levels only', () => {
  test('every call names its fields one by one, each of them on the list, and says fixed words', () => {
    const calls = sources.flatMap(faultsOf);
    expect(calls).toEqual([]);
  });

  test('nothing but a tool writes to the terminal by itself', () => {
    const elsewhere = sources.filter(
      ({ path }) => !/^src\/(tools\/|log\.ts|practice\/|server\.ts|worker\.ts|auditor\.ts|watcher\.ts)/.test(path),
    );
    const found = elsewhere.filter(({ text }) => /\bconsole\.\w+\(|process\.std(out|err)\b/.test(text));
    expect(found.map(({ path }) => path)).toEqual([]);
  });
});

describe('a job holds a kind and an id only', () => {
  test('a nudge has no other field', () => {
    const ports = sources.find(({ path }) => path === 'src/acts/ports.ts');
    expect(ports?.text).toMatch(
      /export interface Nudge \{\s*\(work: \{ readonly kind: DueWork\['kind'\]; readonly id: string; readonly afterMs\?: number \}\): void;\s*\}/,
    );
  });

  test('nothing but the nudge puts a job on the queue', () => {
    const adding = sources.filter(({ text }) => /\bqueue\.(add|addBulk|upsertJobScheduler)\(/.test(text));
    expect(adding.map(({ path }) => path)).toEqual(['src/jobs/bullNudge.ts']);
    expect(adding[0]?.text).toContain('queue.add(kind, { id }, { delay: afterMs })');
  });
});

function faultsOf(source: Parameters<typeof parse>[0]): string[] {
  const file = parse(source);
  const found: string[] = [];
  walk(file, (node) => {
    if (!ts.isCallExpression(node) || !isLogCall(node, file)) return;
    const [fields, said] = node.arguments;
    const where = `${source.path}:${lineOf(file, node)}`;
    if (!said || !ts.isStringLiteral(said)) found.push(`${where} says words that are not fixed`);
    found.push(...unknownFields(fields).map((name) => `${where} logs ${name}`));
  });
  return found;
}

/** `log.warn(...)`, `context.log.warn(...)`, `this.#log.warn(...)`. */
function isLogCall(node: ts.CallExpression, file: ts.SourceFile): boolean {
  const called = node.expression;
  if (!ts.isPropertyAccessExpression(called) || !['info', 'warn', 'error'].includes(called.name.text)) return false;
  return /(^|\.)#?log$/.test(called.expression.getText(file));
}

function unknownFields(fields: ts.Expression | undefined): string[] {
  if (!fields || !ts.isObjectLiteralExpression(fields)) return ['something that is not written out field by field'];
  return fields.properties.flatMap((property) => {
    const name = property.name?.getText();
    return name !== undefined && FIELDS.has(name) ? [] : [name ?? 'a spread'];
  });
}
