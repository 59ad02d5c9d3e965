import { ageOf, sayAgeMatters } from '../../../src/staff/words/age';
import { NOW, ROSTER, youngPerson } from '../harness/roster';

const born = (dateOfBirth: string | null) => youngPerson('kayla', 'Kayla Reed', 'sam', { dateOfBirth });

test.each([
  ['is said to whoever decides under 13', '2013-11-23', 'Kayla is 12. Under 13, anything sexual is always referred'],
  ['says nothing from 13 on', '2013-11-22', null],
  ['says nothing the day before 18', '2008-11-23', null],
  ['is said from 18 on', '2008-11-22', 'Kayla is 18. A referral goes to the services for adults.'],
  ['says nothing where nobody wrote it down', null, null],
])('an age %s', (_when, dateOfBirth, says) => {
  const said = sayAgeMatters(born(dateOfBirth), ROSTER, NOW);
  if (says === null) expect(said).toBeNull();
  else expect(said).toContain(says);
});

test('an age is that of the local day: past midnight in summer a birthday has begun', () => {
  expect(ageOf(born('2012-07-02'), ROSTER, '2026-07-01T23:30:00.000Z')).toBe(14);
});
