import type { CheckInAnswer } from '../src/vocabulary';
import { atLeast } from '../src/vocabulary';
import { finishCheckIn } from './checkInAnswers';
import { hearNoteReply, refusesNote } from './heard/noteReply';
import { hearsNothing, hearsSkip } from './heard/shortAnswers';
import type { CheckInMemory, KeptAnswer } from './memory';
import { holder } from './people';
import { StepDialog, type Next, type Step } from './stepDialog';
import type { Turn } from './turn';

type Heading = CheckInAnswer['heading'];

const ORDER: readonly Heading[] = [
  'going-well',
  'not-going-well',
  'would-like-to-change',
  'last-goal',
  'for-the-visit',
];

/** "Skip", "nothing": they have no more to say, and the note goes as it is. */
const AS_IT_IS = { does: 'ok' } as const;

interface Notes {
  /** The heading whose new words are awaited. */
  changing?: Heading;
  /** The words that opened it are a reply to the note they saw before. */
  replies?: boolean;
}

/**
 * The note to the mentor before it goes: by web chat with the young person's own words, by SMS the numbered headings
 * alone. OK, KEEP 2 (kept back, and they are told exactly what that means), CHANGE 2. Unanswered it goes as it is.
 */
export class NoteDialog extends StepDialog<Notes> {
  override readonly asks = 'something-else';
  protected readonly flow = 1;
  protected readonly first = 'show';
  protected readonly steps: Readonly<Record<string, Step<Notes>>> = {
    show: { ask: show, hear: hearReply, explain: 'explain-note' },
    'new-words': {
      ask: async (turn, { changing }) => {
        await turn.say('note-change', { n: numberOf(turn, changing) });
        return 'wait';
      },
      hear: hearNewWords,
    },
    reply: { ask: async () => 'wait', hear: hearReply, explain: 'explain-note' },
  };
}

async function show(turn: Turn, notes: Notes): Promise<Next> {
  if (notes.replies) return hearReply(turn, notes);
  const headings = headingsOf(turn);
  if (headings.length === 0) {
    await turn.say('note-none');
    return 'done';
  }
  if (isClosedToChange(turn)) return sayWhyNot(turn);
  if (turn.channel === 'web')
    await turn.say('note-web', { words: headings.map((one) => lineOf(turn, one)).join('\n') });
  else await turn.say('note-sms', { headings: headings.map((one, at) => `${at + 1} ${nameOf(turn, one)}`).join(', ') });
  return { to: 'reply' };
}

async function hearReply(turn: Turn, notes: Notes): Promise<Next> {
  if (refusesNote(turn.words) && !isClosedToChange(turn)) {
    await turn.say('note-again');
    return { to: 'reply' };
  }
  const reply = hearsSkip(turn.words) || hearsNothing(turn.words) ? AS_IT_IS : hearNoteReply(turn.words);
  if (reply === null) return sayAgainOrLeave(turn);
  if (isClosedToChange(turn)) return sayWhyNot(turn);
  if (reply.does === 'ok') {
    finishCheckIn(turn);
    await turn.say('note-ok');
    return 'done';
  }
  const headings = reply.numbers.flatMap((number) => headingsOf(turn)[number - 1] ?? []);
  const [first] = headings;
  if (first === undefined) return sayAgainOrLeave(turn);
  if (reply.does === 'keep') return keepBack(turn, headings);
  notes.changing = first;
  return { to: 'new-words' };
}

/** What a human must know cannot be kept back; how it is put is still theirs. The rest of the wish is obeyed. */
async function keepBack(turn: Turn, headings: readonly Heading[]): Promise<Next> {
  const bound = headings.filter((one) => answersUnder(turn, one).some((answer) => answer.concern));
  const free = headings.filter((one) => !bound.includes(one));
  if (free.length > 0) {
    turn.wish({ wish: 'keep-back', headings: free });
    await turn.say('note-kept', { n: free.map((one) => numberOf(turn, one)).join(', ') });
  }
  if (bound.length > 0) await turn.say('note-cannot-keep', { n: numberOf(turn, bound[0]) });
  return { to: 'reply' };
}

async function hearNewWords(turn: Turn, { changing }: Notes): Promise<Next> {
  const { checkIn } = turn.memory;
  if (!checkIn || changing === undefined || turn.written.length === 0) return { to: 'reply' };
  for (const { text: words, message } of turn.written) {
    turn.wish({ wish: 'answer', answer: { heading: changing, words, message, keptBack: false } });
  }
  turn.memory.checkIn = withNewWords(checkIn, changing, turn);
  await turn.say('note-changed');
  return { to: 'reply' };
}

function withNewWords(checkIn: CheckInMemory, heading: Heading, turn: Turn): CheckInMemory {
  const concern =
    checkIn.answers.some((one) => one.heading === heading && one.concern) ||
    (turn.assessment !== null && atLeast(turn.assessment.level, 'worry'));
  const others = checkIn.answers.filter((one) => one.heading !== heading);
  return { ...checkIn, answers: [...others, { heading, words: turn.words, concern }] };
}

/** Anything that is no reply to the note ends it; the words go through the open door like any others. */
async function sayAgainOrLeave(turn: Turn): Promise<Next> {
  if (turn.words.trim().split(/\s+/).length <= 2 && /\d/.test(turn.words)) {
    await turn.say('note-again');
    return 'wait';
  }
  finishCheckIn(turn);
  return 'not-mine';
}

/** What has gone to its reader cannot be called back; and while an urgent concern is open nobody edits the record of it. */
function isClosedToChange({ facts: { concern, noteGone } }: Turn): boolean {
  if (noteGone) return true;
  return concern !== null && atLeast(concern.level, 'urgent');
}

async function sayWhyNot(turn: Turn): Promise<Next> {
  finishCheckIn(turn);
  if (turn.facts.noteGone) {
    await turn.say('note-gone');
    return 'done';
  }
  await turn.say('note-waits', { who: holder(turn.facts)?.firstName ?? turn.facts.organisation });
  return 'done';
}

function answersUnder(turn: Turn, heading: Heading): readonly KeptAnswer[] {
  return (turn.memory.checkIn?.answers ?? []).filter((one) => one.heading === heading);
}

/** The headings something was said under, in the order of the note: their place is their number. */
function headingsOf(turn: Turn): readonly Heading[] {
  return ORDER.filter((one) => answersUnder(turn, one).length > 0);
}

function numberOf(turn: Turn, heading: Heading | undefined): string {
  return String(headingsOf(turn).findIndex((one) => one === heading) + 1);
}

function nameOf(turn: Turn, heading: Heading): string {
  return turn.sentence(`heading-${heading}`);
}

function lineOf(turn: Turn, heading: Heading): string {
  const words = answersUnder(turn, heading).map((one) => one.words);
  return turn.sentence('note-line', {
    n: numberOf(turn, heading),
    headings: nameOf(turn, heading),
    words: words.join('\n'),
  });
}
