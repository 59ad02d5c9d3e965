import { inflections } from '../../../src/safeguarding/patterns/inflect';

describe('inflections', () => {
  it.each([
    ['slap', ['slaps', 'slapping', 'slapped']],
    ['bury', ['buries', 'burying', 'buried']],
    ['touch', ['touches', 'touching', 'touched']],
    ['throw', ['throws', 'threw', 'thrown']],
  ])('knows the forms of %s', (word, forms) => expect(inflections(word)).toEqual(expect.arrayContaining(forms)));
});
