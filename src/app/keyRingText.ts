import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ZodError } from 'zod';
import { SettingsError, type Config } from '../config';
import { HouseError } from '../errors';
import { newKeys, openKeys, type Keys } from '../keys';

export { newKeys } from '../keys';

/** The keys these settings name, ready for use. Throws SettingsError, showing no key, when what is set is no key ring. */
export function openKeysOf(config: Config): Keys {
  const text = keyRingText(config);
  try {
    return openKeys(text);
  } catch (error) {
    if (!(error instanceof ZodError)) throw error;
    const says = [...new Set(error.issues.map(({ message }) => message))].join('; ');
    const made = 'whole, as `npm run -s check -- new-keys` prints one';
    throw new SettingsError([`${config.keys ? 'KEYS' : 'KEYS_FILE'}: ${says}. Give a key ring ${made}`]);
  }
}

/**
 * The sealing keys from their setting. Only practice makes its own, once, in a file nobody else may read: a service
 * that lost its keys must not quietly make new ones and leave its words unreadable.
 */
export function keyRingText(config: Config): string {
  if (config.keys) return config.keys;
  if (config.keysFile) return readFileSync(config.keysFile, 'utf8');
  const file = join(config.dataDir, 'practice.keys');
  if (config.mode === 'live') {
    const made = 'KEYS is not set: make keys once with `npm run -s check -- new-keys` and keep them safe';
    const practised = `. For the practice record in ${config.dataDir}: KEYS_FILE=${file}`;
    throw new HouseError('no-keys', existsSync(file) ? made + practised : made);
  }
  if (!existsSync(file)) {
    refuseToLockOut(config, file);
    writeFileSync(file, newKeys('practice'), { mode: 0o600 });
    chmodSync(file, 0o600);
  }
  return readFileSync(file, 'utf8');
}

/** A record that is there was sealed with keys that are not: new ones would open none of its words. */
function refuseToLockOut({ dataDir, databaseUrl }: Config, file: string): void {
  if (databaseUrl || !existsSync(join(dataDir, 'record'))) return;
  const again = 'or begin again with an empty folder (DATA_DIR)';
  throw new HouseError(
    'keys-gone',
    `The record in ${dataDir} was sealed with keys that are gone: put ${file} back, ${again}`,
  );
}
