import { raiseForAge } from '../../safeguarding';
import type { Assessment, Concern, Line, Message, Reading, Roster } from '../../vocabulary';
import { raiseConcern } from '../concern/raiseConcern';
import type { ActContext } from '../context';
import type { Stores } from '../stores';
import { youngPersonOf } from '../who/findStaff';
import { ageNow } from './assessFor';
import { keepAssessment, whatMustBeRaised } from './judgeMessage';

export interface ReadMore {
  readonly line: Line;
  readonly message: Message;
  readonly reading: Reading;
}

/** The name under which the second reader stands among the rules that spoke. */
const SECOND_READER = 'second-reader';

/**
 * What the second reader saw beyond the rules, by the same way as theirs: the assessment is kept, a concern opened or
 * raised. Never lowers. False when there is nothing to raise: a concern of this message that a human has closed stays so.
 */
export async function raiseFromReader(
  ctx: ActContext,
  tx: Stores,
  roster: Roster,
  { line, message, reading }: ReadMore,
): Promise<boolean> {
  const ofMessage = (await tx.concerns.allOf(line.id)).filter((one) => one.messages.includes(message.id));
  const person = youngPersonOf(roster, line);
  const read = asAssessment(ctx, message, reading, ofMessage);
  const assessment = raiseForAge(read, ageNow(ctx, roster, person), ctx.ages.under13);
  await keepAssessment(ctx, tx, line, { message, assessment, of: 'message', by: 'reader' });
  const raise = whatMustBeRaised(line, message, assessment, person);
  const closed = ofMessage.some((one) => one.closed !== null && one.nature === raise?.nature);
  if (!raise || closed) return false;
  await raiseConcern(ctx, tx, roster, raise);
  return true;
}

/** About whom: as a concern of this message has it, so that one message is not two concerns of one kind. */
function asAssessment(ctx: ActContext, message: Message, reading: Reading, ofMessage: readonly Concern[]): Assessment {
  const { level, kinds, sure, span, meant } = reading;
  const standing = ofMessage.find((one) => one.nature !== 'allegation');
  const about = reading.about === 'practitioner' ? reading.about : (standing?.about ?? reading.about);
  const version = ctx.reader?.version ?? SECOND_READER;
  const { start, end } = span ?? { start: 0, end: 0 };
  return {
    level,
    kinds,
    about,
    because: [
      {
        rule: SECOND_READER,
        evidence: message.text.slice(start, end),
        where: 'message',
        span: { start, end },
        level,
        kinds,
        steps: [`second reader ${version}: ${level}`],
      },
    ],
    readable: true,
    unreadableBecause: null,
    weak: !sure,
    meant: { names: meant, roleWords: [], unnamed: meant.length === 0 && about === 'practitioner' },
    notThem: [],
    rulesVersion: version,
  };
}
