import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import ts from 'typescript';

import { parse, ROOT, typescriptUnder } from './sources';

test('the glossary says what the vocabulary says of itself', () => {
  const checked = spawnSync(process.execPath, [join(ROOT, 'script/glossary.mjs'), '--check'], { encoding: 'utf8' });
  expect(checked).toMatchObject({ status: 0, stderr: '' });
});

test('every noun of the vocabulary says what it means, but for plain ids', () => {
  const silent = typescriptUnder('src/vocabulary').flatMap((source) =>
    parse(source)
      .statements.filter((one) => ts.isInterfaceDeclaration(one) || ts.isTypeAliasDeclaration(one))
      .filter(
        (noun) =>
          !noun.name.text.endsWith('Id') && !isNameOfList(noun) && ts.getJSDocCommentsAndTags(noun).length === 0,
      )
      .map((noun) => `${source.path} ${noun.name.text}`),
  );
  expect(silent).toEqual([]);
});

/** `type Role = (typeof ROLES)[number]`: the list above it has the comment. */
function isNameOfList(noun: ts.InterfaceDeclaration | ts.TypeAliasDeclaration): boolean {
  return ts.isTypeAliasDeclaration(noun) && ts.isIndexedAccessTypeNode(noun.type);
}
