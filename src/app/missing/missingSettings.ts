import { missingForLive, type Config } from '../../config';
import { openKeysOf } from '../keyRingText';
import type { Missing } from './missing';

/** Settings that live needs and nobody gave, or that cannot be what live needs. */
export function missingSettings(config: Config): readonly Missing[] {
  return [...missingForLive(config).map(splitAtSentence), ...modeOf(config), ...addressOf(config), ...keysOf(config)];
}

/** "KEYS is not set. The sealing keys..." → what is missing, and how to give it. */
function splitAtSentence(says: string): Missing {
  const [what = says, ...how] = says.split('. ');
  return { what: `${what}.`, give: how.join('. ') };
}

function modeOf({ mode }: Config): Missing[] {
  if (mode === 'live') return [];
  return [{ what: 'MODE is practice.', give: 'Set MODE=live, or leave it unset.' }];
}

function addressOf({ publicBaseUrl }: Config): Missing[] {
  if (publicBaseUrl === null || publicBaseUrl.startsWith('https:')) return [];
  return [
    {
      what: 'PUBLIC_BASE_URL is not https.',
      give: 'Put the service behind a proxy with a certificate, and give the address the world sees: https://...',
    },
  ];
}

/** Whether there are keys, and words can be sealed and opened with them. */
export function hasUsableKeys(config: Config): boolean {
  return Boolean(config.keys ?? config.keysFile) && keysOf(config).length === 0;
}

function keysOf(config: Config): Missing[] {
  if (!config.keys && !config.keysFile) return [];
  try {
    openKeysOf(config);
    return [];
  } catch (error) {
    const isOfTheDisk = error instanceof Error && 'syscall' in error;
    return [
      {
        what: isOfTheDisk ? 'KEYS_FILE cannot be read.' : 'KEYS is no key ring.',
        give: 'Make one with `npm run -s check -- new-keys`; if words are sealed already, find the ring they were sealed by.',
      },
    ];
  }
}
