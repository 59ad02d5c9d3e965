import { firstName, highest, type Assessment, type Line, type Message, type Roster } from '../../vocabulary';
import { raiseConcern } from '../concern/raiseConcern';
import type { ActContext } from '../context';
import { saysWord } from '../judge/saysWord';
import type { Stores } from '../stores';
import { youngPersonOf } from '../who/findStaff';
import { hasHeardLater } from './hasHeardLater';
import { hearNotTheirs } from './hearNotTheirs';
import { isAnythingPressing, sayTextsHaveEnded } from './stopTexts';
import { theirsAgain } from './theirsAgain';

/**
 * A text shows that somebody else may hold the phone. From this text on nothing about the young person is said to it,
 * and texts stop. An open concern moves to the pathway for that, because only the second safe way is left; where none
 * is open, one is opened and a human checks in waking hours. What the phone writes is still kept and judged, and what
 * it tells is a concern of its own.
 *
 * The code word means that somebody is watching: the same holds, but its concern has a pathway of its own. The check
 * word, agreed face to face, shows that it is the young person again.
 */
export async function hearWhoseHands(
  ctx: ActContext,
  tx: Stores,
  roster: Roster,
  line: Line,
  message: Message,
  assessment: Assessment,
): Promise<Line> {
  const person = youngPersonOf(roster, line);
  if (person === null) return line;
  if (line.notTheirsAt !== null) {
    // Kept late, it may have come before the words that took the phone out of their hands.
    const isThey = saysWord(message.text, person.checkWord) && !hasHeardLater(line, message);
    return isThey ? theirsAgain(ctx, tx, line, { by: null, how: 'check-word' }) : line;
  }
  const now = ctx.clock.now();
  if (saysWord(message.text, person.codeWord)) return { ...line, notTheirsAt: now };
  const pressing = await isAnythingPressing(tx, line);
  if (!hearNotTheirs(message.text, { name: firstName(person), urgentOpen: pressing })) return line;
  await tx.events.append({ line: line.id, name: 'phone-not-theirs', at: now, data: { message: message.id } });
  if (pressing) await sayTextsHaveEnded(ctx, tx, line, message.receivedAt);
  else {
    const level = highest(assessment.level, 'worry');
    await raiseConcern(ctx, tx, roster, {
      line,
      message,
      assessment,
      nature: 'phone-not-theirs',
      level,
      codeWord: false,
    });
  }
  return { ...line, notTheirsAt: now };
}
