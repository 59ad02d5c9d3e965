import { join } from 'node:path';
import { asText, fromText } from '../../src/authored/asText';
import { packRules, unpackRules } from '../../src/authored/packRules';
import { rulesReading } from '../../src/authored/rules';

describe('what the build keeps as text', () => {
  test('comes back as it was, in any script, and takes a byte a character', () => {
    const words = { list: ['é', '😀', '\u2028', '"', '\\', ''], none: null, deep: [{ of: [1, 0.5, true] }] };
    const kept = asText(words);
    expect(fromText(kept)).toEqual(words);
    expect([...kept].every((byte) => byte < 0x80)).toBe(true);
  });

  test('comes back whole: all our rules, as they are written', () => {
    const read = rulesReading.read(join(__dirname, '../../escalation-rules/disclosures'));
    if (!read.ok) throw new Error('the rules have faults');
    const { rules } = read;
    expect(rules.ordinaryWords.size).toBeGreaterThan(10_000);
    expect(unpackRules(packRules(rules))).toEqual(rules);
  });
});
