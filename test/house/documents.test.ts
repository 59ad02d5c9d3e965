import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

import { filesUnder, pathsUnder, ROOT, type Source } from './sources';

/** What people read to find their way; the labelled messages describe themselves. */
const documents = filesUnder('*.md').filter(({ path }) => !path.startsWith('test/'));
/** Every file and folder of the house, with a slash before it, so that `frames/` is found wherever it lies. */
const places = [...new Set(pathsUnder('.').flatMap(withFolders))].map((place) => `/${place}`);
/** Made by a build or a start; and what is no file of ours. */
const NOT_OURS = /^(dist|data|node_modules)\//;

describe('what a document points to is there', () => {
  test('every link leads to a file or folder', () => {
    expect(
      documents.flatMap((document) => linksOf(document).filter((link) => !leadsSomewhere(document, link))),
    ).toEqual([]);
  });

  test('every path that is named exists', () => {
    const lost = documents.flatMap((document) =>
      pathsOf(document)
        .filter((place) => !NOT_OURS.test(place) && !isThere(place))
        .map((place) => `${document.path} names ${place}`),
    );
    expect(lost).toEqual([]);
  });

  test('every npm command is one of package.json', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      readonly scripts: Readonly<Record<string, string>>;
    };
    const named = documents.flatMap(({ path, text }) =>
      [...text.matchAll(/npm run (?:-s )?(?!-)([\w:-]+)/g)].map(([, name = '']) => ({ path, name })),
    );
    expect(named.filter(({ name }) => !(name in scripts))).toEqual([]);
    expect(named.length).toBeGreaterThan(0);
  });
});

function linksOf({ text }: Source): readonly string[] {
  return [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, link = '']) => link);
}

function leadsSomewhere({ path }: Source, link: string): boolean {
  return existsSync(join(ROOT, posix.dirname(path), link));
}

/** Words in code type that look like a file (an ending we use) or a folder (a slash at the end). */
function pathsOf({ text }: Source): readonly string[] {
  const named = text.matchAll(/`([\w.-]+(?:\/[\w.-]+)*(?:\/|\.(?:ts|mjs|cjs|yaml|md|sql|njk)))`/g);
  return [...named].map(([, place = '']) => place);
}

function isThere(place: string): boolean {
  return places.some((one) => one.endsWith(`/${place}`));
}

/** "src/app/index.ts" → "src/", "src/app/", "src/app/index.ts". */
function withFolders(path: string): readonly string[] {
  const folders = path.split('/').slice(0, -1);
  return [...folders.map((_, depth) => `${folders.slice(0, depth + 1).join('/')}/`), path];
}
