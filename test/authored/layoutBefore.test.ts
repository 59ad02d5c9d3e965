import { join } from 'node:path';
import { layoutBefore } from '../../src/authored/layoutBefore';
import { readDisclosureRules } from '../../src/authored/rules';

describe('the layout the build made of our rules', () => {
  test('is taken as it is by what runs the sources, so that no test lays the rules out anew', () => {
    const read = readDisclosureRules(join(__dirname, '../../escalation-rules/disclosures'));
    if (!read.ok) throw new Error('the rules have faults');
    expect(layoutBefore(read.rules.version)?.variants.length).toBeGreaterThan(1_000);
  });

  test('is not taken for other rules', () => expect(layoutBefore('of other rules')).toBeUndefined());
});
