import { readFileSync } from 'node:fs';
import { LineCounter, parseDocument, visit, type Document } from 'yaml';
import type { ZodType } from 'zod';
import { sayFileFault } from './sayFileFault';
import { sayIssue } from './sayIssue';

/** One thing wrong with an authored file, placed so that its author can go straight to it. */
export interface Fault {
  readonly file: string;
  /** First line is 1. */
  readonly line: number;
  readonly says: string;
}

export type Read<T> =
  | { readonly ok: true; readonly value: T; readonly lineOf: (path: readonly PropertyKey[]) => number }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/**
 * Reads one authored YAML file and checks it against its schema. `name` is what faults call the file
 * (default: the path given). Every fault is returned, not only the first; nothing is thrown for a bad file.
 * `lineOf` lets later checks (a doubled id, an unknown concept) place their own faults.
 */
export function readYaml<T>(file: string, schema: ZodType<T>, name = file): Read<T> {
  let source: string;
  try {
    source = readFileSync(file, 'utf8');
  } catch (error) {
    return { ok: false, faults: [{ file: name, line: 1, says: `cannot be read: ${sayFileFault(error, name)}` }] };
  }
  const unusable = whyUnusable(source);
  if (unusable !== null) return { ok: false, faults: [{ file: name, line: 1, says: unusable }] };
  return parseYaml(source, schema, name);
}

/** What no line of it could tell: nothing is written there, or it is no text that can be read. */
function whyUnusable(source: string): string | null {
  if (source.trim() === '') return 'nothing is written in it';
  const isText = !source.includes('\u0000') && !source.includes('\uFFFD');
  return isText ? null : 'is no text in UTF-8: save it as UTF-8 and name it again';
}

/** As `readYaml`, for text already in hand. */
export function parseYaml<T>(source: string, schema: ZodType<T>, name: string): Read<T> {
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines, uniqueKeys: true });
  if (document.errors.length > 0) {
    const faults = document.errors.map((error) => ({
      file: name,
      line: lines.linePos(error.pos[0]).line,
      says: firstLine(error.message),
    }));
    return { ok: false, faults };
  }
  const unknown = unknownAliases(document, lines, name);
  if (unknown.length > 0) return { ok: false, faults: unknown };
  const lineOf = (path: readonly PropertyKey[]): number => lineAt(document, lines, path);
  const checked = schema.safeParse(document.toJS());
  if (checked.success) return { ok: true, value: checked.data, lineOf };
  const faults = checked.error.issues.map((issue) => ({
    file: name,
    line: lineOf(issue.path),
    says: issue.path.length > 0 ? `${issue.path.join('.')}: ${sayIssue(issue)}` : sayIssue(issue),
  }));
  return { ok: false, faults };
}

/** Every `*name` for which no `&name` stands before it in the file: reading such a document would throw. */
function unknownAliases(document: Document, lines: LineCounter, file: string): readonly Fault[] {
  const faults: Fault[] = [];
  visit(document, {
    Alias(_key, alias) {
      if (alias.resolve(document) !== undefined) return;
      const line = lines.linePos(alias.range?.[0] ?? 0).line;
      faults.push({
        file,
        line,
        says: `*${alias.source} stands for nothing: write &${alias.source} before it in this file`,
      });
    },
  });
  return faults;
}

/** Gives the line of a path in YAML or JSON that can be parsed, for faults that another reader has found; read only then. */
export function linesIn(source: string): (path: readonly PropertyKey[]) => number {
  const lines = new LineCounter();
  let document: Document | undefined;
  return (path) => lineAt((document ??= parseDocument(source, { lineCounter: lines })), lines, path);
}

/** The line of the deepest node of `path` that exists: a missing key is reported where its parent stands. */
function lineAt(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number {
  for (let depth = path.length; depth >= 0; depth -= 1) {
    const node = document.getIn(path.slice(0, depth), true) as { range?: readonly number[] } | null | undefined;
    const start = node?.range?.[0];
    if (start !== undefined) return lines.linePos(start).line;
  }
  return 1;
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0] ?? message;
}

/** Faults as an author reads them: `file:line: what is wrong`. */
export function printFaults(faults: readonly Fault[]): string {
  return faults.map((fault) => `${fault.file}:${fault.line}: ${fault.says}`).join('\n');
}
