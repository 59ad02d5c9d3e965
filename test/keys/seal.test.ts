import { CannotOpen, newKeys, openKeys } from '../../src/keys';

const old = newKeys('old');
const next = newKeys('new');

/** The old seal key alone, then the new one in front of it, then the old one gone. */
const before = openKeys(old);
const rotated = openKeys([...next.split('\n'), ...old.split('\n')].join('\n'));
const after = openKeys(next);

describe('sealed text', () => {
  const place = 'messages.text:m1';

  test.each(['', 'he hit me', '😔 ŵ', 'x'.repeat(1_600), 'nul \u0000 inside'])('opens to what it was: %j', (text) => {
    expect(before.open(before.seal(text, place), place)).toBe(text);
  });

  test('the same text never looks the same twice, nor shows itself', () => {
    const [one, two] = [before.seal('he hit me', place), before.seal('he hit me', place)];
    expect(one).not.toBe(two);
    expect(Buffer.from(one.split('.')[2]!, 'base64url').toString()).not.toContain('hit');
  });

  test('it does not open in another row or column', () => {
    expect(() => before.open(before.seal('he hit me', place), 'messages.text:m2')).toThrow(CannotOpen);
  });

  test.each([0, 14, 30])('one flipped bit at byte %i is noticed', (at) => {
    const [form, id, body] = before.seal('he hit me', place).split('.') as [string, string, string];
    const bytes = Buffer.from(body, 'base64url');
    bytes[at]! ^= 1;
    expect(() => before.open(`${form}.${id}.${bytes.toString('base64url')}`, place)).toThrow(CannotOpen);
  });

  test.each(['', 'plain text', 's1.old', 's1.old.', 's2.old.AAAA', 's1.old.AAAA.more'])(
    'what is no sealed value is refused as such: %j',
    (value) => {
      expect(() => before.open(value, place)).toThrow(CannotOpen);
    },
  );

  test('after rotation old values open, are known as stale, and new ones are under the new key', () => {
    const sealedBefore = before.seal('he hit me', place);
    expect(rotated.open(sealedBefore, place)).toBe('he hit me');
    expect(rotated.isStale(sealedBefore)).toBe(true);
    const sealedAfter = rotated.seal('he hit me', place);
    expect(rotated.isStale(sealedAfter)).toBe(false);
    expect(after.open(sealedAfter, place)).toBe('he hit me');
  });

  test('a missing key is named, so that it can be put back', () => {
    expect(() => after.open(before.seal('he hit me', place), place)).toThrow(/seal key "old"/);
  });
});

describe('a hashed number', () => {
  test('the same number has the same hash, and a rotated ring still asks for the old one', () => {
    const number = '+447700900101';
    expect(before.hashPhone(number)).toBe(before.hashPhone(number));
    expect(before.hashPhone(number)).not.toBe(before.hashPhone('+447700900102'));
    expect(rotated.phoneHashes(number)).toEqual([after.hashPhone(number), before.hashPhone(number)]);
  });

  test.each(['07700900101', '+44 7700 900101', '447700900101', ''])(
    '%j is no E.164 number: it is not hashed',
    (text) => {
      expect(() => before.hashPhone(text)).toThrow(TypeError);
    },
  );
});
