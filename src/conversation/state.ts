import type { DialogState } from 'botbuilder-dialogs';
import { newMemory, type Memory } from '../../dialogs';
import { HOUR_MS, msBetween, type Instant } from '../vocabulary';

/** A conversation ends after this long without a word from either side. */
const CONVERSATION_ENDS_AFTER_MS = 6 * HOUR_MS;
/** Raised when the shape below changes so that older state cannot be read. */
const SHAPE = 1;

/** What a line keeps between turns; opaque to everybody else. */
export interface ConversationState {
  readonly shape: number;
  readonly startedAt: Instant;
  lastActivityAt: Instant;
  readonly memory: Memory;
  readonly dialogs: DialogState;
}

/** The state to work on: a copy of what was kept, or a new conversation. What was given is never touched. */
export function openState(kept: unknown, now: Instant): ConversationState {
  const going = goingOn(kept, now);
  if (going !== null) {
    const copy = structuredClone(going);
    return { ...copy, memory: { ...newMemory(), ...copy.memory } };
  }
  return { shape: SHAPE, startedAt: now, lastActivityAt: now, memory: newMemory(), dialogs: { dialogStack: [] } };
}

/** The conversation that was kept, while it goes on; null once it has ended, or where its shape is not ours. */
export function goingOn(kept: unknown, now: Instant): ConversationState | null {
  const state = kept as ConversationState | null;
  if (state?.shape !== SHAPE || msBetween(state.lastActivityAt, now) >= CONVERSATION_ENDS_AFTER_MS) return null;
  return state;
}
