import { join } from 'node:path';
import { packVariants, unpackVariants } from '../../src/authored/packVariants';
import { readDisclosureRules } from '../../src/authored/rules';
import { makeLayout } from '../../src/safeguarding/patterns/makeLayout';

describe('variants kept as numbers', () => {
  test('come back as they were, all those of our rules', () => {
    const read = readDisclosureRules(join(__dirname, '../../escalation-rules/disclosures'));
    if (!read.ok) throw new Error('the rules have faults');
    const { variants } = makeLayout(read.rules);
    expect(variants.length).toBeGreaterThan(1_000);
    expect(unpackVariants(packVariants(variants))).toEqual(variants);
  });

  test('come back with every kind of anchor and gap, and without any', () => {
    const steps = [
      { atom: 3, gap: { upTo: 0, crosses: false } },
      { atom: 0, gap: { upTo: 5, crosses: true } },
    ];
    const variants = [
      { owner: 0, steps, fromStart: 0, toEnd: null, toPause: true, begin: 1, needs: 3 },
      { owner: 1, steps: steps.slice(1), fromStart: null, toEnd: 2, toPause: false, begin: 0, needs: 0 },
    ];
    expect(unpackVariants(packVariants(variants))).toEqual(variants);
    expect(unpackVariants(packVariants([]))).toEqual([]);
  });
});
