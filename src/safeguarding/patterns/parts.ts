import type { Assertion, DisclosureRules, Frame, KindRule } from '../rules';

/** Patterns that are one part of a rule, a frame or the assertions: any of them is enough. Its number is its place. */
export interface Part {
  /** The rule or frame, for whoever has to find a fault. */
  readonly where: string;
  readonly texts: readonly string[];
}

/** Numbers under which the matches of a rule's parts come back from the pattern set. */
export interface CompiledRule {
  readonly rule: KindRule;
  /** What it hears is enough by itself; else it is for the classifier to decide with. */
  readonly certain: boolean;
  readonly patterns: number | null;
  readonly together: readonly (readonly number[])[];
  readonly unless: number | null;
  readonly raise: readonly {
    readonly owner: number;
    readonly to: 'worry' | 'urgent' | 'immediate';
    readonly because: string;
  }[];
}

export interface NumberedParts {
  readonly parts: readonly Part[];
  readonly rules: readonly CompiledRule[];
  readonly frames: readonly { readonly frame: Frame; readonly owner: number }[];
  readonly assertion: Readonly<Record<keyof Assertion, number>>;
}

/** Numbers every part of the rules that has patterns, always in the same order. */
export function numberParts({ rules, frames, assertion }: DisclosureRules): NumberedParts {
  const parts: Part[] = [];
  const add = (where: string, texts: readonly string[]): number => parts.push({ where, texts }) - 1;
  return {
    rules: rules.flatMap((rule) => {
      const said: CompiledRule = {
        rule,
        certain: false,
        patterns: rule.patterns === undefined ? null : add(rule.id, rule.patterns),
        together: (rule.together ?? []).map((set) => set.map((text) => add(rule.id, [text]))),
        unless: rule.unless === undefined ? null : add(rule.id, rule.unless),
        raise: (rule.raise ?? []).map(({ with: texts, to, because }) => ({ owner: add(rule.id, texts), to, because })),
      };
      if (rule.certainly === undefined) return [said];
      return [{ ...said, certain: true, patterns: add(rule.id, rule.certainly), together: [] }, said];
    }),
    frames: frames.map((frame) => ({ frame, owner: add(frame.id, frame.patterns) })),
    assertion: Object.fromEntries(Object.entries(assertion).map(([name, texts]) => [name, add(name, texts)])) as Record<
      keyof Assertion,
      number
    >,
    parts,
  };
}
