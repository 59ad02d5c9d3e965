import { highest, type Assess, type Assessment, type ToAssess } from '../vocabulary/concerns';
import { compile, type Compiled } from './compile';
import { hitsOf } from './hits';
import { verdictOf } from './levels';
import { meantBy, notThemIn } from './meant';
import { read } from './reading';
import type { DisclosureRules } from './rules';
import { failedOn, unreadableReason, whyUnreadable } from './unreadable';

/**
 * Makes the judge of messages out of checked rules. Making it throws for rules that cannot be understood; the judge
 * itself never throws for any text: what it cannot read, or stumbles over, it calls unreadable, and a human reads it.
 */
export function createAssessor(rules: DisclosureRules): Assess {
  const compiled = compile(rules);
  return (input) => {
    try {
      return assess(input, compiled, rules.version);
    } catch {
      return failedOn(String(input.text), rules.version);
    }
  };
}

function assess(input: ToAssess, compiled: Compiled, rulesVersion: string): Assessment {
  const { text, staff } = input;
  const reading = read(text, input.before, staff, compiled);
  const hits = hitsOf(reading, compiled, input.asked ?? null);
  const verdict = verdictOf(hits, reading);
  const unread = whyUnreadable(text);
  return {
    level: highest(verdict.level, unread === null ? 'none' : 'worry'),
    kinds: verdict.kinds,
    about: verdict.about,
    because: unread === null ? verdict.because : [...verdict.because, unreadableReason(text, unread.says)],
    readable: unread === null,
    unreadableBecause: unread?.because ?? null,
    weak: verdict.weak,
    meant: meantBy(reading, compiled, staff, verdict.about, hits),
    notThem: notThemIn(reading, compiled),
    rulesVersion,
  };
}
