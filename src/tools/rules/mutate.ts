import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DisclosureRules } from '../../safeguarding';
import { createDecisiveRules } from '../../safeguarding/review/decisiveRules';
import type { ToAssess } from '../../vocabulary';
import { readLabelled } from '../score/labelled';
import { CannotGoOn, NotUnderstood } from '../tool';

interface Mutation {
  /** Ask about this rule alone. */
  readonly only?: string | undefined;
  /** Hears how many of all messages have been judged. */
  readonly progress: (done: number, of: number) => void;
}

/** How many messages are judged between two words of progress. */
const EVERY = 1_000;
/** Who an example written as one string knows (`escalation-rules/README.md`). */
const STAFF = ['Sam', 'Priya'];

/**
 * The rules that change nothing: with one of them taken out, no given message and none of its own `catches` is judged
 * otherwise by the rules alone. Every message is judged once, until no rule is left to ask about.
 */
export function deadRules(
  rules: DisclosureRules,
  messages: readonly ToAssess[],
  { only, progress }: Mutation,
): readonly string[] {
  const decisive = createDecisiveRules(rules);
  const asked = rules.rules.filter(({ id }) => only === undefined || id === only);
  if (asked.length === 0) throw new NotUnderstood(`No rule is called "${only}".`);
  const dead = new Set(
    asked.filter((rule) => !catchesOf(rule).some((each) => decisive(each).has(rule.id))).map(({ id }) => id),
  );
  for (const [index, message] of messages.entries()) {
    if (dead.size === 0) break;
    for (const id of decisive(message)) dead.delete(id);
    if ((index + 1) % EVERY === 0) progress(index + 1, messages.length);
  }
  return [...dead];
}

/** A rule's own examples as the judge is asked them. */
function catchesOf({ catches }: DisclosureRules['rules'][number]): readonly ToAssess[] {
  return catches.map((each) => (typeof each === 'string' ? { text: each, before: [], staff: STAFF } : each));
}

/** The messages of labelled files; of every one in `folder` when none is named. */
export function labelledIn(files: readonly string[], folder: string): readonly ToAssess[] {
  const named = files.length > 0 ? files : jsonLines(folder);
  const { labelled, faults } = readLabelled(named);
  if (faults.length > 0) throw new CannotGoOn(faults.join('\n'));
  return labelled.map(({ text, before, staff }) => ({ text, before, staff }));
}

function jsonLines(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .map((name) => join(folder, name));
}
