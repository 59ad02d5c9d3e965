import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Packages {
  wantedHere(packages: object, here: { os: string; cpu: string; libc: string }): readonly string[];
  countUnpacked(root: string, folders: readonly string[], since: number): number;
}
const load = async (): Promise<Packages> => (await import('../../script/lib/packages.mjs' as string)) as Packages;

const root = mkdtempSync(join(tmpdir(), 'install-progress-'));
afterAll(() => rmSync(root, { recursive: true }));

function folder(name: string): string {
  mkdirSync(join(root, name), { recursive: true });
  return name;
}

test('packages for other machines are not waited for', async () => {
  const { wantedHere } = await load();
  const packages = {
    '': {},
    'node_modules/a': {},
    'node_modules/a/node_modules/b': {},
    'node_modules/mac': { os: ['darwin'] },
    'node_modules/arm': { os: ['linux'], cpu: ['arm64'] },
    'node_modules/musl': { os: ['linux'], libc: ['musl'] },
  };
  const here = { os: 'linux', cpu: 'x64', libc: 'glibc' };
  expect(wantedHere(packages, here)).toEqual(['node_modules/a', 'node_modules/a/node_modules/b']);
});

test('a folder counts once its package stands in it, and not what an earlier install left', async () => {
  const { countUnpacked } = await load();
  const left = folder('node_modules/left');
  writeFileSync(join(root, left, 'package.json'), '{}');
  const folders = [left, folder('node_modules/made'), folder('node_modules/@scope/filled')];
  const since = Date.now() + 1_000;
  expect(countUnpacked(root, folders, since)).toBe(0);
  expect(countUnpacked(root, folders, since - 60_000)).toBe(1);
  writeFileSync(join(root, folders[2]!, 'package.json'), '{}');
  expect(countUnpacked(root, folders, since - 60_000)).toBe(2);
});
