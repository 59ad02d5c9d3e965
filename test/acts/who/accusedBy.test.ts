import { accusedBy } from '../../../src/acts/who/findStaff';
import type { Meant } from '../../../src/vocabulary';
import { STORY_ROSTER } from '../../harness/roster';

const { youngPeople } = STORY_ROSTER;
const person = youngPeople.find(({ mentor, buddy }) => mentor === 'sam' && buddy === 'bea') ?? null;

const OWN_PAIR = { ids: ['sam', 'bea'], anyAdult: true };

describe('who an allegation is or could be about', () => {
  test.each<[string, Meant, ReturnType<typeof accusedBy>]>([
    ['the one who is named', { names: ['Sam'], roleWords: [], unnamed: false }, { ids: ['sam'], anyAdult: false }],
    [
      'their own mentor, where "my mentor" is all that is said',
      { names: [], roleWords: ['my mentor'], unnamed: false },
      { ids: ['sam'], anyAdult: false },
    ],
    ['any adult, their own pair first, where nothing says who', { names: [], roleWords: [], unnamed: true }, OWN_PAIR],
    [
      'any adult, and whoever is named as well, where a role is meant and the name stands elsewhere',
      { names: ['Sam'], roleWords: ['the driver'], unnamed: true },
      OWN_PAIR,
    ],
  ])('%s', (_, meant, accused) => expect(accusedBy(STORY_ROSTER, person, meant)).toEqual(accused));
});
