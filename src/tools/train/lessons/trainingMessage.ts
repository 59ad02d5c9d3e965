import type { Assessment, Kind, Level } from '../../../vocabulary/concerns';

/** One message the classifier learns from, with what it should say of it and who wrote it. */
export interface TrainingMessage {
  readonly text: string;
  readonly before: readonly string[];
  readonly staff: readonly string[];
  readonly level: Level;
  readonly kinds: readonly Kind[];
  readonly about: Assessment['about'];
  readonly author: string;
  readonly test: string;
  /** What it shares with its twin, which differs little from it but in level; null where it has none. */
  readonly pair: string | null;
  /** Made by us from messages of one author: learnt from, never counted in a figure. */
  readonly made: boolean;
}
