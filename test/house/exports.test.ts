import ts from 'typescript';

import { filesUnder, parse, typescriptUnder, type Source } from './sources';

/** Every word of every file that could name what another exports; pages take theirs from a whole module. */
const wordsIn = new Map(
  filesUnder('src', 'dialogs', 'script', 'test/**/*.ts')
    .filter(({ path }) => /\.(ts|mjs|cjs|njk)$/.test(path))
    .map(({ path, text }) => [path, new Set(text.match(/[\w$]+/g))]),
);

test('what a file exports, another one uses', () => {
  // The lists of the vocabulary are its nouns as much as the types made of them.
  const others = typescriptUnder('src', 'dialogs').filter(({ path }) => !path.startsWith('src/vocabulary/'));
  const unused = others.flatMap((source) =>
    valuesOf(source)
      .filter((name) => ![...wordsIn].some(([path, words]) => path !== source.path && words.has(name)))
      .map((name) => `${source.path} ${name}`),
  );
  expect(unused).toEqual([]);
});

/** Functions, classes and constants that are exported where they are made. A type may be, so that its owner can be read. */
function valuesOf(source: Source): readonly string[] {
  return parse(source).statements.flatMap((one) => {
    const isExported = ts.canHaveModifiers(one) && ts.getModifiers(one)?.some(isExport);
    if (!isExported) return [];
    if (ts.isVariableStatement(one)) {
      return one.declarationList.declarations.flatMap(({ name }) => (ts.isIdentifier(name) ? [name.text] : []));
    }
    return (ts.isFunctionDeclaration(one) || ts.isClassDeclaration(one)) && one.name ? [one.name.text] : [];
  });
}

function isExport({ kind }: ts.ModifierLike): boolean {
  return kind === ts.SyntaxKind.ExportKeyword;
}
