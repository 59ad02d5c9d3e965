import type { Line, TurnResult, TurnWish } from '../../vocabulary';
import { isSilenced } from '../say/canBeTexted';

/** What a turn wants recorded of our own doing: true only when its words go out. */
const OURS: readonly TurnWish['wish'][] = [
  'limits-shown',
  'commit',
  'check-in-started',
  'how-was-this-asked',
  'safe-now-asked',
  'dialog-restarted',
];

/**
 * A turn as it truly takes place. After STOP nothing is said: so nothing was asked, shown or promised either, and the
 * conversation stands where it stood. What they said themselves is heard and recorded as ever.
 */
export function whatWasSaid(line: Line, turn: TurnResult): TurnResult {
  if (!isSilenced(line)) return turn;
  return { state: line.conversation, say: [], wishes: turn.wishes.filter(({ wish }) => !OURS.includes(wish)) };
}
