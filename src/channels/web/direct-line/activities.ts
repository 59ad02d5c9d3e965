import { z } from 'zod';
import type { Instant, MessageKind } from '../../../vocabulary';
import type { ThreadEntry, ThreadPart } from '../ports';
import { quickReplies } from '../thread/quickReplies';
import { LONGEST_TEXT } from '../webText';

/** What a Direct Line client posts, as far as we read it. Attachments are never opened: only that they came. */
export const postedActivity = z.object({
  type: z.string().max(50),
  text: z.string().max(LONGEST_TEXT, 'That is too long to send at once.').optional(),
  attachments: z.array(z.object({ contentType: z.string().max(200).default('') })).optional(),
  channelData: z.object({ clientActivityID: z.string().min(1).max(100).optional() }).optional(),
});
export type PostedActivity = z.infer<typeof postedActivity>;

/** What came with it, when something did. */
export function kindOf(activity: PostedActivity): MessageKind {
  const first = activity.attachments?.[0];
  if (first === undefined) return 'text';
  if (first.contentType.startsWith('image/')) return 'picture';
  if (first.contentType.startsWith('audio/')) return 'voice-note';
  return 'unknown';
}

/** An entry of the thread in Direct Line 3.0's own words, as a client receives it. */
export interface SentActivity {
  readonly type: 'message';
  readonly id: string;
  readonly timestamp: Instant;
  readonly channelId: 'directline';
  readonly conversation: { readonly id: string };
  readonly from: { readonly id: string; readonly role: 'user' | 'bot' };
  readonly text: string;
  readonly textFormat: 'plain';
  readonly channelData?: { readonly clientActivityID: string };
  readonly suggestedActions?: {
    readonly actions: readonly { readonly type: 'imBack'; readonly title: string; readonly value: string }[];
  };
}

export interface ActivitySet {
  readonly activities: readonly SentActivity[];
  readonly watermark: string;
}

/** A part of the thread as Direct Line hands it out. */
export function activitySet(conversation: string, part: ThreadPart): ActivitySet {
  return { activities: part.entries.map((entry) => activityOf(conversation, entry)), watermark: part.watermark };
}

function activityOf(conversation: string, entry: ThreadEntry): SentActivity {
  const ours = entry.from === 'service';
  const replies = ours ? quickReplies(entry.text) : [];
  return {
    type: 'message',
    id: entry.id,
    timestamp: entry.at,
    channelId: 'directline',
    conversation: { id: conversation },
    from: ours ? { id: 'service', role: 'bot' } : { id: 'young-person', role: 'user' },
    text: entry.text,
    textFormat: 'plain',
    ...(entry.clientId !== null && { channelData: { clientActivityID: entry.clientId } }),
    ...(replies.length > 0 && {
      suggestedActions: { actions: replies.map((reply) => ({ type: 'imBack' as const, ...reply })) },
    }),
  };
}
