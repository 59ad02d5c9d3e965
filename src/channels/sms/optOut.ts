import type { IncomingMessage } from '../../vocabulary';

/**
 * Which words the carrier acts on before we see them.
 * - `default`: Twilio's English list; "end", "quit" and "cancel" then cut a young person off, and nothing in the
 *   form says so.
 * - `advanced`: the organisation's own list (Advanced Opt-Out of a messaging service); `OptOutType` says what was
 *   recognised. Live installations should have this one, with "end", "quit" and "cancel" taken out.
 */
export type OptOutSet = 'default' | 'advanced';

/**
 * https://www.twilio.com/docs/messaging/tutorials/advanced-opt-out (read November 2026). A lone "yes" lifts a block
 * too, but is left out: here it is nearly always the answer to "are you safe right now?".
 */
const DEFAULT_WORDS: Readonly<Record<'stop' | 'start' | 'help', readonly string[]>> = {
  stop: ['stop', 'stopall', 'unsubscribe', 'end', 'quit', 'revoke', 'optout', 'cancel'],
  start: ['start', 'unstop'],
  help: ['help', 'info'],
};

const RECOGNISED = { STOP: 'stop', START: 'start', HELP: 'help' } as const;

/**
 * What the carrier did by itself with this text; null when it did nothing. Only a message that is the word and
 * nothing else counts: "help me" is never a keyword, and "stop he is hitting me" is a disclosure.
 */
export function recogniseOptOut(
  text: string,
  declared: keyof typeof RECOGNISED | null,
  set: OptOutSet,
): IncomingMessage['optOut'] {
  if (declared !== null) return RECOGNISED[declared];
  if (set === 'advanced') return null;
  const word = text.trim().toLowerCase();
  for (const did of ['stop', 'start', 'help'] as const) {
    if (DEFAULT_WORDS[did].includes(word)) return did;
  }
  return null;
}
