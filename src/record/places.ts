import type { ConcernId, DeliveryId, MessageId, PractitionerId } from '../vocabulary';

/**
 * Where words are sealed that more than their own store opens, so that both say the same place. Staff's own rows have no id
 * before they are written: theirs is what they are about.
 */
export const places = {
  messageText: (id: MessageId) => `messages.text:${id}`,
  deliveryText: (id: DeliveryId) => `deliveries.text:${id}`,
  neutralText: (id: DeliveryId) => `deliveries.neutral:${id}`,
  noteText: (id: string) => `notes.text:${id}`,
  staffReplyText: (id: string) => `staff_replies.text:${id}`,
  decisionWords: (concern: ConcernId) => `decisions.words:${concern}`,
  verdictNote: (concern: ConcernId) => `verdict_marks.note:${concern}`,
  talkWords: (concern: ConcernId) => `talks.words:${concern}`,
  glassReason: (practitioner: PractitionerId) => `opened_glass.reason:${practitioner}`,
};
