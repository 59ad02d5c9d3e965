import { importsOf, typescriptUnder } from '../house/sources';

const sources = new Map(typescriptUnder('src', 'dialogs').map((source) => [source.path, source]));

/** Every file that runs when this one does. */
function runsWith(path: string, found = new Set<string>()): ReadonlySet<string> {
  const source = sources.get(path);
  if (!source || found.has(path)) return found;
  found.add(path);
  for (const { target, typeOnly } of importsOf(source)) {
    if (!typeOnly) [`${target}.ts`, `${target}/index.ts`].forEach((next) => runsWith(next, found));
  }
  return found;
}

const WATCHED = /^(dialogs|src\/(acts|escalation|rota|jobs|conversation|wording|safeguarding|authored|channels))\//;

test.each(['src/auditor.ts', 'src/watcher.ts'])('%s runs none of the code it watches', (entry) => {
  const files = [...runsWith(entry)];
  expect(files.length).toBeGreaterThan(5);
  expect(files.filter((path) => WATCHED.test(path))).toEqual([]);
});

test('the watcher needs no record either', () => {
  expect([...runsWith('src/watcher.ts')].filter((path) => /^src\/(record|app)\//.test(path))).toEqual([]);
});
