import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { z } from 'zod';
import { compile } from '../safeguarding/reading/compile';
import { parsePattern } from '../safeguarding/patterns/patternLanguage';
import {
  AssertionFile,
  ConceptsFile,
  EmojiFile,
  FramesFile,
  OtherLanguagesFile,
  RulesFile,
  TextSpeakFile,
  type Assertion,
  type DisclosureRules,
  type Frame,
  type KindRule,
  type OtherLanguages,
  type Rule,
} from '../safeguarding/rules';
import { forgetSoon } from './forgetSoon';
import { layoutBefore } from './layoutBefore';
import { packRules, unpackRules } from './packRules';
import { readBefore, type Reading } from './readBefore';
import { readYaml, type Fault } from './readYaml';

export type ReadRules =
  | { readonly ok: true; readonly rules: DisclosureRules; readonly faults?: undefined }
  | { readonly ok: false; readonly faults: readonly Fault[] };

interface Gathered {
  readonly concepts: Record<string, readonly string[]>;
  readonly textSpeak: Record<string, string>;
  readonly emoji: Record<string, string>;
  otherLanguages: OtherLanguages;
  readonly frames: Frame[];
  readonly rules: KindRule[];
  readonly assertion: Assertion[];
  readonly faults: Fault[];
  /** Every pattern alone, to be asked only once it is known that something is wrong: reading them all costs time. */
  readonly checks: (() => void)[];
  /** Where each name was first given, for doubled ones and for what the compiler finds. */
  readonly places: Map<string, { file: string; lineOf: () => number }>;
}

/**
 * Reads the whole of `escalation-rules/disclosures`: the rules of each kind beside `concepts/` and `frames/`.
 * All faults come back, each with file (from `root`) and line; `version` is the hash of every file read. Whoever reads
 * rules is about to judge, so the process is made ready for that too.
 */
export function readDisclosureRules(root: string): ReadRules {
  forgetSoon();
  const read = readBefore(rulesReading, root);
  // Whoever judges by them finds them compiled, with the layout the build kept.
  if (read.ok) compile(read.rules, layoutBefore(read.rules.version));
  return read;
}

export const rulesReading: Reading<ReadRules> = {
  name: 'rules',
  filesOf,
  read: readAll,
  form: {
    pack: (read) => read.ok && packRules(read.rules),
    unpack: (kept) => ({ ok: true, rules: unpackRules(kept) }),
  },
};

function filesOf(root: string): readonly string[] {
  return [...yamlFilesOf(root), ordinaryWordsOf(root)];
}

const ordinaryWordsOf = (root: string) => join(root, 'concepts', 'ordinary-words.txt');

const yamlFilesOf = (root: string) => ['.', 'concepts', 'frames'].flatMap((folder) => yamlFiles(join(root, folder)));

function readAll(root: string): ReadRules {
  const gathered: Gathered = {
    concepts: {},
    textSpeak: {},
    emoji: {},
    otherLanguages: { readable: [], languages: {} },
    frames: [],
    rules: [],
    assertion: [],
    faults: [],
    checks: [],
    places: new Map(),
  };
  for (const file of yamlFilesOf(root)) readInto(gathered, file, relative(root, file));
  const assertion = gathered.assertion[0];
  if (assertion === undefined) gathered.faults.push({ file: 'frames/assertion.yaml', line: 1, says: 'is missing' });
  if (gathered.faults.length > 0 || assertion === undefined) return { ok: false, faults: allFaults(gathered) };

  const rules: DisclosureRules = {
    version: hashOf(filesOf(root), root),
    concepts: { 'staff-name': [], ...gathered.concepts },
    textSpeak: gathered.textSpeak,
    emoji: gathered.emoji,
    otherLanguages: gathered.otherLanguages,
    ordinaryWords: new Set(
      readFileSync(ordinaryWordsOf(root), 'utf8')
        .split('\n')
        .filter((line) => line !== '' && !line.startsWith('#')),
    ),
    frames: gathered.frames,
    assertion,
    rules: gathered.rules,
  };
  const fault = compileFault(rules, gathered.places);
  if (fault === null) return { ok: true, rules };
  const faults = allFaults(gathered);
  return { ok: false, faults: faults.length > 0 ? faults : [fault] };
}

function allFaults({ faults, checks }: Gathered): readonly Fault[] {
  checks.forEach((check) => check());
  return faults;
}

function yamlFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => join(folder, name));
}

function readInto(gathered: Gathered, file: string, name: string): void {
  if (name.startsWith('concepts')) readConcepts(gathered, file, name);
  else if (name === join('frames', 'assertion.yaml')) {
    const read = readYaml(file, AssertionFile, name);
    if (!read.ok) gathered.faults.push(...read.faults);
    else gathered.assertion.push(withoutSignature(read.value));
  } else if (name.startsWith('frames')) {
    const read = readYaml(file, FramesFile, name);
    if (!read.ok) return void gathered.faults.push(...read.faults);
    read.value.frames.forEach((frame, index) => {
      if (isNew(gathered, frame.id, name, () => read.lineOf(['frames', index]))) gathered.frames.push(frame);
      gathered.checks.push(() => {
        checkPatterns(gathered, frame, name, (path) => read.lineOf(['frames', index, ...path]));
      });
    });
  } else {
    const read = readYaml(file, RulesFile, name);
    if (!read.ok) return void gathered.faults.push(...read.faults);
    const { kind, rules } = read.value;
    rules.forEach((rule, index) => {
      const of = [...new Set([...(kind === null ? [] : [kind]), ...(rule.kinds ?? [])])];
      if (isNew(gathered, rule.id, name, () => read.lineOf(['rules', index]))) gathered.rules.push({ ...rule, of });
      gathered.checks.push(() => {
        checkPatterns(gathered, rule, name, (path) => read.lineOf(['rules', index, ...path]));
      });
    });
  }
}

function readConcepts(gathered: Gathered, file: string, name: string): void {
  if (name.endsWith('text-speak.yaml')) {
    const read = readYaml(file, TextSpeakFile, name);
    if (read.ok) Object.assign(gathered.textSpeak, read.value.textSpeak);
    else gathered.faults.push(...read.faults);
  } else if (name.endsWith('other-languages.yaml')) {
    const read = readYaml(file, OtherLanguagesFile, name);
    if (read.ok) gathered.otherLanguages = read.value;
    else gathered.faults.push(...read.faults);
  } else if (name.endsWith('emoji.yaml')) {
    const read = readYaml(file, EmojiFile, name);
    if (read.ok) Object.assign(gathered.emoji, read.value.emoji);
    else gathered.faults.push(...read.faults);
  } else {
    const read = readYaml(file, ConceptsFile, name);
    if (!read.ok) return void gathered.faults.push(...read.faults);
    for (const [concept, words] of Object.entries(read.value.concepts)) {
      if (isNew(gathered, `<${concept}>`, name, () => read.lineOf(['concepts', concept])))
        gathered.concepts[concept] = words;
    }
  }
}

/** Every pattern that cannot be read, on its own line: authors mend a file in one go. */
function checkPatterns(
  { faults }: Gathered,
  {
    certainly = [],
    patterns = [],
    unless = [],
    together = [],
    raise = [],
  }: Pick<Rule, 'certainly' | 'patterns' | 'unless' | 'together' | 'raise'>,
  file: string,
  lineOf: (path: readonly PropertyKey[]) => number,
): void {
  const check = (pattern: string, path: readonly PropertyKey[]): void => {
    try {
      parsePattern(pattern);
    } catch (error) {
      faults.push({ file, line: lineOf(path), says: (error as Error).message });
    }
  };
  certainly.forEach((pattern, index) => check(pattern, ['certainly', index]));
  patterns.forEach((pattern, index) => check(pattern, ['patterns', index]));
  unless.forEach((pattern, index) => check(pattern, ['unless', index]));
  raise.forEach((one, outer) => one.with.forEach((pattern, inner) => check(pattern, ['raise', outer, 'with', inner])));
  together.forEach((set, outer) => set.forEach((pattern, inner) => check(pattern, ['together', outer, inner])));
}

function isNew(gathered: Gathered, id: string, file: string, lineOf: () => number): boolean {
  const before = gathered.places.get(id);
  if (before === undefined) {
    gathered.places.set(id, { file, lineOf });
    return true;
  }
  gathered.faults.push({ file, line: lineOf(), says: `${id} is already in ${before.file}:${before.lineOf()}` });
  return false;
}

function withoutSignature(file: z.infer<typeof AssertionFile>): Assertion {
  const { reviewBy: _reviewBy, source: _source, reviewer: _reviewer, ...assertion } = file;
  return assertion;
}

/** What only shows when all rules meet: an unknown concept, a pattern that cannot be read. */
function compileFault(rules: DisclosureRules, places: Gathered['places']): Fault | null {
  try {
    compile(rules, layoutBefore(rules.version));
    return null;
  } catch (error) {
    const says = (error as Error).message;
    const place = places.get(says.split(':', 1)[0] ?? '');
    return { file: place?.file ?? '.', line: place?.lineOf() ?? 1, says };
  }
}

function hashOf(files: readonly string[], root: string): string {
  const hash = createHash('sha256');
  for (const file of files) hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex').slice(0, 16);
}
