import type { Delivery, DeliveryId } from '../vocabulary';
import type { Stores } from './stores';

/**
 * Locks a delivery, and before it the line it belongs to (its own, or its concern's): every act locks lines first,
 * so that two acts never wait for each other.
 */
export async function lockDelivery(tx: Stores, id: DeliveryId): Promise<Delivery | null> {
  const unlocked = await tx.deliveries.get(id);
  if (!unlocked) return null;
  if (unlocked.to.line !== undefined) await tx.lines.lock(unlocked.to.line);
  else if (unlocked.concern) await tx.concerns.lock(unlocked.concern);
  return tx.deliveries.lock(id);
}
