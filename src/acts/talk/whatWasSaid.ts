import type { Line, TurnResult, TurnWish } from '../../vocabulary';
import { isSilenced } from '../say/canBeTexted';

/** Wishes about what the service said or promised: recorded only when its words really go out. */
const OURS: readonly TurnWish['wish'][] = [
  'limits-shown',
  'commit',
  'check-in-started',
  'how-was-this-asked',
  'safe-now-asked',
  'dialog-restarted',
];

/**
 * The turn without what cannot happen. After STOP no text goes out, so nothing was asked, shown or promised, and the
 * conversation stays where it was. What the young person said is still heard and recorded.
 */
export function whatWasSaid(line: Line, turn: TurnResult): TurnResult {
  if (!isSilenced(line)) return turn;
  return { state: line.conversation, say: [], wishes: turn.wishes.filter(({ wish }) => !OURS.includes(wish)) };
}
