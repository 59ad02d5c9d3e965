import type { Instant } from '../../vocabulary';
import { json, type Db } from '../db';

export type AuthoredFolder = 'templates' | 'escalation-rules';
/** Path below the folder → text of the file. */
export type AuthoredFiles = Readonly<Record<string, string>>;

/** The last whole and approved state of what people wrote, for a live start that finds worse on its disk. */
export function authoredCopies(db: Db) {
  return {
    async last(folder: AuthoredFolder): Promise<{ readonly version: string; readonly files: AuthoredFiles } | null> {
      return db.one<{ version: string; files: AuthoredFiles }>(
        'select version, files from authored_copies where folder = $1',
        [folder],
      );
    },

    async keep(folder: AuthoredFolder, version: string, files: AuthoredFiles, at: Instant): Promise<void> {
      await db.all(
        `insert into authored_copies (folder, version, kept_at, files) values ($1, $2, $3, $4)
         on conflict (folder) do update set version = excluded.version, kept_at = excluded.kept_at, files = excluded.files
         where authored_copies.version <> excluded.version`,
        [folder, version, at, json(files)],
      );
    },
  };
}
