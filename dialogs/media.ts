import { mayBeCutOff } from '../src/vocabulary';
import { onCall } from './people';
import { sayDeadline } from './standingValues';
import type { Turn } from './turn';

/** A picture, a voice note, anything that is not words: it came, and nobody opens it. */
export function isMedia(turn: Turn): boolean {
  return turn.burst.some((one) => one.kind === 'picture' || one.kind === 'voice-note' || one.kind === 'unknown');
}

/** They rang: the recorded line has answered already. */
export function isCallOnly(turn: Turn): boolean {
  return turn.burst.every((one) => one.kind === 'call');
}

/** Asked for words instead; nobody is told to delete anything. */
export async function answerMedia(turn: Turn): Promise<void> {
  await turn.say('media');
}

/** Most texts one reply by SMS may have. */
const MOST_TEXTS = 3;

/** Something of what they wrote may not have reached us. */
export function isCutOff({ burst, channel }: Turn): boolean {
  return burst.some(({ text }) => mayBeCutOff({ channel, text }));
}

/** Said after the answer where there is room for it: whoever wrote much believes that all of it was read. */
export async function sayIfCutOff(turn: Turn): Promise<void> {
  if (isCutOff(turn) && turn.said > 0 && turn.said < MOST_TEXTS) await turn.say('cut-off');
}

/** Words that no rule could read: a person will, by when, or honestly that nobody is there. */
export async function couldNotRead(turn: Turn): Promise<void> {
  const { fresh } = turn.facts;
  const lead = fresh?.teller ?? onCall(turn.facts);
  if (!lead || !fresh?.readBy) {
    await turn.say('could-not-read-nobody');
    return;
  }
  const { by, said: time } = sayDeadline(fresh.readBy);
  await turn.say('could-not-read', { lead: lead.firstName, time });
  turn.commit('will-read', lead.id, by);
}
