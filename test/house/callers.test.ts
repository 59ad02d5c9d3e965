import ts from 'typescript';

import { filesUnder, parse, typescriptUnder, walk, type Source } from './sources';

/** The rooms that say something to somebody; what stands anywhere else is the name of another thing. */
const SPEAKS = ['dialogs', 'src/acts', 'src/escalation', 'src/wording', 'src/channels/voice'] as const;

/** The names one file says: whole ones, and ones with a hole that it also fills: `heading-${one}` is ["heading-", ""]. */
interface Said {
  readonly whole: ReadonlySet<string>;
  readonly withHole: readonly (readonly [string, string])[];
}

function readNames(source: Source): Said {
  const whole = new Set<string>();
  const withHole: [string, string][] = [];
  walk(parse(source), (node) => {
    if (ts.isStringLiteralLike(node) && !onlyCompares(node)) whole.add(node.text);
    if (ts.isTemplateExpression(node) && node.templateSpans.length === 1) {
      withHole.push([node.head.text, node.templateSpans[0]?.literal.text ?? '']);
    }
  });
  return { whole, withHole };
}

/** A type, a case or a comparison says nothing to anybody. */
function onlyCompares({ parent }: ts.Node): boolean {
  const compares = ts.isBinaryExpression(parent) && /^[=!]==$/.test(parent.operatorToken.getText());
  return compares || ts.isLiteralTypeNode(parent) || ts.isCaseClause(parent);
}

function isSaidBy({ whole, withHole }: Said, id: string): boolean {
  const fills = ([head, tail]: readonly [string, string]) =>
    head + tail !== '' &&
    id.startsWith(head) &&
    id.endsWith(tail) &&
    whole.has(id.slice(head.length, id.length - tail.length));
  return whole.has(id) || withHole.some(fills);
}

describe('every template has a caller', () => {
  const files = typescriptUnder(...SPEAKS).map(readNames);
  const templates = filesUnder('templates')
    .map(({ path }) => /^templates\/\w+\/(?:young-person|staff)\/([\w-]+)\.yaml$/.exec(path)?.[1])
    .filter((id) => id !== undefined);

  test('wording that nobody says is approved for nothing', () => {
    expect([...new Set(templates)].filter((id) => !files.some((file) => isSaidBy(file, id)))).toEqual([]);
  });

  test('and no dialog or act says a template by a name that no file has', () => {
    const said = typescriptUnder('dialogs', 'src/acts').flatMap((source) => {
      const file = parse(source);
      const found: string[] = [];
      walk(file, (node) => {
        if (!ts.isCallExpression(node) || !/\.(?:say|sentence|fill|fillStaff)$/.test(node.expression.getText(file)))
          return;
        const [id] = node.arguments;
        if (id && ts.isStringLiteral(id) && !templates.includes(id.text))
          found.push(`${source.path} says "${id.text}"`);
      });
      return found;
    });
    expect(said).toEqual([]);
  });
});
