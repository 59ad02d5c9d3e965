/** The house's own files, as the house tests read them. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import ts from 'typescript';

export const ROOT = join(__dirname, '../..');

export interface Source {
  /** From the root of the checkout, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** The paths of all files of the checkout that git knows or would take in, under folders or of names ("*.md"). */
export function pathsUnder(...folders: readonly string[]): readonly string[] {
  const argv = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--', ...folders];
  const listed = execFileSync('git', argv, { cwd: ROOT, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  return listed.split('\0').filter((path) => path !== '' && existsSync(join(ROOT, path)));
}

/** The same files, with what is in them. */
export function filesUnder(...folders: readonly string[]): readonly Source[] {
  return pathsUnder(...folders).map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
}

/** Every TypeScript file under the given folders. */
export function typescriptUnder(...folders: readonly string[]): readonly Source[] {
  return filesUnder(...folders).filter(({ path }) => path.endsWith('.ts'));
}

export function parse({ path, text }: Source): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true);
}

export interface Import {
  readonly from: string;
  readonly line: number;
  /** As written ("../vocabulary"). */
  readonly specifier: string;
  /** A path from the root without extension ("src/vocabulary"), or a package's or builtin's name. */
  readonly target: string;
  readonly typeOnly: boolean;
}

/** Everything a file imports, re-exports or requires. */
export function importsOf(source: Source): readonly Import[] {
  const file = parse(source);
  const found: Import[] = [];
  const keep = (node: ts.Node, specifier: string, typeOnly: boolean) =>
    found.push({
      from: source.path,
      line: lineOf(file, node),
      specifier,
      target: resolve(source.path, specifier),
      typeOnly,
    });
  walk(file, (node) => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier) {
      if (ts.isStringLiteral(node.moduleSpecifier)) keep(node, node.moduleSpecifier.text, isTypeOnly(node));
    } else if (ts.isExternalModuleReference(node) && ts.isStringLiteral(node.expression)) {
      keep(node, node.expression.text, false);
    } else if (ts.isCallExpression(node) && isLoad(node)) {
      const [specifier] = node.arguments;
      if (specifier && ts.isStringLiteral(specifier)) keep(node, specifier.text, false);
    } else if (
      ts.isImportTypeNode(node) &&
      ts.isLiteralTypeNode(node.argument) &&
      ts.isStringLiteral(node.argument.literal)
    ) {
      keep(node, node.argument.literal.text, true);
    }
  });
  return found;
}

export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  node.forEachChild((child) => walk(child, visit));
}

export function lineOf(file: ts.SourceFile, node: ts.Node): number {
  return file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
}

function isTypeOnly(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  const clause = node.importClause;
  if (!clause) return false;
  if (clause.isTypeOnly) return true;
  const named = clause.namedBindings;
  return !clause.name && !!named && ts.isNamedImports(named) && named.elements.every(({ isTypeOnly }) => isTypeOnly);
}

/** `require('x')` or `import('x')`. */
function isLoad(node: ts.CallExpression): boolean {
  return (
    node.expression.kind === ts.SyntaxKind.ImportKeyword ||
    (ts.isIdentifier(node.expression) && node.expression.text === 'require')
  );
}

function resolve(from: string, specifier: string): string {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(from), specifier).replace(/\.(ts|js|cjs|mjs)$/, '');
  const parts = specifier.replace(/^node:/, '').split('/');
  return specifier.startsWith('node:') ? specifier : parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}
