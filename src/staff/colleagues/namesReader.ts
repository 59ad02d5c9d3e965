import { firstName } from '../../vocabulary';
import type { Eye } from '../need-to-know/eye';

/** Whether words name whoever reads them: they may be about them, and another lead reads them. */
export function namesReader({ reader }: Eye, words: string): boolean {
  const name = firstName(reader).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<!\\p{L})${name}(?!\\p{L})`, 'iu').test(words);
}
