import { shippedJudge } from './support/houseRules';

const judge = shippedJudge();
const STAFF = ['Martin Hale', 'Priya Nair'];

/** Each pair begins or sounds alike, and is not the same: what excuses one must not silence the other. */
describe('what sounds like something else', () => {
  it.each([
    ['mums having a seizure and the dog is going mad', 'the dog is having a seizure, the vet is coming'],
    ['my nan fell and shes bleeding, i got home from school and found her', 'nan nearly fell off her chair laughing'],
    ['my brother is fitting on the carpet', 'my uncle is fitting carpets at ours'],
    ['theres a man i dont know in our garden', 'theres a man in our garden doing the hedge'],
    ['theres a stranger in our house and im hiding', 'there are strangers in our house for the house viewing'],
    ['nothing matters anymore and i gave my switch to my brother', 'gave my switch to my brother, i got a new one'],
    ['gave away my ps5 and my clothes, no point anymore', 'no point in this ps5 anymore, gave it to my cousin'],
    ['wants a photo of me in bed for my birthday', 'nan wants a photo of me in my prom dress'],
    ['locked me in the office because i answered back', 'i got locked in the office with nan by accident'],
    ['martin hale grabbed me', 'martin hale grabbed me a coffee'],
    ['i sleep with a teddy cos he comes in my room and touches me', 'i sleep with a teddy dont tell anyone haha'],
    ['sam makes me feel better after he hits me', 'martin makes me feel better'],
    ['i want to unalive him', 'i unalived him with one heart left'],
    ['gonna kms tonight', 'i ran 5 kms today'],
    ['mae cyllell gyda fe a mae e yn dod', 'coginio gyda cyllell newydd mam'],
  ])('is urgent: %s; is nothing: %s', (disclosure, harmless) => {
    const levelOf = (text: string) => judge(text, { staff: STAFF }).level;
    expect(['urgent', 'immediate']).toContain(levelOf(disclosure));
    expect(levelOf(harmless)).toBe('none');
  });
});

describe('an adult of the service called by the whole name', () => {
  it.each(['martin hale grabbed me', 'priya nair slapped me', 'i think martin hale keeps touching my sister'])(
    'is accused: %s',
    (text) => expect(judge(text, { staff: STAFF }).about).toBe('practitioner'),
  );
});
