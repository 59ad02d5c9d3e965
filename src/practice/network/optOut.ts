import { z } from 'zod';

const words = z.array(z.string().min(1).toLowerCase());

/**
 * The carrier's own handling of opt-out words. `default` is Twilio's English list, of which the form says nothing;
 * `advanced` is the organisation's list, announced in `OptOutType`.
 */
export const optOutPlan = z.strictObject({
  set: z.enum(['default', 'advanced']).default('advanced'),
  /** The advanced set's words. "End", "quit" and "cancel" are left out: inside a conversation they are answers. */
  stop: words.default(['stop', 'stopall', 'unsubscribe', 'optout']),
  start: words.default(['start', 'unstop']),
  help: words.default([]),
  /** What the carrier itself answers; null = nothing, the service's own words go out. */
  stopReply: z.string().nullable().default(null),
  startReply: z.string().nullable().default(null),
  helpReply: z.string().nullable().default(null),
});

export type OptOutPlan = z.infer<typeof optOutPlan>;

/** Twilio's list and wording for numbers without Advanced Opt-Out (read November 2026). */
const DEFAULT_PLAN: OptOutPlan = {
  set: 'default',
  stop: ['stop', 'stopall', 'unsubscribe', 'end', 'quit', 'revoke', 'optout', 'cancel'],
  start: ['start', 'yes', 'unstop'],
  help: ['help', 'info'],
  stopReply:
    'You have successfully been unsubscribed. You will not receive any more messages from this number. Reply START to resubscribe.',
  startReply:
    'You have successfully been re-subscribed to messages from this number. Reply HELP for help. Reply STOP to unsubscribe. Msg&Data Rates May Apply.',
  helpReply: 'Reply STOP to unsubscribe. Msg&Data Rates May Apply.',
};

export interface OptOutAction {
  readonly did: 'stop' | 'start' | 'help';
  /** What the form says of it: only the advanced set says anything. */
  readonly declared: 'STOP' | 'START' | 'HELP' | null;
  readonly reply: string | null;
}

const DECLARED = { stop: 'STOP', start: 'START', help: 'HELP' } as const;

/** What the carrier does by itself with a text from a phone; null = hands it on and nothing else. */
export function actOnOptOutWord(plan: OptOutPlan, text: string, optedOut: boolean): OptOutAction | null {
  const { stop, start, help, stopReply, startReply, helpReply } = plan.set === 'default' ? DEFAULT_PLAN : plan;
  const word = text.trim().toLowerCase();
  const announce = (did: OptOutAction['did'], reply: string | null): OptOutAction => ({
    did,
    declared: plan.set === 'advanced' ? DECLARED[did] : null,
    reply,
  });
  if (stop.includes(word)) return announce('stop', optedOut ? null : stopReply);
  if (start.includes(word)) return announce('start', optedOut ? startReply : null);
  if (help.includes(word)) return announce('help', optedOut ? null : helpReply);
  return null;
}
