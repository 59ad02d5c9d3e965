import { MINUTE_MS, msBetween, type Instant } from '../../vocabulary';
import type { House } from '../house/openHouse';

/** This many refused calls at the carrier's door within this time are a run: a wrong token, or somebody trying. */
const RUN_OF = 10;
const WITHIN_MS = 5 * MINUTE_MS;

/** Counts calls at the carrier's door without a good signature; a run of them pages the administrators, once an hour. */
export function countRefusals(house: House): () => void {
  let refused: Instant[] = [];
  return () => {
    const now = house.clock.now();
    refused = [...refused.filter((at) => msBetween(at, now) < WITHIN_MS), now];
    house.log.warn({ part: 'carrier', count: refused.length }, 'a call without a good signature was refused');
    if (refused.length < RUN_OF) return;
    refused = [];
    house.acts.reportRefusedSignatures().catch((error: unknown) => {
      house.log.error({ error, part: 'carrier' }, 'the administrators could not be told of refused signatures');
    });
  };
}
