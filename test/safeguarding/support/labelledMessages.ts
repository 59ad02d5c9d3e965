import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readLabelled } from '../../../src/tools/score/labelled';

const FOLDER = join(__dirname, '../../labelled');

/** Every labelled message that is shipped, whoever wrote it, and the real everyday ones. */
export function labelledMessages() {
  const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.jsonl'));
  return readLabelled(files.sort().map((name) => join(FOLDER, name)));
}
