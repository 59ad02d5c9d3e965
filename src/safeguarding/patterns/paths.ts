import type { PathTable } from './layout';

/** Where every path begins. No step leads back to it, so a step that leads nowhere leads here. */
export const ROOT = 0;

/**
 * Paths from one root, made of numbers from node to node. All steps lie in one table of numbers: tens of thousands of
 * small maps cost more to make and to walk than everything else. One step alone leads to each node, so what is known of
 * a step stands with its node, and the table holds nodes alone: a third of what a start has to read.
 */
export class Paths {
  private nodes: number;
  private slots: Int32Array;
  private steps: Int32Array;
  private mask: number;

  /** From a table laid out before, or empty with room for some steps, a power of two; more is found when needed. */
  constructor(from: PathTable | number) {
    this.slots = typeof from === 'number' ? new Int32Array(from) : from.slots;
    this.steps = typeof from === 'number' ? new Int32Array(from) : from.steps;
    this.nodes = typeof from === 'number' ? 1 : from.steps.length / 2;
    this.mask = this.slots.length - 1;
  }

  table(): PathTable {
    return { slots: this.slots, steps: this.steps.slice(0, 2 * this.nodes) };
  }

  /** The node that a step leads to, ROOT for none. */
  step(node: number, by: number): number {
    return this.slots[this.slotOf(node, by)] as number;
  }

  /** As `step`, making the node where there is none. */
  grow(node: number, by: number): number {
    const slot = this.slotOf(node, by);
    const known = this.slots[slot] as number;
    if (known !== ROOT) return known;
    const made = this.nodes;
    if (2 * made >= this.steps.length) {
      this.widen();
      return this.grow(node, by);
    }
    this.nodes += 1;
    this.slots[slot] = made;
    this.steps[2 * made] = node;
    this.steps[2 * made + 1] = by;
    return made;
  }

  /** Where the node of a step stands in the table, or would. */
  private slotOf(node: number, by: number): number {
    const { slots, steps, mask } = this;
    const mixed = Math.imul(node, 0x9e3779b1) ^ Math.imul(by + 1, 0x85ebca6b);
    let at = (mixed ^ (mixed >>> 15)) & mask;
    for (let to = slots[at] as number; to !== ROOT; to = slots[at] as number) {
      if (steps[2 * to] === node && steps[2 * to + 1] === by) break;
      at = (at + 1) & mask;
    }
    return at;
  }

  private widen(): void {
    const steps = new Int32Array(2 * this.slots.length);
    steps.set(this.steps);
    this.steps = steps;
    this.slots = new Int32Array(2 * this.slots.length);
    this.mask = this.slots.length - 1;
    for (let to = ROOT + 1; to < this.nodes; to += 1) {
      this.slots[this.slotOf(steps[2 * to] as number, steps[2 * to + 1] as number)] = to;
    }
  }
}
