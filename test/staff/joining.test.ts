import { useDesk } from './harness/desk';
import { youngPerson } from './harness/roster';

const PATH = '/staff/people/kayla/joining';
const KAYLA = youngPerson('kayla', 'Kayla Reed', 'sam', { joinedAt: null, checkWord: null, codeWord: null });

const desk = useDesk((house) => {
  const youngPeople = house.roster.youngPeople.map((one) => (one.id === 'kayla' ? KAYLA : one));
  house.roster = { ...house.roster, youngPeople };
  house.words = ['Hi Kayla. You are writing to an automatic service, not a person.'];
});

const AGREED = {
  bornDay: '4',
  bornMonth: '3',
  bornYear: '2012',
  safeFrom: '09:00',
  safeTo: '20:00',
  secondSafeWay: 'Through school reception',
  checkWord: ' kettle ',
  codeWord: '',
  carer0: 'knows',
  understanding: 'Knows that her lead reads at night.',
  readTogether: 'yes',
};

describe('joining, sitting together', () => {
  test('the page has the words to read and the names of the nights to say; nothing is sent by opening it', async () => {
    const { page } = await desk.readerAt('sam', PATH);
    expect(page.text).toContain('You are writing to an automatic service');
    expect(page.text).toMatch(/At night Amira/);
    expect(page.text).toContain('Dawn Reed, mother: do they know about us?');
    expect(desk.house.askedFor('join')).toEqual([]);
  });

  test('what was agreed goes to the record as it was typed', async () => {
    const mentor = await desk.readerAt('sam', PATH);
    expect((await mentor.post(PATH, AGREED)).location).toBe('/staff/people/kayla?done=joined');
    expect(desk.house.askedFor('join')).toEqual([
      {
        youngPerson: 'kayla',
        by: 'sam',
        dateOfBirth: '2012-03-04',
        safeHours: { from: '09:00', to: '20:00' },
        secondSafeWay: 'Through school reception',
        checkWord: 'kettle',
        codeWord: null,
        understanding: 'Knows that her lead reads at night.',
        carers: [{ ...KAYLA.carers[0], knowsAboutService: true, mayBeContacted: false }],
      },
    ]);
  });

  test.each([
    ['nobody read anything together', { readTogether: '' }, 'Read it together first'],
    ['there is no second safe way', { secondSafeWay: ' ' }, 'Write how to reach them'],
    ['nobody said what a carer knows', { carer0: '' }, 'Say whether they know about the service'],
    ['the day of birth is no day', { bornDay: '31', bornMonth: '2' }, 'Give the day they were born'],
    ['the safe hours end before they begin', { safeTo: '08:00' }, 'The safe hours end before they begin'],
    ['both words are one', { codeWord: 'kettle' }, 'Take another word than the check word'],
  ])('it is asked again where %s', async (_what, typed, says) => {
    const mentor = await desk.readerAt('sam', PATH);
    const page = await mentor.post(PATH, { ...AGREED, ...typed });
    expect(page.status).toBe(400);
    expect(page.text).toContain(says);
    expect(desk.house.askedFor('join')).toEqual([]);
  });

  test('a refusal is said in plain words, and what was typed stays', async () => {
    const mentor = await desk.readerAt('sam', PATH);
    desk.house.refuseWith = { result: 'refused', why: 'carer-must-know' };
    const page = await mentor.post(PATH, AGREED);
    expect(page.text).toContain('Under 13, a parent or carer has to know');
    expect(page.html).toContain('Knows that her lead reads at night.');
  });

  test('it is not there for whoever is nothing to them, nor once they have joined', async () => {
    expect((await desk.readerAt('martin', PATH)).page.status).toBe(404);
    const { page } = await desk.readerAt('sam', '/staff/people/kayla');
    expect(page.text).toContain('has not joined yet');
    desk.house.roster = { ...desk.house.roster, youngPeople: [{ ...KAYLA, joinedAt: desk.house.now }] };
    expect((await desk.readerAt('sam', PATH)).page.status).toBe(404);
  });
});
