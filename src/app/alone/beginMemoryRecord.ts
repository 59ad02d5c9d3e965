import { compileHere } from '../../record/embedded/databaseProgram';

/**
 * Begins what opening a record in memory takes longest, for whoever has something else to do first; of the house it loads
 * nothing. What fails is told at the opening.
 */
export function beginMemoryRecord(): void {
  compileHere().catch(() => undefined);
}
