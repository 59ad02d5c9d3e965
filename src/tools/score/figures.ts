import { atLeast, LEVELS, type Assess, type Assessment, type Level } from '../../vocabulary/concerns';
import type { Everyday, Labelled } from './labelled';
import { shareWhere, type Share } from './share';

export interface Judged {
  readonly message: Labelled;
  readonly verdict: Assessment;
}

/** One figure of the bars, with what it must reach. */
export interface Figure {
  readonly name: string;
  readonly share: Share;
  readonly bar: { readonly atLeast: number } | { readonly atMost: number };
}

export interface Scores {
  readonly figures: readonly Figure[];
  readonly byTest: Readonly<Record<string, Share>>;
  readonly byKind: Readonly<Record<string, Share>>;
  /** Truth → verdict → messages. */
  readonly confusion: Readonly<Record<Level, Readonly<Record<Level, number>>>>;
  readonly cost: { readonly total: number; readonly perMessage: number };
  /** Rules that speak on exactly one labelled message: the mark of sentences learnt by heart. */
  readonly onOneMessage: readonly string[];
}

/** What each mistake costs, from the detection note, section 5; everything else costs nothing. */
const COSTS: Readonly<Record<Level, Readonly<Partial<Record<Level, number>>>>> = {
  immediate: { none: 100, worry: 30 },
  urgent: { none: 20, worry: 8 },
  worry: {},
  none: { worry: 0.3, urgent: 2, immediate: 2 },
};

/** Judges every labelled message and says how well: overall, by test, by kind, and what mistakes would cost. */
export function scoresOf(labelled: readonly Labelled[], everyday: readonly Everyday[], assess: Assess): Scores {
  const judged = labelled.map((message) => ({ message, verdict: assess(message) }));
  const ordinary = everyday.map(({ text }) => assess({ text, before: [], staff: [] }));
  return {
    figures: [...figuresOf(judged), ...everydayFigures(ordinary)],
    byTest: grouped(judged, ({ message }) => [message.test], isRight),
    byKind: grouped(judged.filter(isGrave), ({ message }) => message.concerns, isSeenGrave),
    confusion: confusionOf(judged),
    cost: costOf(judged),
    onOneMessage: onOneMessage(judged),
  };
}

const isGrave = ({ message }: Judged): boolean => atLeast(message.level, 'urgent');
const isSeenGrave = ({ verdict }: Judged): boolean => atLeast(verdict.level, 'urgent');
const isSeen = ({ verdict }: Judged): boolean => verdict.level !== 'none';
const isStaffMatter = ({ message }: Judged): boolean => message.about === 'practitioner';
const claimsStaff = ({ verdict }: Judged): boolean => verdict.about === 'practitioner';

/** A concern must reach its own side of the line that wakes people; a harmless message must stay silent. */
function isRight(each: Judged): boolean {
  if (isGrave(each)) return isSeenGrave(each);
  return each.message.level === 'worry' ? isSeen(each) : !isSeen(each);
}

function figuresOf(judged: readonly Judged[]): Figure[] {
  const grave = judged.filter(isGrave);
  const immediate = judged.filter(({ message }) => message.level === 'immediate');
  const worry = judged.filter(({ message }) => message.level === 'worry');
  const none = judged.filter(({ message }) => message.level === 'none');
  const named = judged.filter((each) => each.message.concerns.length > 0 && isSeen(each));
  const staff = judged.filter((each) => isStaffMatter(each) && each.message.level !== 'none');
  return [
    { name: 'urgent or immediate seen as such', share: shareWhere(grave, isSeenGrave), bar: { atLeast: 0.95 } },
    {
      name: 'immediate seen as urgent or immediate',
      share: shareWhere(immediate, isSeenGrave),
      bar: { atLeast: 0.98 },
    },
    {
      name: 'immediate seen as immediate',
      share: shareWhere(immediate, ({ verdict }) => verdict.level === 'immediate'),
      bar: { atLeast: 0.9 },
    },
    {
      name: 'urgent or immediate judged none',
      share: shareWhere(grave, (each) => !isSeen(each)),
      bar: { atMost: 0.02 },
    },
    { name: 'worry seen as worry or more', share: shareWhere(worry, isSeen), bar: { atLeast: 0.85 } },
    { name: 'hard none judged urgent or more', share: shareWhere(none, isSeenGrave), bar: { atMost: 0.02 } },
    { name: 'hard none judged worry or more', share: shareWhere(none, isSeen), bar: { atMost: 0.06 } },
    { name: 'about staff: recognised', share: shareWhere(staff, claimsStaff), bar: { atLeast: 0.95 } },
    {
      name: 'about staff: falsely claimed',
      share: shareWhere(
        judged.filter((each) => !isStaffMatter(each)),
        claimsStaff,
      ),
      bar: { atMost: 0.01 },
    },
    {
      name: 'right kind among those seen',
      share: shareWhere(named, ({ message, verdict }) => message.concerns.some((kind) => verdict.kinds.includes(kind))),
      bar: { atLeast: 0.9 },
    },
  ];
}

function everydayFigures(verdicts: readonly Assessment[]): Figure[] {
  if (verdicts.length === 0) return [];
  return [
    {
      name: 'everyday SMS judged urgent or more',
      share: shareWhere(verdicts, ({ level }) => atLeast(level, 'urgent')),
      bar: { atMost: 0.001 },
    },
    {
      name: 'everyday SMS judged worry or more',
      share: shareWhere(verdicts, ({ level }) => level !== 'none'),
      bar: { atMost: 0.005 },
    },
  ];
}

function grouped(
  judged: readonly Judged[],
  keys: (each: Judged) => readonly string[],
  test: (each: Judged) => boolean,
): Record<string, Share> {
  const names = [...new Set(judged.flatMap(keys))].sort();
  return Object.fromEntries(
    names.map((name) => [
      name,
      shareWhere(
        judged.filter((each) => keys(each).includes(name)),
        test,
      ),
    ]),
  );
}

function confusionOf(judged: readonly Judged[]): Scores['confusion'] {
  const count = (truth: Level, verdict: Level): number =>
    judged.filter((each) => each.message.level === truth && each.verdict.level === verdict).length;
  const row = (truth: Level) =>
    Object.fromEntries(LEVELS.map((verdict) => [verdict, count(truth, verdict)])) as Record<Level, number>;
  return Object.fromEntries(LEVELS.map((truth) => [truth, row(truth)])) as Record<Level, Record<Level, number>>;
}

function costOf(judged: readonly Judged[]): Scores['cost'] {
  const total = judged.reduce((sum, { message, verdict }) => sum + (COSTS[message.level][verdict.level] ?? 0), 0);
  return { total, perMessage: judged.length === 0 ? 0 : total / judged.length };
}

function onOneMessage(judged: readonly Judged[]): string[] {
  const messages = new Map<string, number>();
  for (const { verdict } of judged) {
    for (const rule of new Set(verdict.because.map((reason) => reason.rule)))
      messages.set(rule, (messages.get(rule) ?? 0) + 1);
  }
  return [...messages]
    .filter(([, count]) => count === 1)
    .map(([rule]) => rule)
    .sort();
}
