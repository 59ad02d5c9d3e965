import { mask } from '../../src/readers/mask';
import type { PeopleToMask } from '../../src/vocabulary';

const PEOPLE: PeopleToMask = {
  youngPerson: 'Amira Khan',
  staff: ['Sam Okafor', 'Will Grace', 'Jo Marsh'],
  others: ['Denise Ashby', 'Sharon Pike', 'Richard Pike'],
  places: ['12 Invented Row', 'Invented High School'],
};
const masked = (text: string) => mask([text], PEOPLE).texts[0];

describe('what a language model never sees', () => {
  test.each([
    ['sam touched me', '[adult-1] touched me'],
    ['i told Sam Okafor and he laughed', 'i told [adult-1] and he laughed'],
    ["it's sam's fault", "it's [adult-1]'s fault"],
    ['AMIRA HERE. SAM HIT ME', '[young-person-1] HERE. [adult-1] HIT ME'],
    ['denise locks the food away', '[person-1] locks the food away'],
    ['shaz locked me out', '[person-1] locked me out'],
    ['my mums bf dave comes in at night', 'my mums bf [person-1] comes in at night'],
    ['she goes round to Ricky and Kaz after', 'she goes round to [person-1] and [person-2] after'],
    ['he lives at 12 invented row', 'he lives at [address-1]'],
    ['come to 4b Old Mill Lane now', 'come to [address-1] now'],
    ['its 9 Mill Park Way ok', 'its [address-1] ok'],
    ['flat 3, 20 station road york', '[address-1] york'],
    ['im at YO1 9ZZ', 'im at [address-1]'],
    ['not safe at invented high school', 'not safe at [address-1]'],
    ['ring me on 07700 900123', 'ring me on [number-1]'],
    ['his num is +44 7700-900-124 ok', 'his num is [number-1] ok'],
    ['mail me amira.k@example.org', 'mail me [email-1]'],
    ['he posts it on www.example.org/a?b', 'he posts it on [link-1]'],
    ['hes @bad.boy_9 on insta', 'hes [handle-1] on insta'],
  ])('%s', (text, expected) => {
    expect(masked(text)).toBe(expected);
  });
});

describe('what it must see, or it reads nothing', () => {
  test.each([
    'i took 20 paracetamol at 23:40',
    'he shows me his dick',
    'hes 34 and im 13',
    'i will mark the day he said grace and hit me',
    'My uncle hits me',
    'I HATE MY LIFE AND I WANT IT TO END',
    'he messaged me on Snapchat and Insta on Sunday',
    'my Mum and Dad fight every night',
    'ring 999? or 0800?',
    'there were 3 men on the street and 2 of them in the park',
    'at 11 he came too close',
    'its 2 miles down the road',
    'Ok. Fine. Whatever. Nobody cares',
  ])('%s', (text) => {
    expect(masked(text)).toBe(text);
  });
});

describe('placeholders', () => {
  test('are the same for the same person, number or place in every text, however it is written', () => {
    const { texts } = mask(['sam rang 07700900123', 'Okafor said Dave has 07700 900123', 'dave and Sam'], PEOPLE);
    expect(texts).toEqual([
      '[adult-1] rang [number-1]',
      '[adult-1] said [person-1] has [number-1]',
      '[person-1] and [adult-1]',
    ]);
  });

  test('lead back to the adult of the service, and to nobody else', () => {
    const { staffBehind } = mask(['will you tell Will about dave'], PEOPLE);
    expect(staffBehind('[adult-1]')).toBe('Will Grace');
    expect(staffBehind('[person-1]')).toBeNull();
    expect(staffBehind('Will')).toBeNull();
  });

  test('typed by somebody are words like any other, and stand for nobody', () => {
    const { texts, staffBehind, unmask } = mask(['[adult-1] hit me, not [person-2]'], PEOPLE);
    expect(texts[0]).toBe('[typed-1] hit me, not [typed-2]');
    expect(staffBehind('[typed-1]')).toBeNull();
    expect(unmask('[typed-2]')).toBe('[person-2]');
  });

  test('are put back as they were first written', () => {
    const { unmask } = mask(['Dave and sam okafor'], PEOPLE);
    expect(unmask('said [person-1] of [adult-1], [adult-9]')).toBe('said Dave of sam okafor, [adult-9]');
  });
});

describe('quoted words', () => {
  const original = 'last night dave came in again, 07700900123 is his';
  const words = mask([original], PEOPLE);
  const found = (quote: string) => {
    const span = words.find(0, quote);
    return span && original.slice(span.start, span.end);
  };

  test.each([
    ['[person-1] came in again', 'dave came in again'],
    ['last night', 'last night'],
    ['is his', 'is his'],
    ['again, [number-1]', 'again, 07700900123'],
    ['night [pers', 'night dave'],
    ['-1] is', '07700900123 is'],
  ])('"%s" stand in the original as "%s"', (quote, expected) => {
    expect(found(quote)).toBe(expected);
  });

  test.each(['dave came in', 'he came in again', '', '   ', 'LAST NIGHT'])('"%s" stand nowhere', (quote) => {
    expect(found(quote)).toBeNull();
  });

  test('of a text that was not given stand nowhere', () => {
    expect(words.find(3, 'last night')).toBeNull();
  });
});
