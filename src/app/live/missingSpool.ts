import { existsSync } from 'node:fs';
import type { Config } from '../../config';
import { openKeys } from '../../keys';
import { openSpool } from '../../spool';
import { keyRingText } from '../keyRingText';
import { spoolFolder } from '../spoolFolder';
import type { Missing } from './missing';
import { hasUsableKeys } from './missingSettings';

/** Messages that came while the record was away and cannot be read again: words of somebody that nobody has seen. */
export async function missingSpool(config: Config): Promise<readonly Missing[]> {
  const folder = spoolFolder(config);
  if (!existsSync(folder) || !hasUsableKeys(config)) return [];
  const files = (await openSpool({ folder, keys: openKeys(keyRingText(config)) }).damaged()).map(({ file }) => file);
  if (files.length === 0) return [];
  return [
    {
      what: `${files.length} spooled messages in ${folder} cannot be read: ${files.join(', ')}.`,
      give: 'If a sealing key was taken out of KEYS, put it back. If a file was cut off, ask the carrier’s log who wrote at that minute, and move the file elsewhere.',
    },
  ];
}
