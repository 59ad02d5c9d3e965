import type { PhraseNode } from '../patterns/endings';
import type { Compiled } from '../reading/compile';
import type { Phrase, Tags } from '../reading/tag';

/**
 * The concepts that stand in a text, each as the one number its reader knows it by, in long lists side by side: a word
 * has half a dozen concepts, all of them are asked about again and again, and what lies in a row is read fastest. Reused
 * between texts.
 */
export class StandingConcepts {
  /** Those that begin at a token lie from its place here to that of the next token. */
  starts = new Int32Array(1 << 8);
  numbers = new Int32Array(1 << 10);
  /** Where each of them ends, exclusive. */
  ends = new Int32Array(1 << 10);
  /** By the number of the phrase's node. */
  private readonly known: (Int32Array | undefined)[] = [];

  /** `numberOf`: what a concept is to the reader; undefined for one that is nothing. */
  constructor(
    private readonly conceptNames: Compiled['conceptNames'],
    private readonly numberOf: (concept: string) => number | undefined,
  ) {}

  /** Lists what begins at tokens `from` to `to`. */
  list(tags: Tags, from: number, to: number): void {
    if (to >= this.starts.length) this.starts = new Int32Array(2 * to);
    const { phrases, first } = tags.starting;
    let count = 0;
    for (let at = from; at < to; at += 1) {
      this.starts[at] = count;
      const next = first[at + 1] as number;
      for (let place = first[at] as number; place < next; place += 1) {
        const { node, end } = phrases[place] as Phrase;
        const numbers = this.numbersOf(node);
        if (count + numbers.length > this.numbers.length) this.widen();
        for (const number of numbers) {
          this.numbers[count] = number;
          this.ends[count] = end;
          count += 1;
        }
      }
    }
    this.starts[to] = count;
  }

  private numbersOf(node: PhraseNode): Int32Array {
    return (this.known[node.number] ??= Int32Array.from(
      [...node.belongs].flatMap((atom) => {
        const name = this.conceptNames.get(atom);
        return name === undefined ? [] : (this.numberOf(name) ?? []);
      }),
    ));
  }

  /** Doubled at least, and more than any phrase alone asks for. */
  private widen(): void {
    this.numbers = longer(this.numbers);
    this.ends = longer(this.ends);
  }
}

function longer(list: Int32Array): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(2 * list.length);
  wider.set(list);
  return wider;
}
