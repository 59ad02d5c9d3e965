import type { Facts, Language } from '../src/vocabulary';

/** What a value may be put together from: the facts, the language the words go in, and approved sentences in it. */
export interface Speaking {
  readonly facts: Facts;
  readonly language: Language;
  sentence(id: string, values?: Values): string;
}

/**
 * A value of a template: words as they are, or words that are only put together in the language the template goes in,
 * which is English where the wanted one does not have it. Times and sentences are of the second kind.
 */
export type Value = string | ((speaking: Speaking) => string);
export type Values = Readonly<Record<string, Value>>;
