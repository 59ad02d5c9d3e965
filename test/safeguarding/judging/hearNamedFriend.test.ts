import { createAssessor } from '../../../src/safeguarding';
import { houseRules } from '../support/houseRules';

const assess = createAssessor(houseRules());
const judged = (text: string, ...staff: string[]) => assess({ text, before: [], staff });

describe('a friend who is named', () => {
  it.each([
    ['my mate lowri is cutting herself', 'my mate is cutting herself'],
    ['my sister maisie is self harming', 'my sister is self harming'],
    ['my friend amy has run away from home', 'my friend has run away from home'],
  ])('is heard as one who is not: "%s"', (named, unnamed) => {
    expect(judged(named).level).toBe(judged(unnamed).level);
    expect(judged(named)).toMatchObject({ level: expect.stringMatching(/urgent|immediate/), about: 'other' });
  });

  it('is shown in the very words they wrote', () =>
    expect(judged('my mate lowri is cutting herself').because.map(({ evidence }) => evidence)).toContain(
      'my mate lowri is cutting herself',
    ));

  it('who does it to them leaves them the one at risk', () =>
    expect(judged('my brother dylan keeps hitting me').about).toBe('self'));

  it.each([
    'my mate lowri is cutting her hair',
    'my friend amy has run a marathon',
    'my mate dan is killing me he is so funny',
    'my mate ollie tried to hang his coat up',
  ])('says nothing by a name: "%s"', (text) => expect(judged(text).level).toBe('none'));

  it('of the name of an adult of the service is not looked past', () =>
    expect(judged('my mate sam is touching me', 'Sam').about).toBe('practitioner'));
});
