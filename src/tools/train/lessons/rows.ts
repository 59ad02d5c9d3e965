import type { DisclosureRules } from '../../../safeguarding';
import { FeatureBag, GROUPS } from '../../../safeguarding/classifier/featureBag';
import { createFeatureFinder, earliestOf } from '../../../safeguarding/classifier/features';
import { certainOf, namesStaff } from '../../../safeguarding/classifier/raise';
import { createSenseFinder, type Senses } from '../../../safeguarding/classifier/senses';
import { stretchesOf, type Stretch } from '../../../safeguarding/classifier/stretches';
import { compile } from '../../../safeguarding/reading/compile';
import { read, type Reading } from '../../../safeguarding/reading/reading';
import { excusedHitsOf } from '../../../safeguarding/weighing/excusedHits';
import { hitsOf } from '../../../safeguarding/weighing/hits';
import { verdictOf } from '../../../safeguarding/weighing/levels';
import type { Level } from '../../../vocabulary/concerns';
import type { TrainingMessage } from './trainingMessage';
import { vocabularyOf, type Vocabulary, type WordVectors } from './vocabulary';

/** A message as numbers. */
export interface Row {
  readonly message: TrainingMessage;
  /** What the rules are certain of, and what they would say by themselves. */
  readonly certain: Level;
  readonly heard: Level;
  /** Whether an adult of the service is named, so that it may be about them. */
  readonly namesStaff: boolean;
  /** Which buckets of the table it has, and what each is worth. */
  readonly buckets: Int32Array;
  readonly values: Float32Array;
  /** What its words mean, and those just before it. */
  readonly judged: Senses;
  readonly earlier: Senses;
}

/** What each group of features weighs; chosen once by leaving authors out. */
export const GROUP_WEIGHTS: Readonly<Record<(typeof GROUPS)[number], number>> = {
  words: 2,
  letters: 1,
  concepts: 1,
  earlier: 0.5,
  rules: 1,
};

export interface Rows {
  readonly rows: readonly Row[];
  readonly vocabulary: Vocabulary;
}

/** Every message as numbers, read by these rules, and the words the net will know. */
export function rowsOf(messages: readonly TrainingMessage[], rules: DisclosureRules, known: WordVectors): Rows {
  const compiled = compile(rules);
  const readings = messages.map((message) => read(message.text, message.before, message, compiled));
  const concepts = [...compiled.conceptNames.values()].sort();
  const vocabulary = vocabularyOf(known, readings.flatMap(wordsOf), concepts);
  const senses = createSenseFinder(compiled, vocabulary);
  const find = createFeatureFinder(compiled, {
    concepts: vocabulary.concepts,
    rules: new Set(rules.rules.map(({ id }) => id)),
  });
  const bag = new FeatureBag();
  const rows = readings.map((reading, index) => {
    const [{ from, to } = nothingIn(reading)] = stretchesOf(reading, compiled);
    const standing = hitsOf(reading, compiled, null);
    const hits = [...standing, ...excusedHitsOf(reading, compiled, null, false, standing)];
    find({ reading, hits }, from, to, bag);
    const shares = GROUPS.map(
      (name, group) => GROUP_WEIGHTS[name] / Math.sqrt(Math.max(1, bag.sizes[group] as number)),
    );
    return {
      message: messages[index] as TrainingMessage,
      certain: certainOf({ reading, hits }, compiled).level,
      heard: verdictOf(hits, reading).level,
      namesStaff: namesStaff(reading, compiled),
      buckets: bag.buckets.slice(0, bag.count),
      values: Float32Array.from({ length: bag.count }, (_, at) => shares[bag.groups[at] as number] as number),
      judged: senses(reading, from, to),
      earlier: senses(reading, earliestOf(reading), reading.judgedFrom),
    };
  });
  return { rows, vocabulary };
}

function nothingIn({ judgedFrom }: Reading): Stretch {
  return { from: judgedFrom, to: judgedFrom };
}

function wordsOf({ tokens }: Reading): string[] {
  return tokens.map(({ forms }) => forms[1] ?? forms[0] ?? '');
}
