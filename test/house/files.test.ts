import { filesUnder, type Source } from './sources';

const LONGEST = 250;
const README_LONGEST = 30;
const NEEDS_README = 3;

/** Files longer than the house allows, each with why it is better whole. */
const LONG_FOR_A_REASON: Readonly<Record<string, string>> = {};

const written = filesUnder('src', 'dialogs', 'script').filter(({ path }) =>
  /\.(ts|mjs|cjs|js|sql|njk|css|html|sh)$/.test(path),
);
const lines = (text: string) => text.replace(/\n$/, '').split('\n').length;

describe('a file holds one idea', () => {
  test(`no file is longer than ${LONGEST} lines without a reason`, () => {
    const long = written.filter(({ path, text }) => lines(text) > LONGEST && !(path in LONG_FOR_A_REASON));
    expect(long.map(({ path, text }) => `${path} has ${lines(text)} lines`)).toEqual([]);
  });

  test('every reason is still needed', () => {
    const long = new Set(written.filter(({ text }) => lines(text) > LONGEST).map(({ path }) => path));
    expect(Object.keys(LONG_FOR_A_REASON).filter((path) => !long.has(path))).toEqual([]);
  });
});

describe('a room says what it is for', () => {
  const rooms = roomFolders();

  test(`a room of more than ${NEEDS_README} files has a README`, () => {
    const silent = rooms.filter(([room, files]) => countOthers(files) > NEEDS_README && !readmeOf(room, files));
    expect(silent.map(([room]) => room)).toEqual([]);
  });

  test(`no README of a room is longer than ${README_LONGEST} lines`, () => {
    const long = rooms.filter(([room, files]) => lines(readmeOf(room, files)?.text ?? '') > README_LONGEST);
    expect(long.map(([room]) => room)).toEqual([]);
  });

  test('every README of a room says what the room must never do', () => {
    const silent = rooms.flatMap(([room, files]) =>
      files.filter(({ path, text }) => path === `${room}/README.md` && !/\b(never|no|nothing|not)\b/i.test(text)),
    );
    expect(silent.map(({ path }) => path)).toEqual([]);
  });
});

function readmeOf(room: string, files: readonly Source[]): Source | undefined {
  return files.find(({ path }) => path === `${room}/README.md`);
}

function countOthers(files: readonly Source[]): number {
  return files.filter(({ path }) => !path.endsWith('README.md')).length;
}

/** Every room with its files, however deep. Each channel is a room; `acts` and the like are one. */
function roomFolders() {
  const names = new Map<string, Source[]>();
  for (const file of filesUnder('src', 'dialogs', 'script')) {
    const parts = file.path.split('/');
    const depth = parts[0] !== 'src' ? 1 : parts[1] === 'channels' ? 3 : 2;
    if (parts.length <= depth) continue;
    const room = parts.slice(0, depth).join('/');
    names.set(room, [...(names.get(room) ?? []), file]);
  }
  return [...names];
}
