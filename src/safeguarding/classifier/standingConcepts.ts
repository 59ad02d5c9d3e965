import type { PhraseNode } from '../patterns/endings';
import type { Compiled } from '../reading/compile';
import type { Phrase, Tags } from '../reading/tag';

/**
 * The concepts found in a text, as numbers in flat arrays. A word has half a dozen concepts and all of them are read
 * many times, and arrays are read fastest. Reused between texts.
 */
export class StandingConcepts {
  /** The concepts that begin at token t lie from `starts[t]` up to `starts[t + 1]`. */
  starts = new Int32Array(1 << 8);
  numbers = new Int32Array(1 << 10);
  /** Where each of them ends, exclusive. */
  ends = new Int32Array(1 << 10);
  /** Cached by the number of the phrase's node. */
  private readonly known: (Int32Array | undefined)[] = [];

  /** `numberOf` gives the number of a concept, or undefined for one that does not count. */
  constructor(
    private readonly conceptNames: Compiled['conceptNames'],
    private readonly numberOf: (concept: string) => number | undefined,
  ) {}

  /** Collects the concepts that begin at tokens `from` to `to`. */
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

  /** Makes the arrays at least twice as long, and long enough for any one phrase. */
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
