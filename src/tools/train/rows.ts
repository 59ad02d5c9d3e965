import type { DisclosureRules } from '../../safeguarding';
import { STRETCH } from '../../safeguarding/classifier/classify';
import { createFeatureFinder, FeatureBag, GROUPS } from '../../safeguarding/classifier/features';
import { compile } from '../../safeguarding/compile';
import { read } from '../../safeguarding/reading';
import type { TrainingMessage } from './messages';

/** A message as numbers: which buckets of the table it has, and what each is worth. */
export interface Row {
  readonly message: TrainingMessage;
  readonly buckets: Int32Array;
  readonly values: Float32Array;
}

/** What each group of features weighs; chosen once by leaving authors out. */
export const GROUP_WEIGHTS: Readonly<Record<(typeof GROUPS)[number], number>> = {
  words: 2,
  letters: 1,
  concepts: 1,
  earlier: 0.5,
};

export function rowsOf(messages: readonly TrainingMessage[], rules: DisclosureRules): Row[] {
  const compiled = compile(rules);
  const find = createFeatureFinder(compiled);
  const bag = new FeatureBag();
  return messages.map((message) => {
    const reading = read(message.text, message.before, message.staff, compiled);
    find(reading, reading.judgedFrom, Math.min(reading.tokens.length, reading.judgedFrom + STRETCH), bag);
    const shares = GROUPS.map(
      (name, group) => GROUP_WEIGHTS[name] / Math.sqrt(Math.max(1, bag.sizes[group] as number)),
    );
    return {
      message,
      buckets: bag.buckets.slice(0, bag.count),
      values: Float32Array.from({ length: bag.count }, (_, at) => shares[bag.groups[at] as number] as number),
    };
  });
}
