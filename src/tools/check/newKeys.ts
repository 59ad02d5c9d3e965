import { newKeys } from '../../app/keyRingText';
import { systemClock } from '../../clock';

/** Prints a fresh key ring, named by the month it was made in, and nothing beside it. */
export function printNewKeys(): number {
  const month = systemClock.now().slice(0, 7).replace('-', '');
  process.stdout.write(`${newKeys(`k${month}`)}\n`);
  return 0;
}
