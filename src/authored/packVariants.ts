import type { Variant } from '../safeguarding/patterns/layout';

type Gap = Variant['steps'][number]['gap'];

/** Stands for what is null. */
const NONE = -1;
/** So many numbers stand for a variant before its steps, and for each step. */
const HEAD = 7;
const STEP = 3;

/**
 * Variants as one row of whole numbers. The build keeps them so: made of objects, V8 took a hundred milliseconds of each
 * start to read them.
 */
export function packVariants(variants: readonly Variant[]): Int32Array {
  return Int32Array.from(
    variants.flatMap(({ owner, steps, fromStart, toEnd, toPause, begin, needs }) => [
      ...[owner, fromStart ?? NONE, toEnd ?? NONE, Number(toPause), begin, needs, steps.length],
      ...steps.flatMap(({ atom, gap }) => [atom, gap.upTo, Number(gap.crosses)]),
    ]),
  );
}

/** What `packVariants` was given. Read by place: with an iterator for each it took as long as V8 had. */
export function unpackVariants(packed: Int32Array): readonly Variant[] {
  const gaps: Gap[] = [];
  const variants: Variant[] = [];
  for (let at = 0; at < packed.length;) {
    const count = packed[at + 6]!;
    const steps = new Array<Variant['steps'][number]>(count);
    for (let step = 0, from = at + HEAD; step < count; step += 1, from += STEP) {
      steps[step] = { atom: packed[from]!, gap: gapOf(gaps, packed[from + 1]!, packed[from + 2]!) };
    }
    variants.push({
      owner: packed[at]!,
      steps,
      fromStart: orNull(packed[at + 1]!),
      toEnd: orNull(packed[at + 2]!),
      toPause: packed[at + 3] === 1,
      begin: packed[at + 4]!,
      needs: packed[at + 5]!,
    });
    at += HEAD + count * STEP;
  }
  return variants;
}

const orNull = (number: number) => (number === NONE ? null : number);

/** Few differ, so each stands once. */
function gapOf(gaps: Gap[], upTo: number, crosses: number): Gap {
  return (gaps[upTo * 2 + crosses] ??= { upTo, crosses: crosses === 1 });
}
