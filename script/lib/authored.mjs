/**
 * Parses every authored YAML file once, so that a tool need not do so at each start: two seconds of a start were
 * spent on it. The parsed values stand under the hash of their file's content, so that they can never be stale.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDERS = ['templates', 'escalation-rules', 'src/practice'];
const PARSED = 'dist/authored.json';

/** Makes `dist/authored.json` anew when an authored file is newer than it. Returns whether it did. */
export async function parseAuthored(root) {
  const files = FOLDERS.flatMap((folder) => yamlUnder(join(root, folder)));
  const target = join(root, PARSED);
  const madeAt = statSync(target, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (files.every((file) => statSync(file).mtimeMs < madeAt)) return false;
  const { parseDocument } = await import('yaml');
  const parsed = {};
  for (const file of files) {
    const source = readFileSync(file, 'utf8');
    const document = parseDocument(source, { uniqueKeys: true });
    if (document.errors.length === 0) parsed[createHash('sha256').update(source).digest('hex')] = document.toJS();
  }
  const unfinished = `${target}.${process.pid}`;
  writeFileSync(unfinished, JSON.stringify(parsed));
  renameSync(unfinished, target);
  return true;
}

function yamlUnder(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}
