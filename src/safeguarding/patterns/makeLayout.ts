import type { DisclosureRules } from '../rules';
import { createAtoms, type AtomTable } from './atoms';
import type { Layout, Variant } from './layout';
import { numberParts, type Part } from './parts';
import { isAnchored, parsePattern, type Pattern, type Step } from './patternLanguage';

const MOST_OPTIONALS = 6;

/**
 * Works out all that the rules alone decide.
 *
 * @throws Error naming the rule or concept that cannot be understood.
 */
export function makeLayout(source: DisclosureRules): Layout {
  const atoms = createAtoms(source.concepts, (word) => expandWord(word, source.textSpeak));
  const variants: Omit<Variant, 'begin' | 'needs'>[] = [];
  const lone: [number, number][] = [];

  function add(pattern: Pattern, owner: number): void {
    const { fromStart, toEnd, toPause } = pattern;
    for (const steps of withoutOptionals(pattern.steps)) {
      const only = steps.length === 1 && !isAnchored(pattern) ? steps[0] : undefined;
      if (only !== undefined) lone.push([atoms.of(only), owner]);
      else {
        const numbered = steps.map((step) => ({ atom: atoms.of(step), gap: step.gap }));
        variants.push({ owner, steps: numbered, fromStart, toEnd, toPause });
      }
    }
  }

  numberParts(source).parts.forEach(({ where, texts }: Part, owner) => {
    for (const text of texts) naming(where, () => add(parsePattern(text), owner));
  });
  const names = Object.keys(source.concepts);
  const concepts = Object.fromEntries(names.map((name) => [name, atoms.concept(name)]));
  const { phrases, endings, parents } = atoms.close();
  return {
    words: [...atoms.words],
    phrases,
    endings,
    parents,
    concepts,
    variants: variants.map((variant) => ({ ...variant, ...beginningOf(variant.steps, atoms) })),
    lone,
  };
}

/** The unit with the fewest phrases, everyday little words last: where it stands, the others are looked for. */
function beginningOf(steps: Variant['steps'], atoms: AtomTable): Pick<Variant, 'begin' | 'needs'> {
  const costs = steps.map(({ atom }) => (atoms.everyday[atom] === true ? 1e6 : 0) + (atoms.phrases[atom] ?? 0));
  const [begin = 0, second = begin] = [...costs.keys()].sort((a, b) => (costs[a] as number) - (costs[b] as number));
  return { begin, needs: (steps[second] as Variant['steps'][number]).atom };
}

/** A pattern with optional steps is several patterns without. */
function withoutOptionals(steps: readonly Step[]): (readonly Step[])[] {
  const optionals = steps.filter((step) => step.optional).length;
  if (optionals > MOST_OPTIONALS) throw new Error(`more than ${MOST_OPTIONALS} optional steps in one pattern`);
  let ways: Step[][] = [[]];
  for (const step of steps) {
    const taken = ways.map((way) => [...way, step]);
    ways = step.optional ? [...taken, ...ways.map((way) => [...way])] : taken;
  }
  return ways.filter((way) => way.length > 0);
}

/** Rules may be written in text-speak too: "idk" in a pattern is "i dont know", as it is in a message. */
function expandWord(word: string, textSpeak: Readonly<Record<string, string>>): readonly string[] {
  const plain = Object.hasOwn(textSpeak, word) ? textSpeak[word] : undefined;
  return plain !== undefined && plain.includes(' ') ? plain.split(' ') : [word];
}

function naming(where: string, act: () => void): void {
  try {
    act();
  } catch (error) {
    throw new Error(`${where}: ${(error as Error).message}`, { cause: error });
  }
}
