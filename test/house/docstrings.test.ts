import ts from 'typescript';

import { lineOf, parse, typescriptUnder, type Source } from './sources';

test('whatever function or class a file gives to others says what it means', () => {
  expect(typescriptUnder('src', 'dialogs').flatMap(silentIn)).toEqual([]);
});

/** Names without a word above them. */
function silentIn(source: Source): readonly string[] {
  const file = parse(source);
  return file.statements.flatMap((one) => {
    const isNamed = (ts.isFunctionDeclaration(one) || ts.isClassDeclaration(one)) && one.name !== undefined;
    const isExported = isNamed && ts.getModifiers(one)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    if (!isExported || ts.getJSDocCommentsAndTags(one).length > 0) return [];
    return [`${source.path}:${lineOf(file, one)} ${one.name?.text}`];
  });
}
