import ts from 'typescript';

import { LONGEST } from '../../script/lib/longestFirst.cjs';
import { filesUnder, lineOf, parse, typescriptUnder, walk } from './sources';

/** Other people's messages are kept as they wrote them, kisses and all. */
const OTHERS_WORDS = 'test/labelled/public/';
const written = filesUnder('src', 'dialogs', 'script', 'test', 'templates', 'escalation-rules').filter(
  ({ path }) => path !== 'test/house/leftovers.test.ts' && !path.startsWith(OTHERS_WORDS),
);

const find = (pattern: RegExp, files = written) =>
  files.flatMap(({ path, text }) =>
    text
      .split('\n')
      .flatMap((line, at) => (pattern.test(line) ? [`${path}:${at + 1} ${line.trim().slice(0, 80)}`] : [])),
  );

describe('nothing is left lying about', () => {
  test('no note of work still to be done', () => {
    expect(find(/\b(TODO|FIXME|XXX|HACK)\b/)).toEqual([]);
  });

  test('no silenced check without its reason', () => {
    expect(find(/eslint-disable(?!.* -- \S)|@ts-(ignore|nocheck)|@ts-expect-error(?! \S)/)).toEqual([]);
  });

  test('no path of one particular machine', () => {
    expect(find(/(?<![\w.])\/(home|root|Users)\/\w/)).toEqual([]);
  });

  test('no code that has been commented out', () => {
    expect(find(/^\s*\/\/\s*(import .* from|const \w+ =|await \w+\(|return \w+;|if \(.*\) \{|\w+\(.*\);)/)).toEqual([]);
  });
});

describe('no test is left out', () => {
  test('every file of tests that is to begin first is there', () => {
    const there = new Set(filesUnder('test').map(({ path }) => path));
    expect(LONGEST.filter((name) => !there.has(`test/${name}.test.ts`))).toEqual([]);
  });

  /** Leaves out a suite whose server is missing; `script/test` counts it and says what is missing. */
  const MAY_SKIP = ['test/harness/servers.ts'];
  const LEAVES_OUT = /^(x(it|test|describe)|fit|fdescribe)$|\.(skip|only|todo|failing)\b/;

  test('nor runs alone, nor is expected to fail', () => {
    const left = typescriptUnder('test').filter(({ path }) => !MAY_SKIP.includes(path));
    expect(left.flatMap((source) => callsLeavingOut(source))).toEqual([]);
  });

  function callsLeavingOut(source: Parameters<typeof parse>[0]): string[] {
    const file = parse(source);
    const found: string[] = [];
    walk(file, (node) => {
      if (!ts.isCallExpression(node)) return;
      const called = node.expression.getText(file);
      const isTest = /^(x?it|x?test|x?describe|fit|fdescribe)\b/.test(called);
      if (isTest && LEAVES_OUT.test(called)) found.push(`${source.path}:${lineOf(file, node)} ${called}`);
    });
    return found;
  }
});

describe('every person and number is invented', () => {
  const MAY_BE_REAL = [
    /^(templates|escalation-rules\/contacts)\//, // published help lines, dated and checked where they stand
    /^test\/channels\/sms\/verify\.test\.ts$/, // the carrier's own published example of a signature
  ];
  const DRAMA = [/^447700900\d{3}$/, /^441632960\d{3}$/];
  const NUMBER = /(?<![\w.-])(?:\+\d[\d ]{8,16}\d|0[127]\d(?:[ ]?\d){8,9})(?![\w$-])/g;

  test('phone numbers come only from the ranges kept for drama', () => {
    const found = written
      .filter(({ path }) => !MAY_BE_REAL.some((place) => place.test(path)))
      .flatMap(({ path, text }) =>
        [...text.matchAll(NUMBER)]
          .map(([number]) => number)
          .filter((number) => !isDrama(number))
          .map((number) => `${path} ${number}`),
      );
    expect(found).toEqual([]);
  });

  function isDrama(number: string): boolean {
    const digits = number.replace(/\D/g, '').replace(/^0(?!0)/, '44');
    return DRAMA.some((range) => range.test(digits));
  }
});
