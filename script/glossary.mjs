/**
 * Writes docs/glossary.md: every noun of src/vocabulary/ with what its own comment says, so that a word has one
 * meaning and one place. With --check it writes nothing and fails when the page is not what it would write.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const folder = fileURLToPath(new URL('../src/vocabulary/', import.meta.url));
const page = fileURLToPath(new URL('../docs/glossary.md', import.meta.url));

const HEAD = `# Glossary

The nouns of the house, from the comments of \`src/vocabulary/\`. Do not edit: \`node script/glossary.mjs\` writes it.
Words we do not use, and what we say instead: user (young person, practitioner), client (young person), ticket, alert and
incident (concern), policy (pathway), agent (practitioner), priority (level).
`;

function glossary() {
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && name !== 'index.ts');
  return `${HEAD}${files.map(chapter).join('')}`;
}

function chapter(name) {
  const file = ts.createSourceFile(name, readFileSync(folder + name, 'utf8'), ts.ScriptTarget.ES2023, true);
  const nouns = file.statements.flatMap(nounsOf).filter(({ says }) => says !== '');
  if (nouns.length === 0) return '';
  return `\n## ${name.replace('.ts', '')}\n\n${nouns.map(({ noun, says }) => `- **${noun}**: ${says}\n`).join('')}`;
}

/** Exported types, and closed lists; functions explain themselves where they are called. */
function nounsOf(statement) {
  const exported =
    ts.canHaveModifiers(statement) &&
    ts.getModifiers(statement)?.some((one) => one.kind === ts.SyntaxKind.ExportKeyword);
  if (!exported) return [];
  if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) {
    return [{ noun: inWords(statement.name.text), says: commentOf(statement) }];
  }
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations
      .map((one) => ({ noun: inWords(one.name.getText()), says: commentOf(statement), members: membersOf(one) }))
      .filter(({ members }) => members !== '')
      .map(({ noun, says, members }) => ({ noun, says: says === '' ? '' : `${says}${members}` }));
  }
  return [];
}

/** "CheckInAnswer" → "check-in answer", "EVENT_NAMES" → "event names". */
function inWords(name) {
  return name
    .replace(/(?<=[a-z])(?=[A-Z])|_/g, ' ')
    .toLowerCase()
    .replace('check in', 'check-in');
}

/** The members of a closed list, each as the code writes it. */
function membersOf({ initializer }) {
  const list = initializer && ts.isAsExpression(initializer) ? initializer.expression : initializer;
  if (!list || !ts.isArrayLiteralExpression(list)) return '';
  return ` ${list.elements.map((element) => `\`${element.text}\``).join(', ')}.`;
}

/** The comment as one paragraph; its list items follow one another in the same line. */
function commentOf(statement) {
  const doc = ts.getJSDocCommentsAndTags(statement).filter(ts.isJSDoc).at(-1);
  return (ts.getTextOfJSDocComment(doc?.comment) ?? '')
    .split('\n')
    .map((line) => line.trim().replace(/^- /, ''))
    .join(' ')
    .trim();
}

if (process.argv.includes('--check')) {
  if (readFileSync(page, 'utf8') !== glossary()) {
    process.stderr.write('docs/glossary.md is not what the vocabulary says. Run: node script/glossary.mjs\n');
    process.exitCode = 1;
  }
} else {
  writeFileSync(page, glossary());
}
