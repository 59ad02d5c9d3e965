import { readWorkingHours } from '../../../src/authored/roster/workingHours';

/** Weekdays as numbers (1 = Monday), each with its span. */
function said(written: string): string {
  const read = readWorkingHours(written);
  return read.ok ? read.hours.map((one) => `${one.weekday} ${one.from}-${one.to}`).join(', ') : `not: ${read.part}`;
}

test.each([
  ['Mon-Wed 09:00-17:30', '1 09:00-17:30, 2 09:00-17:30, 3 09:00-17:30'],
  ['Mon,Wed,Sat 12:00-16:00', '1 12:00-16:00, 3 12:00-16:00, 6 12:00-16:00'],
  ['Mon, Wed, Sat 12:00-16:00', '1 12:00-16:00, 3 12:00-16:00, 6 12:00-16:00'],
  ['Mon Wed 12:00 - 16:00', '1 12:00-16:00, 3 12:00-16:00'],
  ['Mon,Fri 09:00-12:00,13:00-17:00', '1 09:00-12:00, 5 09:00-12:00, 1 13:00-17:00, 5 13:00-17:00'],
  [
    'Mon-Tue,Fri 09:00-12:00,13:00-17:00',
    '1 09:00-12:00, 2 09:00-12:00, 5 09:00-12:00, 1 13:00-17:00, 2 13:00-17:00, 5 13:00-17:00',
  ],
  ['Tue 16:00-20:00, Thu 16:00-20:00', '2 16:00-20:00, 4 16:00-20:00'],
  ['Tue 16:00-20:00,Thu,Sat 10:00-14:00', '2 16:00-20:00, 4 10:00-14:00, 6 10:00-14:00'],
  ['Fri-Mon 00:00-24:00', '5 00:00-24:00, 6 00:00-24:00, 7 00:00-24:00, 1 00:00-24:00'],
  ['Monday to Wednesday 9am to 12pm', '1 09:00-12:00, 2 09:00-12:00, 3 09:00-12:00'],
  ['tues and THURS 9.15-12:45', '2 09:15-12:45, 4 09:15-12:45'],
  ['weekends 12am - 24:00', '6 00:00-24:00, 7 00:00-24:00'],
  ['', ''],
])('"%s" are the hours %s', (written, hours) => {
  expect(said(written)).toBe(hours);
});

test.each([
  ['Mon-Fri', 'Mon-Fri', 'days without a time'],
  ['Mon 09:00-17:00, Wed', 'Wed', 'a last day without a time'],
  ['09:00-17:00', '09:00-17:00', 'times without a day'],
  ['Mon through Fri 09:00-17:00', 'through', 'a word of no meaning'],
  ['mo 09:00-17:00', 'mo', 'a day that is not spelt so'],
  ['Mon 9-5', '9-5', 'times that are none'],
  ['Mon 09:00', '09:00', 'a time that never ends'],
  ['Mon 9-5pm', '9-17:00', 'a time that could be two'],
  ['Mon 13pm-18:00', '13pm-18:00', 'an hour no clock has'],
  ['Mon 09:00-25:00', '09:00-25:00', 'a time no day has'],
])('"%s" is refused for its "%s": %s', (written, part) => {
  expect(said(written)).toBe(`not: ${part}`);
});
