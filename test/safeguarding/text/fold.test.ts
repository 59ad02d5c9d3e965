import { fold } from '../../../src/safeguarding/text/fold';

describe('folding', () => {
  it.each([
    ['Don’t', 'dont'],
    ["DON'T", 'dont'],
    ['ѕuісіde', 'suicide'],
    ['ｋｉｌｌ', 'kill'],
    ['k\u200bill', 'kill'],
    ['café', 'cafe'],
  ])('makes %s plain', (written, plain) => expect(fold(written).text).toBe(plain));

  it('keeps the way back to the original', () => {
    const folded = fold('I don’t 🔪');
    const at = folded.text.indexOf('dont');
    expect('I don’t 🔪'.slice(folded.from[at], folded.to[at + 3])).toBe('don’t');
  });
});
