import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';

import { ANYWHERE, FLOORS, roomOf, tableOf, type Room } from './rooms';
import { importsOf, ROOT, typescriptUnder, type Import } from './sources';

const imports = typescriptUnder('src', 'dialogs').flatMap(importsOf);

describe('the arrows between rooms go one way', () => {
  test('every file stands in a room of the table', () => {
    const homeless = typescriptUnder('src', 'dialogs').filter(
      ({ path }) => tableOf(roomOf(path) ?? '', path) === undefined,
    );
    expect(homeless.map(({ path }) => path)).toEqual([]);
  });

  test('no file imports a room, a package or a builtin that the table does not give it', () => {
    expect(imports.flatMap(faultOf)).toEqual([]);
  });

  test("every package that is imported is a dependency by its own name, not somebody else's", () => {
    const packages = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Record<string, object>;
    const ours = new Set(Object.keys({ ...packages.dependencies }));
    const found = imports.filter(({ target }) => roomOf(target) === null && !isBuiltin(target) && !ours.has(target));
    expect(found.filter((one) => !isStandIn(one)).map(({ from, target }) => `${from} imports ${target}`)).toEqual([]);
  });

  test.each(Object.entries(FLOORS))('inside %s no part imports one above it', (room, floors) => {
    const floorOf = (path: string) => {
      const [part = '', inner] = path.slice(room.length + 1).split('/');
      if (inner !== undefined || floors.includes(part)) return floors.indexOf(part);
      return part === '' || part.startsWith('index') ? floors.length : -1;
    };
    const isInside = (path: string) => path === room || path.startsWith(`${room}/`);
    const inside = imports.filter(({ from, target }) => isInside(from) && isInside(target));
    const upward = inside.filter(({ from, target }) => floorOf(target) > floorOf(from));
    expect(upward.map(({ from, line, target }) => `${from}:${line} imports ${target}`)).toEqual([]);
    const inner = (path: string) =>
      path
        .slice(room.length + 1)
        .split('/')
        .slice(0, -1);
    const parts = new Set(typescriptUnder(room).flatMap(({ path }) => inner(path)));
    expect([...parts].sort()).toEqual([...floors].sort());
  });

  test('no file is imported in a circle', () => {
    expect(circles()).toEqual([]);
  });
});

/** The stand-in carrier never runs in production, where packages for development are not installed. */
function isStandIn({ from, target }: Import): boolean {
  return roomOf(from) === 'practice' && target === 'smtp-server';
}

/** One line naming the file, or none. */
function faultOf(found: Import): string[] {
  const table = tableOf(roomOf(found.from) ?? '', found.from);
  if (!table || isAllowed(found, table)) return [];
  return [`${found.from}:${found.line} may not import ${found.typeOnly ? 'types of ' : ''}${found.target}`];
}

function isAllowed({ from, target, typeOnly }: Import, table: Room): boolean {
  const room = roomOf(target);
  if (room !== null) return room === roomOf(from) || isAllowedRoom(target, room, typeOnly, table);
  if (isBuiltin(target)) return !table.pure;
  return ANYWHERE.includes(target) || table.packages.includes(target);
}

function isAllowedRoom(target: string, room: string, typeOnly: boolean, table: Room): boolean {
  if (table.rooms.includes(room)) return true;
  return table.rooms.some((allowed) => {
    const [part, types] = allowed.split(' ');
    if (!part?.includes('/') || (types !== undefined && !typeOnly)) return false;
    return target === `src/${part}` || target.startsWith(`src/${part}/`);
  });
}

function isBuiltin(target: string): boolean {
  return target.startsWith('node:') || builtinModules.includes(target);
}

/** Circles of imports, of types too, each as its path. */
function circles(): string[] {
  const files = new Set(typescriptUnder('src', 'dialogs').map(({ path }) => path));
  const fileOf = (target: string) => [`${target}.ts`, `${target}/index.ts`].find((path) => files.has(path));
  const next = new Map<string, string[]>();
  for (const { from, target } of imports) {
    const to = fileOf(target);
    if (to !== undefined) next.set(from, [...(next.get(from) ?? []), to]);
  }
  const found: string[] = [];
  const done = new Set<string>();
  const follow = (file: string, trail: readonly string[]) => {
    if (trail.includes(file)) {
      found.push([...trail.slice(trail.indexOf(file)), file].join(' -> '));
    } else if (!done.has(file)) {
      (next.get(file) ?? []).forEach((to) => follow(to, [...trail, file]));
      done.add(file);
    }
  };
  files.forEach((file) => follow(file, []));
  return found;
}
