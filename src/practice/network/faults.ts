import { z } from 'zod';
import { E164 } from '../phones';

/** What goes wrong at the practice carrier. Everything right is the default. */
export const faults = z.strictObject({
  /**
   * How the carrier answers the service. `busy`: 429. `down`: 503. `silent`: takes nothing and never answers.
   * `takes-silently`: takes it and breaks off before saying so, which is how a delivery comes to be in doubt.
   */
  api: z.enum(['up', 'busy', 'down', 'silent', 'takes-silently']).default('up'),
  /** What becomes of a text once taken. */
  fate: z.enum(['delivered', 'undelivered', 'failed']).default('delivered'),
  /** What the service is told of that. */
  receipts: z.enum(['prompt', 'late', 'lost', 'repeated', 'out-of-order']).default('prompt'),
  lateByMs: z.number().min(0).max(3_600_000).default(60_000),
  /** How often each text from a phone is brought to the service. */
  webhooks: z.enum(['once', 'twice']).default('once'),
  /** Only what goes to, or comes from, this number suffers; null = everything. */
  only: E164.nullable().default(null),
});

export type Faults = z.infer<typeof faults>;

export const NO_FAULTS: Faults = faults.parse({});

/** The faults that one phone suffers. */
export function faultsFor(current: Faults, phone: string): Faults {
  return current.only === null || current.only === phone ? current : NO_FAULTS;
}
