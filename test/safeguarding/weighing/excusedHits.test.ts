import { houseJudge, shippedJudge } from '../support/houseRules';

const judge = shippedJudge();
const byRules = houseJudge();

describe('what stands in the sentence of a frame', () => {
  it.each([
    'im going to kill myself after school in the pe changing rooms',
    'cutting my legs since the school disco',
    'my mate overdosed at halloween shes not waking up',
    'nan wont wake up she fell in church',
    'we were on xbox and my mate said hes going to hang himself tonight',
    'my sister said in english class that her dad beats her',
    'at the cinema i took 20 paracetamol',
    'at judo coach pinned me and touched me in the changing room',
    'i wrote a poem about killing myself and i mean it, ive got the rope',
  ])('is still put to the second voice: %s', (text) => expect(judge(text).level).toMatch(/urgent|immediate/));

  it.each([
    'in eastenders last night he pushed her down the stairs',
    'lost at jenga to nan, i want to die',
    'called miss mum in front of everyone. want to die',
    'fell asleep at the party n hes not waking up for his own birthday cake',
    'hes going to kill me i ate his easter egg',
    'i was strangled by my scarf lol',
    'we stood on the bridge and played pooh sticks',
  ])('and a joke stays one: %s', (text) => expect(judge(text).level).toBe('none'));

  it('says that a frame excused it, so that whoever reads the reasons knows what decided', () => {
    const { because } = judge('cutting my legs since the school disco');
    expect(because.some(({ steps }) => steps.some((step) => step.includes('a frame excuses its words')))).toBe(true);
  });

  it('is silent where no second voice listens', () => {
    expect(byRules('lost at jenga to nan, i want to die').level).toBe('none');
  });
});
