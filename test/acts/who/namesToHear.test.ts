import { namesToHear } from '../../../src/acts/who/namesToHear';
import { STORY_ROSTER } from '../../harness/roster';

/** Sam Okafor is her mentor, Bea Lund her buddy; Martin Hale is somebody else's mentor. */
const amira = STORY_ROSTER.youngPeople.find(({ id }) => id === 'amira') ?? null;

const heard = (...texts: string[]) => namesToHear(STORY_ROSTER, amira, texts);

test('the adults a young person knows go by their first names', () => {
  expect(heard('sam is nice')).toEqual(expect.arrayContaining(['Sam', 'Bea', 'Priya']));
  expect(heard('sam is nice')).not.toContain('Martin');
});

test.each([
  ['priya nair hit me', 'Priya Nair'],
  ["in Martin Hale's car", 'Martin Hale'],
  ['mr okafor hit me', 'Sam Okafor'],
  ['MISS. LUND shouted', 'Bea Lund'],
])('"%s" is one of ours, by the whole name', (text, name) => expect(heard(text)).toContain(name));

test.each([
  'the hale man',
  'mr hale shouted at me',
  'sam and martin',
  'penn and ellis',
  'okaforson sam',
  'martin haley',
])('"%s" says nobody’s whole name', (text) => expect(heard(text).filter((one) => one.includes(' '))).toEqual([]));

test.each([
  'martin from your place hit me',
  'Martin, who volunteers with you, texts me at night',
  'your other mentor martin grabbed me',
  'martin at ur project',
  'that martin whos working for you',
])('"%s" is one of ours, though not one they know', (text) => expect(heard(text)).toContain('Martin'));

test.each(['martin from my school hit me', 'martin from your class', 'is it your friend martin', 'saint martins'])(
  '"%s" may be anybody',
  (text) => expect(heard(text)).not.toContain('Martin'),
);

test('a name that was said in full before is still his', () =>
  expect(heard('he hit me', 'i saw martin hale')).toContain('Martin Hale'));
