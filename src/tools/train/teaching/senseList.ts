import { joinTexts, type NetWeights } from '../../../safeguarding/classifier/net';
import { UNKNOWN, type Senses } from '../../../safeguarding/classifier/senses';

/** A message as the numbers of what its words mean, and where the judged ones begin. */
export interface SensedText {
  readonly senses: Int32Array;
  readonly judgedFrom: number;
}

/**
 * Numbers every word under its concepts. In a few dozen messages the same come again and again: what they say to the
 * cells is worked out once.
 */
export class SenseList {
  readonly words: number[] = [];
  readonly concepts: (readonly number[])[] = [];
  private readonly hidden: number[] = [];
  private readonly numbers = new Map<string, number>();

  constructor(private readonly known: Pick<NetWeights, 'words' | 'concepts'>) {}

  read(judged: Senses, earlier: Senses): SensedText {
    const { words, concepts } = joinTexts(judged, earlier, this.known);
    const senses = Int32Array.from(words, (word, at) => this.numberOf(word, concepts[at] as readonly number[]));
    return { senses, judgedFrom: words.indexOf(this.known.words.size) + 1 };
  }

  /** The same place with its word unknown. */
  hide(sense: number): number {
    return (this.hidden[sense] ??= this.numberOf(UNKNOWN, this.concepts[sense] as readonly number[]));
  }

  private numberOf(word: number, concepts: readonly number[]): number {
    const key = `${word}:${concepts.join()}`;
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    this.numbers.set(key, this.words.length);
    this.concepts.push(concepts);
    return this.words.push(word) - 1;
  }
}
