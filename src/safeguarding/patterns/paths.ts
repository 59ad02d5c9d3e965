import type { PathTable } from './layout';

/** Where every path begins. No step leads back to it, so a step that leads nowhere leads here. */
export const ROOT = 0;

/**
 * Paths from one root, made of numbers from node to node. All steps lie in one table of numbers: tens of thousands of
 * small maps cost more to make and to walk than everything else.
 */
export class Paths {
  private nodes: number;
  private steps: Int32Array;
  private mask: number;

  /** From a table laid out before, or empty with room for some steps, a power of two; more is found when needed. */
  constructor(from: PathTable | number) {
    this.steps = typeof from === 'number' ? new Int32Array(3 * from) : from.steps;
    this.nodes = typeof from === 'number' ? 1 : from.nodes;
    this.mask = this.steps.length / 3 - 1;
  }

  table(): PathTable {
    return { steps: this.steps, nodes: this.nodes };
  }

  /** The node that a step leads to, ROOT for none. */
  step(node: number, by: number): number {
    return this.steps[this.slotOf(node, by) + 2] as number;
  }

  /** As `step`, making the node where there is none. */
  grow(node: number, by: number): number {
    const slot = this.slotOf(node, by);
    const known = this.steps[slot + 2] as number;
    if (known !== ROOT) return known;
    const made = this.nodes;
    this.nodes += 1;
    this.place(slot, node, by, made);
    if (2 * this.nodes > this.mask) this.widen();
    return made;
  }

  private place(slot: number, node: number, by: number, to: number): void {
    this.steps[slot] = node;
    this.steps[slot + 1] = by;
    this.steps[slot + 2] = to;
  }

  /** Where a step stands in the table, or would. */
  private slotOf(node: number, by: number): number {
    const { steps, mask } = this;
    const mixed = Math.imul(node, 0x9e3779b1) ^ Math.imul(by + 1, 0x85ebca6b);
    let at = (mixed ^ (mixed >>> 15)) & mask;
    while (steps[3 * at + 2] !== ROOT && (steps[3 * at] !== node || steps[3 * at + 1] !== by)) at = (at + 1) & mask;
    return 3 * at;
  }

  private widen(): void {
    const old = this.steps;
    this.steps = new Int32Array(4 * old.length);
    this.mask = 4 * this.mask + 3;
    for (let slot = 0; slot < old.length; slot += 3) {
      const [node, by, to] = [old[slot] as number, old[slot + 1] as number, old[slot + 2] as number];
      if (to !== ROOT) this.place(this.slotOf(node, by), node, by, to);
    }
  }
}
