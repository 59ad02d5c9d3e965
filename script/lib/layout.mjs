/**
 * Lays the disclosure rules out once, so that a tool need not do so at each start: most of a second was spent on it.
 * What is kept names the rules and the engine it was made of, so that it can never be stale. Rules with a fault are
 * left to the tool that reads them, which says what is wrong.
 */
import { existsSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { madeAt, newest } from './ages.mjs';

const RULES = 'escalation-rules/disclosures';
const ENGINE = 'src/safeguarding';
const MAKERS = 'script/lib';
/** How it is written down. */
const FORM = ['asText', 'layoutBefore', 'packVariants', 'fileMark'].map((name) => `src/authored/${name}.ts`);
const KEPT = 'dist/layout.bin';

/** Makes `dist/layout.bin` anew when a rule or the engine is newer than it. Returns whether it did. */
export function layOutRules(root) {
  const sources = [RULES, ENGINE, MAKERS].map((path) => join(root, path));
  if (!sources.every((path) => existsSync(path))) return false;
  const target = join(root, KEPT);
  const changedAt = [...sources.map(newest), ...FORM.map((path) => madeAt(join(root, path)))];
  if (changedAt.every((at) => at < madeAt(target))) return false;
  const built = (path) => createRequire(import.meta.url)(join(root, 'dist/src', path));
  const read = built('authored/rules.js').readDisclosureRules(join(root, RULES));
  if (!read.ok) return false;
  const { keepLayout, markEngine } = built('authored/layoutBefore.js');
  const engines = [markEngine(join(root, ENGINE), '.ts'), markEngine(join(root, 'dist', ENGINE), '.js')];
  const layout = built('safeguarding/patterns/makeLayout.js').makeLayout(read.rules);
  const unfinished = `${target}.${process.pid}`;
  writeFileSync(unfinished, keepLayout(read.rules.version, engines, layout));
  renameSync(unfinished, target);
  return true;
}
