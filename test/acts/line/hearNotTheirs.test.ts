import { hearNotTheirs } from '../../../src/acts/line/hearNotTheirs';

const JADE = { name: 'Jade', urgentOpen: false };

describe('a text says that the phone is not in their hands', () => {
  test.each([
    'this isnt jade wrong number',
    'Wrong number',
    'sorry, you have the wrong number',
    'you’ve got the wrong number mate',
    'I think u have got the wrong person',
    'this is not Jade',
    'im not jade',
    'Not Jade',
    'this is not her phone anymore',
    'who is jade?',
    'I don’t know any Jade',
    'no jade here',
    'Jade doesnt have this phone any more',
    'this is her mum',
    'This is Jade’s dad. Who is this?',
    'hi its her foster carer here',
    'stop texting my daughter',
    'who is messaging my girlfriend',
    'rhif anghywir',
    'its her sister, shes asleep',
    'its her little brother she left her phone',
    'im jades sister',
    'jades mum here',
    'its lily jades sister she asleep what do u want',
    'hi this is Jade’s mum and i want to know who you are and why you keep messaging my daughter late at night please',
    'its jades brother i need to tell someone. dad hit her really bad tonight and she wont stop crying and im scared',
    'jade is asleep',
    'jades in the shower',
    'im on jades phone',
    'chwaer Jade ydw i',
  ])('%s', (text) => expect(hearNotTheirs(text, JADE)).toBe(true));
});

describe('a text of their own does not', () => {
  test.each([
    'i texted my dad on the wrong number and now hes angry with me and wont talk to me at all ever',
    'its my mum',
    'its my mum she hit me',
    'im not ok',
    'who is sam',
    'its jade',
    'its her mum she hits her every night',
    'its his brother who told me',
    'its his sister she hits me',
    'im her sister',
    'jades mum hit me',
    'thats jades phone case lol',
    'this is not fair',
    'this is my sisters birthday',
    'thats his girlfriend',
    'im his girlfriend',
    'joke delete it',
    'wrong answer lol',
    'not good',
    '',
  ])('%s', (text) => expect(hearNotTheirs(text, JADE)).toBe(false));
});

describe('a disclosure taken back whole', () => {
  test.each([
    'lol joke delete it',
    'it was a joke delete it',
    'only joking, forget it',
    'was just kidding ignore that',
    'delete it it was a joke',
    'pls ignore that i was only joking',
  ])('counts while something urgent is open: %s', (text) => {
    expect(hearNotTheirs(text, { ...JADE, urgentOpen: true })).toBe(true);
    expect(hearNotTheirs(text, JADE)).toBe(false);
  });

  test('but not a joke with nothing to delete', () => {
    expect(hearNotTheirs('thats a funny joke', { ...JADE, urgentOpen: true })).toBe(false);
  });
});
