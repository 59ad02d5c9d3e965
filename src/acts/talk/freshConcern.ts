import {
  atLeast,
  compareLevels,
  tellsAnew,
  type Assessment,
  type Concern,
  type Line,
  type Message,
} from '../../vocabulary';
import { answerCounts, openQuestion } from '../concern/safeNow';
import { NOT_ASSESSED } from '../judge/judgeMessage';
import type { Stores } from '../stores';

/** What a burst opened or raised, as the dialog must answer it. */
export interface FreshConcern {
  readonly concern: Concern;
  readonly assessment: Assessment;
}

/** The concern this burst opened or raised, when it is one that is answered before anything else. */
export async function freshConcern(
  tx: Stores,
  line: Line,
  burst: readonly Message[],
  assessment: Assessment | null,
): Promise<FreshConcern | null> {
  const ids = new Set(burst.map((one) => one.id));
  const open = await tx.concerns.openOf(line.id);
  if (!assessment) return leftToAHuman(open, burst);
  const question = await openQuestion(tx, open);
  const isAnswer = burst.length > 0 && answerCounts(question, burst[0]?.receivedAt ?? '') && !assessment.kinds.length;
  if (isAnswer) return null;
  const touched = open
    .filter((one) => atLeast(one.level, 'worry') && one.messages.some((id) => ids.has(id)))
    .sort((a, b) => compareLevels(b.level, a.level))[0];
  if (!touched || !(atLeast(assessment.level, 'worry') || !isOfWords(touched))) return null;
  if (touched.level === 'worry' && !tellsAnew(assessment)) return null;
  return { concern: touched, assessment };
}

/** What was told made it what it is: harmless words that its holder is to see as well are not told anew. */
function isOfWords({ nature }: Concern): boolean {
  return nature === 'disclosure' || nature === 'allegation';
}

/** Nothing of the burst could be assessed: what it opened is answered with whoever will read it. */
function leftToAHuman(open: readonly Concern[], burst: readonly Message[]): FreshConcern | null {
  const unread = burst.filter((one) => one.unreadable).map((one) => one.id);
  const concern = open.find((one) => one.messages.some((id) => unread.includes(id)));
  return concern ? { concern, assessment: NOT_ASSESSED } : null;
}
