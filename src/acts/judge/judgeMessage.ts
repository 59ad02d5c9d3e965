import { hearMore } from '../../escalation';
import {
  atLeast,
  HOUR_MS,
  highest,
  mayBeCutOff,
  type Question,
  type Assessment,
  type CaseNature,
  type Concern,
  type EarlierWords,
  type KeptAssessment,
  type Level,
  type Line,
  type Message,
  type Roster,
  type YoungPerson,
} from '../../vocabulary';
import { applyOutcome } from '../concern/applyOutcome';
import type { Raise } from '../concern/raise';
import { raiseConcern } from '../concern/raiseConcern';
import type { ActContext } from '../context';
import type { Stores } from '../stores';
import { youngPersonOf } from '../who/findStaff';
import { staffingNow } from '../who/staffingNow';
import { assessFor } from './assessFor';
import { goesOnAbout } from './goesOnAbout';
import { hearOfWhatIsClosed } from './hearOfWhatIsClosed';
import { holderOfWords } from './holderOfWords';
import { saysWord } from './saysWord';

/** How far back earlier messages are read together with a new one. */
export const READ_BACK_MS = 72 * HOUR_MS;

export interface ToJudge {
  readonly message: Message;
  /** The messages of `READ_BACK_MS` before it, in order. */
  readonly before: readonly EarlierWords[];
  /** The question it may answer. */
  readonly asked: Question | null;
}

export interface Judgement {
  readonly assessment: Assessment | null;
  readonly concern: Concern | null;
}

/**
 * Detection on one kept message, whatever the dialog, channel or state: the verdict is kept, and when a human must
 * know, the concern and its first notices are written in the same transaction.
 */
export async function judgeMessage(
  ctx: ActContext,
  tx: Stores,
  roster: Roster,
  line: Line,
  { message, asked, before: since }: ToJudge,
): Promise<Judgement> {
  const person = youngPersonOf(roster, line);
  const before = since.filter((one) => one.text !== '');
  const judge = (behind: readonly EarlierWords[]) =>
    assessFor(ctx, roster, person, { text: message.text, before: behind.map((one) => one.text), asked });
  const assessment = message.text ? judge(before) : null;
  const raise = whatMustBeRaised(line, message, assessment ?? NOTHING_READ, person);
  const unread: Assessment = { ...NOTHING_READ, level: raise?.level ?? 'none', readable: false };
  const asks = raise?.codeWord === true ? raise.level : undefined;
  if (assessment) await keepAssessment(ctx, tx, line, { message, assessment, of: 'message', asks });
  else await noteAssessed(ctx, tx, line, { message, assessment: unread, of: 'message' });
  const open = raise === null ? [] : await tx.concerns.openOf(line.id);
  const mayBeKnown = raise !== null && asked !== 'safe-now';
  const known = mayBeKnown ? holderOfWords(raise, before, open) : undefined;
  const isClosed = mayBeKnown && !known && (await hearOfWhatIsClosed(ctx, tx, roster, raise, before));
  if (raise && !known && !isClosed) {
    const allegation = goesOnAbout(raise, before, open, judge);
    const whole: Raise = allegation ? { ...raise, nature: 'allegation', goesOnAbout: allegation.id } : raise;
    return { assessment, concern: await raiseConcern(ctx, tx, roster, whole) };
  }
  await tellTheHolder(ctx, tx, roster, line, { message, known });
  return { assessment, concern: null };
}

/**
 * More words while a concern is open go to whoever holds it, however harmless they look; of a worry only those that rest
 * on it (`known`).
 */
async function tellTheHolder(
  ctx: ActContext,
  tx: Stores,
  roster: Roster,
  line: Line,
  { message, known }: { readonly message: Message; readonly known: Concern | undefined },
): Promise<void> {
  const hears = ({ id, level }: Concern): boolean => id === known?.id || atLeast(level, 'urgent');
  const open = (await tx.concerns.openOf(line.id)).filter(hears);
  if (open.length === 0) return;
  const now = ctx.clock.now();
  const staffing = staffingNow(ctx, roster, line.youngPerson);
  for (const concern of open) {
    const joined = { ...concern, messages: [...concern.messages, message.id] };
    const givesAnHour = concern.id === known?.id && atLeast(concern.level, 'urgent');
    await applyOutcome(ctx, tx, roster, joined, hearMore(concern.case, staffing, now, { givesAnHour }));
  }
}

/** The stand-in for a message without words: a picture, a sound, a call. It has no level of its own. */
export const NOTHING_READ: Assessment = {
  level: 'none',
  kinds: [],
  about: 'self',
  because: [],
  readable: true,
  unreadableBecause: null,
  weak: false,
  meant: { names: [], roleWords: [], unnamed: false },
  notThem: [],
  rulesVersion: 'no-words',
};

/** The stand-in for words on which judging itself broke: never "none". */
export const NOT_ASSESSED: Assessment = {
  ...NOTHING_READ,
  level: 'worry',
  readable: false,
  unreadableBecause: 'error',
};

/** What such a message asks for: its own pathway. */
export function unassessed(line: Line, message: Message): Raise {
  const nature = 'could-not-be-assessed';
  return { line, message, assessment: NOT_ASSESSED, nature, level: NOT_ASSESSED.level, codeWord: false };
}

/** A verdict on a message, or on the burst that ends with it. */
interface Verdict extends Pick<KeptAssessment, 'of'> {
  readonly message: Message;
  readonly assessment: Assessment;
  /** How much it asks of a human where the words alone do not say so: a code word is between two people. */
  readonly asks?: Level | undefined;
  /** The rules, where nobody is named. */
  readonly by?: KeptAssessment['by'];
}

/** A verdict is kept whole beside its message, and its log says which rules spoke. */
export async function keepAssessment(ctx: ActContext, tx: Stores, line: Line, verdict: Verdict): Promise<void> {
  const { message, assessment, of, by = 'rules' } = verdict;
  await tx.messages.assess({ ...assessment, message: message.id, of, by, at: ctx.clock.now() });
  await noteAssessed(ctx, tx, line, verdict);
}

/**
 * The log's entry of a verdict. A picture, a sound or a call without words has one too, as high as what it asks of a
 * human: there is nothing to keep beside it.
 */
async function noteAssessed(
  ctx: ActContext,
  tx: Stores,
  line: Line,
  { message, assessment, of, asks }: Verdict,
): Promise<void> {
  await tx.events.append({
    line: line.id,
    name: 'message-assessed',
    at: ctx.clock.now(),
    data: {
      message: message.id,
      of,
      level: asks ?? assessment.level,
      kinds: assessment.kinds,
      about: assessment.about,
      readable: assessment.readable,
      rules: assessment.because.map((one) => one.rule),
    },
  });
}

/** Which row of the pathways a message asks for; null when nobody has to be told. */
export function whatMustBeRaised(
  line: Line,
  message: Message,
  assessment: Assessment,
  person: YoungPerson | null,
): Raise | null {
  const codeWord = saysWord(message.text, person?.codeWord ?? null);
  const said: Level = codeWord ? 'immediate' : assessment.level;
  const row = rowOf(line, message, assessment, person, said);
  return row && { line, message, assessment, nature: row.nature, level: row.level, codeWord };
}

function rowOf(
  line: Line,
  message: Message,
  assessment: Assessment,
  person: YoungPerson | null,
  level: Level,
): { nature: CaseNature; level: Level } | null {
  if (isAllegation(assessment)) return { nature: 'allegation', level };
  if (person?.missingSince) return { nature: 'missing-person-writes', level: highest(level, 'urgent') };
  if (!assessment.readable) return { nature: unreadNature(assessment), level };
  if (!line.youngPerson && atLeast(level, 'urgent')) return { nature: 'unknown-sender', level };
  if (atLeast(level, 'worry')) return { nature: 'disclosure', level };
  if (message.kind !== 'text' || mayBeCutOff(message)) return { nature: 'picture-or-unread', level: 'worry' };
  return null;
}

function isAllegation(assessment: Assessment): boolean {
  const named = assessment.about === 'practitioner' || assessment.kinds.includes('allegation-against-staff');
  return named && atLeast(assessment.level, 'worry');
}

function unreadNature(assessment: Assessment): CaseNature {
  return assessment.unreadableBecause === 'error' ? 'could-not-be-assessed' : 'picture-or-unread';
}
