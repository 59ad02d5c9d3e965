import { HouseError } from '../../errors';

/** One thing an installation still needs before it may go live, and how to give it. */
export interface Missing {
  readonly what: string;
  readonly give: string;
}

/** An organisation's first go-live refused: everything that is missing, and how to give each thing. */
export class LiveGateShut extends HouseError {
  constructor(readonly missing: readonly Missing[]) {
    super('live-gate-shut', `This installation has never been live and may not go live yet.\n${sayMissing(missing)}`);
  }
}

/** What is missing, each with how to give it, as a person reads it. */
export function sayMissing(missing: readonly Missing[]): string {
  return missing.map(({ what, give }) => `  ${what}\n      ${give}`).join('\n');
}
