import { hashWords, newSalt } from '../../keys';

/**
 * Hashes of the words one transaction wrote or read, by the id of their row. An event of the same transaction that names
 * such a row carries the hash: so the chain proves words it does not hold.
 */
export interface FreshWords {
  /** Hashes words about to be written; gives the salt to keep beside them: the old one while the words are the same. */
  note(id: string, words: string): string;
  /** Words as they were read, so that writing the row again leaves its salt alone. Null: shredded. */
  seen(id: string, words: string, salt: string | null): void;
  hasSeen(id: string): boolean;
  hashFor(id: string): string | undefined;
}

/** For one transaction: nothing is known yet. */
export function freshWords(): FreshWords {
  const known = new Map<string, { readonly words: string; readonly salt: string }>();
  const fresh = new Set<string>();
  return {
    note(id, words) {
      const before = known.get(id);
      const salt = before?.words === words ? before.salt : newSalt();
      known.set(id, { words, salt });
      fresh.add(id);
      return salt;
    },
    seen(id, words, salt) {
      if (salt !== null) known.set(id, { words, salt });
    },
    hasSeen: (id) => known.has(id),
    hashFor(id) {
      const row = fresh.has(id) ? known.get(id) : undefined;
      return row && hashWords(row.salt, row.words);
    },
  };
}
