import { ROWS, type Said } from '../../../safeguarding/classifier/recurrentCells';
import { DIMENSIONS, type NetWeights } from '../../../safeguarding/classifier/net';
import { UNKNOWN } from '../../../safeguarding/classifier/senses';
import { Adam } from './adam';
import type { SenseList } from './senseList';

/** Works out what the words of a batch say to the cells, and teaches vectors and filters to say it better. */
export class SayingsTeacher {
  /** Of every word said in this batch, what it says; and by how much that was wrong, to be added to. */
  private said = new Float32Array(0);
  wrong = new Float32Array(0);
  private sums = new Float32Array(0);
  private readonly pull = new Float32Array(DIMENSIONS);
  private readonly order: number[] = [];
  private readonly placeOf = new Map<number, number>();
  private readonly vectors: Adam;
  private readonly conceptVectors: Adam;
  private readonly filters: Adam;
  private readonly bias: Adam;

  constructor(
    private readonly weights: NetWeights,
    private readonly senses: SenseList,
  ) {
    this.vectors = new Adam(weights.vectors, DIMENSIONS);
    this.conceptVectors = new Adam(weights.conceptVectors, DIMENSIONS);
    this.filters = new Adam(weights.filters, DIMENSIONS);
    this.bias = new Adam(weights.bias, ROWS);
  }

  /** What the words of every text of a batch say. */
  say(texts: readonly Int32Array[]): Said[] {
    this.order.length = 0;
    this.placeOf.clear();
    const places = texts.map((text) => Int32Array.from(text, (sense) => this.number(sense)));
    if (this.said.length < this.order.length * ROWS) this.widen(2 * this.order.length);
    this.order.forEach((sense, at) => this.sayOne(sense, at));
    return places.map((of) => ({ table: this.said, places: of }));
  }

  teach(rate: number, step: number): void {
    const words = new Set<number>();
    const concepts = new Set<number>();
    const { length } = this.order;
    for (let at = 0; at < length; at += 4) this.teachFilters(at, Math.min(4, length - at));
    this.order.forEach((sense, at) => {
      const pull = this.pullOn(at);
      const word = this.senses.words[sense] as number;
      words.add(word);
      addTo(this.vectors.wrong, word * DIMENSIONS, pull);
      for (const concept of this.senses.concepts[sense] as readonly number[]) {
        concepts.add(concept);
        addTo(this.conceptVectors.wrong, concept * DIMENSIONS, pull);
      }
    });
    this.filters.move(rate, step);
    this.bias.move(rate, step);
    // The unknown word means nothing.
    words.delete(UNKNOWN);
    this.vectors.wrong.fill(0, 0, DIMENSIONS);
    this.vectors.move(rate, step, words);
    this.conceptVectors.move(rate, step, concepts);
    this.wrong.fill(0, 0, length * ROWS);
  }

  private number(sense: number): number {
    const known = this.placeOf.get(sense);
    if (known !== undefined) return known;
    const place = this.order.length * ROWS;
    this.order.push(sense);
    this.placeOf.set(sense, place);
    return place;
  }

  private widen(rows: number): void {
    this.said = new Float32Array(rows * ROWS);
    this.wrong = new Float32Array(rows * ROWS);
    this.sums = new Float32Array(rows * DIMENSIONS);
  }

  /** The sum of a word's own vector and those of its concepts, against all rows, four at a time: most of training is this. */
  private sayOne(sense: number, at: number): void {
    const { filters, bias, vectors, conceptVectors } = this.weights;
    const { sums, said } = this;
    const from = at * DIMENSIONS;
    const word = (this.senses.words[sense] as number) * DIMENSIONS;
    for (let d = 0; d < DIMENSIONS; d += 1) sums[from + d] = vectors[word + d] as number;
    for (const concept of this.senses.concepts[sense] as readonly number[])
      for (let d = 0; d < DIMENSIONS; d += 1)
        sums[from + d] = (sums[from + d] as number) + (conceptVectors[concept * DIMENSIONS + d] as number);
    for (let row = 0; row < ROWS; row += 4) {
      const a = row * DIMENSIONS;
      const b = a + DIMENSIONS;
      const c = b + DIMENSIONS;
      const e = c + DIMENSIONS;
      let first = 0;
      let second = 0;
      let third = 0;
      let fourth = 0;
      for (let d = 0; d < DIMENSIONS; d += 1) {
        const here = sums[from + d] as number;
        first += here * (filters[a + d] as number);
        second += here * (filters[b + d] as number);
        third += here * (filters[c + d] as number);
        fourth += here * (filters[e + d] as number);
      }
      const to = at * ROWS + row;
      said[to] = first + (bias[row] as number);
      said[to + 1] = second + (bias[row + 1] as number);
      said[to + 2] = third + (bias[row + 2] as number);
      said[to + 3] = fourth + (bias[row + 3] as number);
    }
  }

  /** Adds what these words, four at the most, say is wrong with the filters. */
  private teachFilters(at: number, count: number): void {
    const { wrong, sums } = this;
    const wrongFilters = this.filters.wrong;
    const wrongBias = this.bias.wrong;
    const a = at * DIMENSIONS;
    const b = count > 1 ? a + DIMENSIONS : a;
    const c = count > 2 ? b + DIMENSIONS : a;
    const e = count > 3 ? c + DIMENSIONS : a;
    for (let row = 0; row < ROWS; row += 1) {
      const from = at * ROWS + row;
      const first = wrong[from] as number;
      const second = count > 1 ? (wrong[from + ROWS] as number) : 0;
      const third = count > 2 ? (wrong[from + 2 * ROWS] as number) : 0;
      const fourth = count > 3 ? (wrong[from + 3 * ROWS] as number) : 0;
      if (first === 0 && second === 0 && third === 0 && fourth === 0) continue;
      wrongBias[row] = (wrongBias[row] as number) + first + second + third + fourth;
      const filter = row * DIMENSIONS;
      for (let d = 0; d < DIMENSIONS; d += 1)
        wrongFilters[filter + d] =
          (wrongFilters[filter + d] as number) +
          first * (sums[a + d] as number) +
          second * (sums[b + d] as number) +
          third * (sums[c + d] as number) +
          fourth * (sums[e + d] as number);
    }
  }

  /** By how much a word's own meaning was wrong. */
  private pullOn(at: number): Float32Array {
    const { filters } = this.weights;
    const { wrong, pull } = this;
    pull.fill(0);
    const from = at * ROWS;
    for (let row = 0; row < ROWS; row += 4) {
      const first = wrong[from + row] as number;
      const second = wrong[from + row + 1] as number;
      const third = wrong[from + row + 2] as number;
      const fourth = wrong[from + row + 3] as number;
      if (first === 0 && second === 0 && third === 0 && fourth === 0) continue;
      const a = row * DIMENSIONS;
      const b = a + DIMENSIONS;
      const c = b + DIMENSIONS;
      const e = c + DIMENSIONS;
      for (let d = 0; d < DIMENSIONS; d += 1)
        pull[d] =
          (pull[d] as number) +
          first * (filters[a + d] as number) +
          second * (filters[b + d] as number) +
          third * (filters[c + d] as number) +
          fourth * (filters[e + d] as number);
    }
    return pull;
  }
}

function addTo(table: Float32Array, from: number, by: Float32Array): void {
  for (let d = 0; d < DIMENSIONS; d += 1) table[from + d] = (table[from + d] as number) + (by[d] as number);
}
