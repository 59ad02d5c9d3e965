import { highest, type Assessment, type Level, type ToAssess } from '../../vocabulary/concerns';
import { whyUnreadable } from '../judging/unreadable';
import { compile } from '../reading/compile';
import { read, type Reading } from '../reading/reading';
import type { DisclosureRules } from '../rules';
import { hitsOf, type Hit } from '../weighing/hits';
import { verdictOf } from '../weighing/levels';

/** What a person is told by a verdict; the reasons beside it may differ. */
type Told = Pick<Assessment, 'level' | 'kinds' | 'about'>;

/**
 * Makes the finder of rules that decide: without one of them the rules alone would judge that message otherwise (its
 * level, its kinds, or who is at risk). One hearing of a message answers for every rule. It takes a rule's hits away and
 * leaves its words known; really taking a rule out can also change which words a misspelt one is taken for.
 */
export function createDecisiveRules(rules: DisclosureRules): (input: ToAssess) => ReadonlySet<string> {
  const compiled = compile(rules);
  return ({ text, before, asked = null, under13 = false, ...known }) => {
    const reading = read(text, before, known, compiled);
    const hits = hitsOf(reading, compiled, asked, under13);
    const floor: Level = whyUnreadable(text, reading, compiled) === null ? 'none' : 'worry';
    const whole = told(hits, reading, floor);
    const spoke = new Set(hits.map((hit) => hit.rule.id));
    return new Set([...spoke].filter((id) => told(without(hits, id), reading, floor) !== whole));
  };
}

function without(hits: readonly Hit[], id: string): readonly Hit[] {
  return hits.filter((hit) => hit.rule.id !== id);
}

function told(hits: readonly Hit[], reading: Reading, floor: Level): string {
  const { level, kinds, about } = verdictOf(hits, reading);
  return sayVerdict({ level: highest(level, floor), kinds, about });
}

/** A verdict as one word, whatever order its kinds came in. */
export function sayVerdict({ level, kinds, about }: Told): string {
  return [level, about, ...[...kinds].sort()].join(' ');
}
