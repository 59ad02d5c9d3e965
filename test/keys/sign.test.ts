import { newKeys, openKeys } from '../../src/keys';

const keys = openKeys(newKeys('a'));
const claim = { subject: 'robin 🙂', use: 'web-link', expiresAtMs: 1_000_000 };

describe('a signed token', () => {
  const token = keys.sign(claim);

  test('says whom it speaks of until it expires', () => {
    expect(keys.verify(token, 'web-link', 999_999)).toEqual({ ok: true, subject: 'robin 🙂' });
    expect(keys.verify(token, 'web-link', 1_000_000)).toEqual({ ok: false, why: 'expired' });
  });

  test('is worthless for another use', () => {
    expect(keys.verify(token, 'staff-link', 0)).toEqual({ ok: false, why: 'wrong-signature' });
  });

  test('cannot be given another subject or a later end', () => {
    const [form, id, , expires, signature] = token.split('.');
    const other = Buffer.from('kit').toString('base64url');
    const [, , subject] = token.split('.');
    const changed = [
      [form, id, other, expires, signature],
      [form, id, subject, 'zzzzzz', signature],
    ];
    for (const parts of changed) {
      expect(keys.verify(parts.join('.'), 'web-link', 0)).toEqual({ ok: false, why: 'wrong-signature' });
    }
  });

  test('of another ring is not ours', () => {
    expect(openKeys(newKeys('a')).verify(token, 'web-link', 0)).toEqual({ ok: false, why: 'wrong-signature' });
    expect(openKeys(newKeys('b')).verify(token, 'web-link', 0)).toEqual({ ok: false, why: 'unknown-key' });
  });

  test.each(['', 'robin', 't1.a', 't1.a.b.c.d', `${'x'.repeat(5_000)}`])('%j is refused calmly', (text) => {
    expect(keys.verify(text, 'web-link', 0)).toEqual({ ok: false, why: 'malformed' });
  });

  test('can stand in an address as it is', () => {
    expect(encodeURIComponent(token)).toBe(token);
  });
});
