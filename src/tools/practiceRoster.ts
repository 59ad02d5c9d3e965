import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../app/projectRoot';

const FILE = 'src/practice/organisation.yaml';

/** The invented organisation of practice; in an image it stands under dist/. */
export function practiceRosterFile(root = projectRoot()): string {
  const file = join(root, FILE);
  return existsSync(file) ? file : join(root, 'dist', FILE);
}
