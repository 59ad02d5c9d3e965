import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder that holds `package.json`, `templates/` and `escalation-rules/`, from `src/` and from `dist/` alike. */
export function projectRoot(): string {
  let folder = __dirname;
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder)
      throw new Error('package.json is nowhere above the code: start the service from its own folder');
    folder = parent;
  }
  return folder;
}
