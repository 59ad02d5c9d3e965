/**
 * Performs the steps of the Dockerfile in a folder of their own, since no container engine runs where the tests do.
 * It knows the instructions the file uses, and throws at any other, so that a new one is thought about here too.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, realpathSync, statSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const ROOT = join(__dirname, '../..');

export interface Image {
  /** Where the last stage stands: what the container would have as its working folder. */
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  readonly command: readonly string[];
  readonly healthCheck: readonly string[];
  readonly runsAs: string;
}

interface Stage {
  readonly root: string;
  workdir: string;
}

/** `into` must be an empty folder; each stage gets one inside it. */
export function performDockerfile(into: string): Image {
  const context = join(into, 'context');
  gatherContext(context);
  const stages = new Map<string, Stage>();
  const made = {
    env: {} as Record<string, string>,
    command: [] as string[],
    healthCheck: [] as string[],
    runsAs: 'root',
  };
  let stage: Stage = { root: '', workdir: '/' };
  const inside = (path: string, of = stage) => join(of.root, path.startsWith('/') ? path : join(of.workdir, path));

  const perform: Readonly<Record<string, (rest: string) => void>> = {
    FROM: (rest) => {
      stage = { root: join(into, `stage-${stages.size}`), workdir: '/' };
      stages.set(/ AS (\w+)$/.exec(rest)?.[1] ?? 'last', stage);
    },
    WORKDIR: (rest) => {
      stage.workdir = rest;
      mkdirSync(inside('.'), { recursive: true });
    },
    COPY: (rest) => {
      const words = rest.split(/\s+/);
      const from = /^--from=(\w+)$/.exec(words[0] ?? '')?.[1];
      const sources = from === undefined ? words : words.slice(1);
      const target = sources.pop() ?? '';
      for (const source of sources) {
        const found = from === undefined ? join(context, source) : inside(source, stages.get(from));
        copyTo(found, inside(target), target.endsWith('/'));
      }
    },
    RUN: (rest) => (rest === 'npm ci' && isInstalledHere() ? linkPackages(inside('.')) : run(rest, inside('.'))),
    ENV: (rest) => {
      const [name = '', value = ''] = rest.split('=');
      made.env[name] = value;
    },
    USER: (rest) => void (made.runsAs = rest),
    CMD: (rest) => void (made.command = JSON.parse(rest) as string[]),
    HEALTHCHECK: (rest) => void (made.healthCheck = JSON.parse(rest.replace(/^.*? CMD /, '')) as string[]),
    VOLUME: () => {},
    EXPOSE: () => {},
  };

  for (const { instruction, rest } of readDockerfile()) {
    const step = perform[instruction];
    if (!step) throw new Error(`This test does not know how to perform ${instruction} of the Dockerfile.`);
    step(rest);
  }
  return { folder: inside('.'), ...made };
}

function readDockerfile() {
  return readFileSync(join(ROOT, 'Dockerfile'), 'utf8')
    .replace(/^#.*\n/gm, '')
    .replace(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [, instruction = '', rest = ''] = /^(\w+)\s+(.*)$/.exec(line) ?? [];
      return { instruction, rest };
    });
}

/** What `docker build` would send: the files git knows or would take in, where .dockerignore lets them through. */
function gatherContext(context: string): void {
  const ignore = readFileSync(join(ROOT, '.dockerignore'), 'utf8')
    .split('\n')
    .filter((line) => /^[^#\s]/.test(line));
  const [everything, ...kept] = ignore;
  if (everything !== '*' || kept.some((line) => !line.startsWith('!'))) {
    throw new Error('This test reads a .dockerignore that leaves out everything (*) but what it names (!name).');
  }
  const argv = [
    'ls-files',
    '-z',
    '--cached',
    '--others',
    '--exclude-standard',
    '--',
    ...kept.map((line) => line.slice(1)),
  ];
  const files = execFileSync('git', argv, { cwd: ROOT, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  for (const path of files.split('\0').filter((path) => path !== '' && existsSync(join(ROOT, path)))) {
    copyTo(join(ROOT, path), join(context, path), false);
  }
}

/** As COPY does: a folder's content goes into the target, a file becomes it, or goes in when it ends in a slash. */
function copyTo(source: string, target: string, intoFolder: boolean): void {
  const to = intoFolder && statSync(source).isFile() ? join(target, basename(source)) : target;
  mkdirSync(dirname(to), { recursive: true });
  cpSync(source, to, { recursive: true, verbatimSymlinks: true });
}

/**
 * True when this checkout's packages are what `npm ci` makes of its lock file: script/test installed them so, and
 * doing it a second time would take a minute. What goes into the image is installed in earnest.
 */
function isInstalledHere(): boolean {
  const stamp = join(ROOT, 'node_modules/.installed-from.json');
  return existsSync(stamp) && readFileSync(stamp).equals(readFileSync(join(ROOT, 'package-lock.json')));
}

function linkPackages(folder: string): void {
  symlinkSync(realpathSync(join(ROOT, 'node_modules')), join(folder, 'node_modules'));
}

function run(command: string, cwd: string): void {
  // What npm has fetched before it does not ask for again: the lock file says what each package must be.
  const env = { ...process.env, npm_config_prefer_offline: 'true', npm_config_audit: 'false' };
  const done = spawnSync('sh', ['-c', command], { cwd, env, encoding: 'utf8', timeout: 300_000 });
  if (done.status !== 0) throw new Error(`RUN ${command} failed:\n${done.stdout}\n${done.stderr}`);
}
