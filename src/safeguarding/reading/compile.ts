import { Endings, inclusions, type PhraseNode } from '../patterns/endings';
import type { Layout } from '../patterns/layout';
import { makeLayout } from '../patterns/makeLayout';
import { numberParts, type NumberedParts } from '../patterns/parts';
import { Paths } from '../patterns/paths';
import type { DisclosureRules } from '../rules';
import { createLanguageFinder, type FindLanguage } from '../text/language';
import { createSpelling, type Spelling } from '../text/spelling';
import { PatternSet } from './patternSet';
import type { Phrases } from './tag';

export interface Compiled extends Omit<NumberedParts, 'parts'> {
  readonly spelling: Spelling;
  readonly findLanguage: FindLanguage;
  /** Every phrase of every concept and pattern. */
  readonly phrases: Phrases;
  /** Stands for the names handed in with a message. */
  readonly staffName: PhraseNode;
  readonly patterns: PatternSet;
  readonly people: People;
  /** Which atoms are concepts, for the classifier. */
  readonly conceptNames: ReadonlyMap<number, string>;
}

/** Concepts the engine itself asks about. */
export interface People {
  readonly me: number;
  readonly he: number;
  readonly target: number;
  /** Anybody a thing may be done to who is not the writer. */
  readonly them: number;
  readonly staff: number;
  /** Anybody of the family, or who looks after them. */
  readonly relation: number;
  /** Anybody outside the service. */
  readonly another: number;
  readonly staffName: number;
  readonly staffRole: number;
  /** Adults of the service meant by what they are, beyond the roles the classifier learnt with. */
  readonly ours: number;
  /** Said around a message, and nothing of it. */
  readonly pleasantry: number;
  /** A whole message that only says they do not know. */
  readonly shrug: number;
}

/** The reader of the rules has already compiled them, to find faults. */
const done = new WeakMap<DisclosureRules, Compiled>();

/**
 * Makes rules ready to be asked. `layout`: where the build has kept what these very rules come to.
 *
 * @throws Error naming the rule or concept that cannot be understood.
 */
export function compile(source: DisclosureRules, layout?: Layout): Compiled {
  const known = done.get(source);
  if (known !== undefined) return known;
  const compiled = assemble(source, layout ?? makeLayout(source));
  done.set(source, compiled);
  return compiled;
}

function assemble(source: DisclosureRules, layout: Layout): Compiled {
  const { parts, rules, frames, assertion } = numberParts(source);
  const endings = new Endings(layout.endings, inclusions(layout.parents));
  const vocabulary = new Map(layout.words.map((word, number) => [word, number]));
  const { ordinaryWords, textSpeak, emoji } = source;
  const spelling = createSpelling({ vocabulary, ordinaryWords, textSpeak, emoji });
  const conceptOf = (name: string): number => {
    const atom = layout.concepts[name];
    if (atom === undefined) throw new Error(`the concept <${name}> must exist`);
    return atom;
  };
  const people = {
    me: conceptOf('me'),
    he: conceptOf('he'),
    target: conceptOf('target'),
    them: conceptOf('them'),
    staff: conceptOf('staff'),
    relation: conceptOf('relation'),
    another: conceptOf('another'),
    staffName: conceptOf('staff-name'),
    staffRole: conceptOf('staff-role'),
    ours: conceptOf('of-ours'),
    pleasantry: conceptOf('pleasantry'),
    shrug: conceptOf('shrug'),
  };
  return {
    spelling,
    findLanguage: createLanguageFinder(source.otherLanguages, spelling),
    phrases: { tree: new Paths(layout.phrases), endings },
    staffName: endings.standingFor(people.staffName),
    patterns: new PatternSet(layout, parts.length, { preamble: conceptOf('preamble'), aside: conceptOf('aside') }),
    rules,
    frames,
    assertion,
    people,
    conceptNames: new Map(Object.entries(layout.concepts).map(([name, atom]) => [atom, name])),
  };
}
