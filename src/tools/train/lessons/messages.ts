import { createAssessor, type DisclosureRules } from '../../../safeguarding';
import type { Example } from '../../../safeguarding/rules';
import type { Assess } from '../../../vocabulary/concerns';
import type { Everyday, Labelled, ReadFiles } from '../../score/labelled';
import { madeOf } from './made';
import type { TrainingMessage } from './trainingMessage';

/** Who wrote a training message: an author of labelled ones, the writers of everyday SMS, or those of the rules. */
export const EVERYDAY = 'everyday';
export const RULES = 'rules';

/** Authors whose messages rule writers may read; what the rules are worth is measured on all others. */
const READ: ReadonlySet<string> = new Set([
  ...['rowan', 'alder', 'sorrel', 'merle', 'bracken', RULES],
  ...['pochard', 'quail', 'reedling', 'knot', 'pintail', 'wigeon', 'gadwall', 'shelduck', 'smew', 'garganey'],
  'twite',
]);

/**
 * Authors who were shown what the judge of the day got wrong, and wrote more of that. Nothing teaches as much; but they
 * are harder than life, so no threshold is set by them, and their figures stand apart.
 */
const SEEKING: ReadonlySet<string> = new Set([
  ...['curlew', 'lapwing', 'gorse', 'brambling', 'fulmar', 'osprey'],
  ...['redstart', 'campion', 'clover', 'teal', 'bittern', 'nuthatch'],
  ...['avocet', 'bunting', 'dotterel', 'egret', 'fieldfare', 'goldcrest'],
  ...['harrier', 'jackdaw', 'kittiwake', 'lark', 'moorhen', 'oriole'],
  ...['pochard', 'quail', 'reedling', 'sandpiper'],
  ...['whinchat', 'stonechat', 'dunnock', 'bullfinch'],
  ...['ouzel', 'petrel', 'crake', 'ruff'],
  ...['twite', 'snipe', 'scoter', 'godwit'],
]);

/** Whether rules were written by somebody who had read this author: figures measured on them flatter the rules. */
export function readByRuleWriters(author: string): boolean {
  return READ.has(author);
}

/** Whether this author wrote to find mistakes: no threshold is set by them. */
export function soughtMistakes(author: string): boolean {
  return SEEKING.has(author);
}

/** Everything that is learnt from. */
export function trainingMessages(
  { labelled, everyday }: Pick<ReadFiles, 'labelled' | 'everyday'>,
  rules: DisclosureRules,
): TrainingMessage[] {
  const written = [...labelled.map(fromLabelled), ...everyday.map(fromEveryday)];
  return [...written, ...madeOf(written), ...fromRules(rules, createAssessor(rules))];
}

function fromLabelled({ concerns, author, pair, ...labelled }: Labelled): TrainingMessage {
  const { text, before, staff, level, about, test } = labelled;
  const written = { text, before, staff, level, kinds: concerns, about, test };
  return { ...written, author: author ?? 'unknown', pair: pair ?? null, made: false };
}

function fromEveryday({ text }: Everyday): TrainingMessage {
  const harmless = { level: 'none', kinds: [], about: 'self' } as const;
  return { text, before: [], staff: [], ...harmless, author: EVERYDAY, test: EVERYDAY, pair: null, made: false };
}

/** The rules' own examples: what they catch, at the level they say, and the harmless twins. */
function fromRules({ rules, frames }: DisclosureRules, assess: Assess): TrainingMessage[] {
  const caught = rules.flatMap((rule) => rule.catches.map(plain)).filter(({ asked }) => asked === undefined);
  const harmless = [...rules, ...frames].flatMap(({ leavesAlone }) => leavesAlone.map(plain));
  const made = { author: RULES, test: RULES, pair: null, made: true } as const;
  return [
    ...caught.map(({ text, before, staff }) => {
      const { level, kinds, about } = assess({ text, before, staff });
      return { text, before, staff, level, kinds, about, ...made };
    }),
    ...harmless.map(({ text, before, staff }) => {
      return { text, before, staff, level: 'none' as const, kinds: [], about: 'self' as const, ...made };
    }),
  ];
}

function plain(example: Example): Exclude<Example, string> {
  return typeof example === 'string' ? { text: example, before: [], staff: ['Sam', 'Priya'] } : example;
}
