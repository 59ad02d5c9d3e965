import { likeliestKinds } from '../../../safeguarding/classifier/likeliestKinds';
import type { WeightsFile } from '../../../safeguarding/classifier/weights';
import { atLeast, type Level } from '../../../vocabulary/concerns';
import { EVERYDAY, readByRuleWriters, soughtMistakes } from '../lessons/messages';
import { decidedFor } from './gates';
import type { LeftOut } from './leaveOut';

type Slices = WeightsFile['leftOut'];

interface Decided {
  readonly each: LeftOut;
  readonly level: Level;
}

/**
 * How rules and classifier do together on each author left out, on each functional test, and on everyday SMS: whether a
 * way of speaking is taken for risk must show here, not in the lives of those who speak so. Tests are counted on authors
 * whom no rule writer has read. Null: no such message.
 */
export function slicesOf(leftOut: readonly LeftOut[], gates: WeightsFile['gates']): Slices {
  const decided = leftOut.map((each) => ({ each, level: decidedFor(each, gates) }));
  const unread = decided.filter(({ each }) => !readByRuleWriters(each.message.author));
  const all = unread.filter(({ each }) => each.message.author !== EVERYDAY);
  const written = all.filter(({ each }) => !soughtMistakes(each.message.author));
  const named = written.filter(({ each, level }) => atLeast(level, 'urgent') && each.message.kinds.length > 0);
  return {
    'authors unread by rule writers': slice(written),
    'authors who sought mistakes': slice(all.filter(({ each }) => soughtMistakes(each.message.author))),
    ...by('author', decided, ({ message }) => message.author),
    ...by('test', written, ({ message }) => message.test),
    kinds: { messages: named.length, rightKind: share(named, namesItsKind) },
  };
}

function by(name: string, decided: readonly Decided[], keyOf: (each: LeftOut) => string): Slices {
  const keys = [...new Set(decided.map(({ each }) => keyOf(each)))].sort();
  return Object.fromEntries(
    keys.map((key) => [`${name} ${key}`, slice(decided.filter(({ each }) => keyOf(each) === key))]),
  );
}

function slice(part: readonly Decided[]): Slices[string] {
  const of = (level: Level): readonly Decided[] => part.filter(({ each }) => each.message.level === level);
  const grave = part.filter(({ each }) => atLeast(each.message.level, 'urgent'));
  return {
    messages: part.length,
    urgentSeenByRules: share(grave, ({ each }) => atLeast(each.heard, 'urgent')),
    urgentSeen: share(grave, isUrgent),
    urgentJudgedNone: share(grave, ({ level }) => level === 'none'),
    immediateSeenAsImmediate: share(of('immediate'), ({ level }) => level === 'immediate'),
    worrySeen: share(of('worry'), ({ level }) => level !== 'none'),
    harmlessJudgedUrgentByRules: share(of('none'), ({ each }) => atLeast(each.heard, 'urgent')),
    harmlessJudgedUrgent: share(of('none'), isUrgent),
    harmlessJudgedWorry: share(of('none'), ({ level }) => level !== 'none'),
  };
}

const isUrgent = ({ level }: Decided): boolean => atLeast(level, 'urgent');

function namesItsKind({ each: { message, scores } }: Decided): boolean {
  return likeliestKinds((kind) => scores[kind]).some((kind) => message.kinds.includes(kind));
}

function share(all: readonly Decided[], test: (each: Decided) => boolean): number | null {
  return all.length === 0 ? null : Number((all.filter(test).length / all.length).toFixed(4));
}
