/**
 * Lays the disclosure rules out once, so that a tool need not do so at each start: most of a second was spent on it.
 * What is kept names the rules and the engine it was made of, so that it can never be stale. Rules with a fault are
 * left to the tool that reads them, which says what is wrong.
 */
import { existsSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const RULES = 'escalation-rules/disclosures';
const ENGINE = 'src/safeguarding';
const KEPT = 'dist/layout.bin';

/** Makes `dist/layout.bin` anew when a rule or the engine is newer than it. Returns whether it did. */
export function layOutRules(root) {
  if (!existsSync(join(root, RULES)) || !existsSync(join(root, ENGINE))) return false;
  const target = join(root, KEPT);
  const madeAt = statSync(target, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (newest(join(root, RULES)) < madeAt && newest(join(root, ENGINE)) < madeAt) return false;
  const built = (path) => createRequire(import.meta.url)(join(root, 'dist/src', path));
  const read = built('authored/rules.js').readDisclosureRules(join(root, RULES));
  if (!read.ok) return false;
  const { engineHash, keepLayout } = built('authored/layoutBefore.js');
  const engines = [engineHash(join(root, ENGINE), '.ts'), engineHash(join(root, 'dist', ENGINE), '.js')];
  const layout = built('safeguarding/makeLayout.js').makeLayout(read.rules);
  const unfinished = `${target}.${process.pid}`;
  writeFileSync(unfinished, keepLayout(read.rules.version, engines, layout));
  renameSync(unfinished, target);
  return true;
}

function newest(folder) {
  const files = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile());
  return Math.max(...files.map((entry) => statSync(join(entry.parentPath ?? entry.path, entry.name)).mtimeMs));
}
