import type { Handset } from './handset';
import type { Verb } from './twiml';
import { UnreadableTwiml } from './twiml';

/** The side of a call that documents are played to. */
export interface Listener {
  readonly handset: Handset;
  /** False for an answerphone: it presses nothing. */
  readonly hasFingers: boolean;
  say(text: string): void;
  pressed(keys: string): void;
  waitsForKeys(waiting: boolean): void;
  /** How long it takes to say this aloud. */
  speechMs(text: string): number;
}

/** Where the call goes when a document is done: another document, or its end. */
export type Onward = { readonly url: string; readonly digits: string | null } | 'hang-up';

const DEFAULT_GATHER_TIMEOUT_S = 5;
const GATHER_MOST_DIGITS = 128;

/**
 * Plays a document verb by verb, as the carrier does: a `<Gather>` without keys falls through to what follows it, a
 * document that runs out ends the call.
 * @throws UnreadableTwiml at a verb this carrier does not know.
 */
export async function playTwiml(verbs: readonly Verb[], listener: Listener): Promise<Onward> {
  for (const verb of verbs) {
    if (listener.handset.hungUp) return 'hang-up';
    const onward = await play(verb, listener);
    if (onward !== null) return onward;
  }
  return 'hang-up';
}

async function play(verb: Verb, listener: Listener): Promise<Onward | null> {
  switch (verb.name) {
    case 'Say':
    case 'Pause':
      await speak(verb, listener, false);
      return null;
    case 'Gather':
      return gather(verb, listener);
    case 'Redirect':
      return { url: verb.text.trim(), digits: null };
    case 'Hangup':
    case 'Reject':
      return 'hang-up';
    default:
      throw new UnreadableTwiml(`<${verb.name}>`);
  }
}

async function speak(verb: Verb, { handset, say, speechMs }: Listener, keysInterrupt: boolean): Promise<void> {
  if (verb.name === 'Pause') return handset.listen(Number(verb.attributes.length ?? 1) * 1_000, keysInterrupt);
  const text = verb.text.trim();
  say(text);
  await handset.listen(speechMs(text), keysInterrupt);
}

async function gather(verb: Verb, listener: Listener): Promise<Onward | null> {
  const { numDigits, timeout, finishOnKey = '#', action, actionOnEmptyResult } = verb.attributes;
  const { handset } = listener;
  handset.forgetKeys();
  listener.waitsForKeys(listener.hasFingers);
  for (const spoken of verb.children) await speak(spoken, listener, true);
  const withinMs = Number(timeout ?? DEFAULT_GATHER_TIMEOUT_S) * 1_000;
  const keys = listener.hasFingers
    ? await handset.keys(Number(numDigits ?? GATHER_MOST_DIGITS), finishOnKey, withinMs)
    : '';
  listener.waitsForKeys(false);
  if (handset.hungUp) return 'hang-up';
  if (keys !== '') listener.pressed(keys);
  if (action === undefined || (keys === '' && actionOnEmptyResult !== 'true')) return null;
  return { url: action, digits: keys };
}
