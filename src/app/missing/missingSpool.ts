import { existsSync } from 'node:fs';
import type { Config } from '../../config';
import { openSpool } from '../../spool';
import { later, MINUTE_MS, type Instant } from '../../vocabulary';
import { journalFolder } from '../journalFolder';
import { openKeysOf } from '../keyRingText';
import { spoolFolder } from '../spoolFolder';
import type { Missing } from './missing';
import { hasUsableKeys } from './missingSettings';

const IF_A_KEY_IS_GONE = 'If a sealing key was taken out of KEYS, put it back.';

/**
 * Messages on this disk that cannot be read again: those that came while the record was away are words of somebody that
 * nobody has seen; those of the journal are what a power cut may have taken out of the record.
 */
export async function missingSpool(config: Config, now: Instant): Promise<readonly Missing[]> {
  return [
    ...(await unreadable(config, spoolFolder(config), 'spooled messages')).map((what) => ({
      what,
      give: `${IF_A_KEY_IS_GONE} If a file was cut off, ask the carrier’s log who wrote at that minute, and move the file elsewhere.`,
    })),
    ...(await unreadable(config, journalFolder(config), 'messages of the journal', later(now, -MINUTE_MS))).map(
      (what) => ({
        what,
        give: `${IF_A_KEY_IS_GONE} If a file was cut off, look in the carrier’s log whether what came in that minute stands in the record. It is taken off the disk after a day.`,
      }),
    ),
  ];
}

async function unreadable(
  config: Config,
  folder: string | null,
  called: string,
  before?: Instant,
): Promise<readonly string[]> {
  if (folder === null || !existsSync(folder) || !hasUsableKeys(config)) return [];
  const damaged = await openSpool({ folder, keys: openKeysOf(config) }).damaged(before);
  if (damaged.length === 0) return [];
  return [`${damaged.length} ${called} in ${folder} cannot be read: ${damaged.map(({ file }) => file).join(', ')}.`];
}
