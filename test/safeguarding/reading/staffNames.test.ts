import { createAssessor } from '../../../src/safeguarding';
import { houseRules } from '../support/houseRules';

const assess = createAssessor(houseRules());
const judged = (text: string, ...staff: string[]) => assess({ text, before: [], staff });

describe('the name of an adult of the service', () => {
  it.each([
    ['pria', 'Priya'],
    ['garath', 'Gareth'],
    ['garaths hand', 'Gareth'],
    ['shazz', 'Shaz'],
    ['delcan', 'Declan'],
    ['karin', 'Karen'],
    ['mr evans', 'Gareth Evans'],
    ['evans', 'Mr Evans'],
    ['PRIYA', 'Priya'],
  ])('is known when it is written %s', (written, name) => {
    const { about, meant } = judged(`${written} touched my leg in the car`, 'Sam', name);
    expect([about, meant.names]).toEqual(['practitioner', [name]]);
  });

  it.each([
    ['iman', 'Imran'],
    ['simon', 'Simone'],
    ['nadira', 'Nadia'],
    ['emma', 'Gemma'],
    ['danny', 'Dan'],
    ['someone', 'Simone'],
    ['sumone', 'Simone'],
  ])('is not heard in %s, who is somebody else than %s', (written, name) =>
    expect(judged(`${written} touched my leg in the car`, name).about).not.toBe('practitioner'),
  );

  it('is the one written right where two come near', () =>
    expect(judged('karin touched my leg', 'Karen', 'Karin').meant.names).toEqual(['Karin']));
});
