import { newKeys, openKeys } from '../../src/keys';

const [seal, hash, sign] = newKeys('a').split('\n') as [string, string, string];

describe('a key ring', () => {
  test('a new one opens, in one line or several', () => {
    expect(() => openKeys(`${seal}, ${hash} ${sign}`)).not.toThrow();
    expect(() => openKeys(newKeys('b2'))).not.toThrow();
  });

  test.each([
    ['without a purpose', [seal, hash], 'there is no sign key'],
    ['empty', [], 'there is no seal key'],
    ['with one id twice', [seal, newKeys('a').split('\n')[0], hash, sign], 'two seal keys have the same id'],
    ['with one key for two purposes', [seal, hash, seal.replace('seal', 'sign')], 'the same key stands in two places'],
    ['with a short key', [seal.slice(0, -4), hash, sign], 'purpose:id:key'],
  ])('%s is refused, and the fault shows no key', (_, parts, fault) => {
    const open = () => openKeys(parts.join('\n'));
    expect(open).toThrow(fault);
    try {
      open();
    } catch (error) {
      expect(String(error)).not.toContain(seal.split(':')[2]!.slice(0, 20));
    }
  });
});
