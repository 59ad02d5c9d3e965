import type { Line, Message } from '../../vocabulary';

/** Whether a text that came after this one is kept already: it stood on a disk while the record was away. */
export function hasHeardLater({ lastHeardAt }: Line, { receivedAt }: Pick<Message, 'receivedAt'>): boolean {
  return lastHeardAt !== null && receivedAt < lastHeardAt;
}
