import type { Delivery, DeliveryId, Line } from '../vocabulary';
import type { Stores } from './stores';

/** A delivery and, where it has one, the line it belongs to (its own, or its concern's): both locked. */
export interface LockedDelivery {
  readonly delivery: Delivery;
  readonly line: Line | null;
}

/** Locks the line first, as every act does, so that two acts never wait for each other. Null: another worker has it. */
export async function lockDelivery(tx: Stores, id: DeliveryId): Promise<LockedDelivery | null> {
  const line = await tx.lines.lockOfDelivery(id);
  const delivery = await tx.deliveries.lock(id);
  return delivery && { delivery, line };
}
