import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readRoster } from '../../../src/authored/roster/readRoster';
import { staffingFor } from '../../../src/rota';
import { DAY_MS, later } from '../../../src/vocabulary';

const NOW = '2026-11-22T02:30:00.000Z';
const PRACTICE = join(__dirname, '../../../src/practice/organisation.yaml');

const SOUND = `organisation:
  name: Harbour Youth
  area: England
  timeZone: Europe/London
  phone: '+441632960100'
practitioners:
  - id: sam
    name: Sam Example
    roles: [mentor]
    phone: +447700900201
    hours: Mon-Fri 09:00-17:30
  - id: liv
    name: Liv Example
    roles: [duty-lead]
    phone: '+44 7700 900202'
    leave: [{ from: 2027-02-25, to: 2027-02-26 }]
  - id: seb
    name: Seb Example
    roles: [duty-lead]
    phone: '+447700900203'
youngPeople:
  - id: zoe
    name: Zoe Example
    phone: '+447700900301'
    mentor: sam
    checkIns: [Tue 17:00]
rota:
  - { duty: lead, practitioner: liv, from: 2026-11-20 08:00, to: 2027-01-20T08:00:00+01:00 }
  - { duty: second, practitioner: seb, every: Mon-Sun 00:00-24:00 }
  - { duty: manager, practitioner: sam, every: Mon-Sun 00:00-24:00 }
`;

function read(text: string, now = NOW) {
  const file = join(mkdtempSync(join(tmpdir(), 'roster-')), 'roster.yaml');
  writeFileSync(file, text);
  return readRoster(file, now, 'roster.yaml');
}

test('a sound roster is read with every default filled in', () => {
  const result = read(SOUND);
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  const { practitioners, youngPeople, shifts } = result.roster;
  expect(practitioners.map((one) => one.phone)).toEqual(['+447700900201', '+447700900202', '+447700900203']);
  expect(practitioners[0]).toMatchObject({ volunteer: false, wakeFor: 'none', email: null, leftAt: null });
  expect(practitioners[0]?.hours).toHaveLength(5);
  expect(youngPeople[0]).toMatchObject({
    language: 'en',
    style: 'ordinary',
    safeHours: { from: '08:00', to: '21:30' },
    checkIns: [{ weekday: 2, at: '17:00' }],
    buddy: null,
  });
  expect(shifts[0]).toEqual({
    duty: 'lead',
    practitioner: 'liv',
    from: '2026-11-20T08:00:00.000Z',
    to: '2027-01-20T07:00:00.000Z',
  });
});

test.each([
  ['an unknown mentor', 'mentor: sam', 'mentor: sma', 25, 'nobody has the id sma'],
  ['an unknown person on the rota', 'practitioner: liv', 'practitioner: vil', 28, 'nobody has the id vil'],
  ['a number twice', "'+447700900301'", "'+447700900203'", 24, 'already somebody else’s'],
  ['an id twice', 'id: seb', 'id: liv', 17, 'the id liv is there twice'],
  ['hours that are none', 'Mon-Fri 09:00-17:30', 'Mon to Fri', 11, 'are no hours'],
  ['a weekly time that is none', 'Tue 17:00', 'Tuesday', 26, 'is no weekly time'],
  ['a phone without its country', "'+441632960100'", "'01632960100'", 5, 'written with its country'],
  ['a phone with the 0 after +44', "'+447700900301'", "'+44" + "07700900301'", 24, 'the 0 is left out'],
  ['a zone that is not there', 'Europe/London', 'Europe/Lundon', 4, 'no such time zone'],
  ['a shift that ends first', 'from: 2026-11-20 08:00', 'from: 2028-11-20 08:00', 28, 'the later one last'],
  ['leave that ends first', 'to: 2027-02-26', 'to: 2027-02-24', 16, 'leave ends before it begins'],
  ['a word the form does not know', 'checkIns', 'chekIns', 22, 'spell it as the form does'],
  ['two days for one check-in', 'Tue 17:00', '"Tue, Thu 17:00"', 26, 'one of them for each day'],
  ['words where fields belong', 'leave: [{ from: 2027-02-25, to: 2027-02-26 }]', 'leave: in May', 16, 'write fields'],
  ['a phone YAML has eaten the 0 of', "'+447700900301'", '07700900301', 24, 'written with its country'],
  [
    'a number of theirs YAML has eaten the 0 of',
    'mentor: sam',
    'mentor: sam\n    socialWorker: { name: Tom Ashby, phone: 01632960150 }',
    26,
    'with numbers in quotes',
  ],
  ['a moment that is none', 'mentor: sam', 'mentor: sam\n    joinedAt: in May', 26, 'write 2026-03-09T11:00:00Z'],
  ['a phone left out', "  phone: '+441632960100'\n", '', 2, 'it is missing, write it'],
  ['a day that is none', 'from: 2027-02-25', 'from: 2027-13-25', 16, 'write a day like 2026-03-09'],
])('%s is a fault on its line', (_, sound, broken, line, says) => {
  const result = read(SOUND.replace(sound, broken));
  const faults = result.ok ? [] : result.faults;
  expect(faults).toContainEqual({ file: 'roster.yaml', line, says: expect.stringContaining(says) });
});

test.each([
  ['a moment with its offset', '2026-07-06T12:00:00+01:00', '2026-07-06T11:00:00.000Z'],
  ['a moment as clocks show it there', '2026-07-06 12:00', '2026-07-06T11:00:00.000Z'],
  ['a day alone, its midnight there', '2026-07-06', '2026-07-05T23:00:00.000Z'],
])('joined, missing and left are read as the rota is: %s', (_, written, moment) => {
  const person = SOUND.replace('mentor: sam', `mentor: sam\n    joinedAt: ${written}\n    missingSince: ${written}`);
  const result = read(person.replace('id: seb', `id: seb\n    leftAt: ${written}`));
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  const { youngPeople, practitioners } = result.roster;
  expect([youngPeople[0]?.joinedAt, youngPeople[0]?.missingSince, practitioners[2]?.leftAt]).toEqual(
    Array(3).fill(moment),
  );
});

test('a phone without its country is one fault, not two', () => {
  const result = read(SOUND.replace("'+447700900301'", "'07700 900301'"));
  expect(result.ok ? [] : result.faults.map(({ says }) => says)).toEqual([
    expect.stringContaining('like +447700900123'),
  ]);
});

test('every fault is given, in the order of the file', () => {
  const result = read(
    SOUND.replace('mentor: sam', 'mentor: sma')
      .replace('id: seb', 'id: liv')
      .replace('practitioner: liv', 'practitioner: vil'),
  );
  expect(result.ok ? [] : result.faults.map((fault) => fault.line)).toEqual([17, 25, 28, 29]);
});

test.each(['Mon,Wed,Sat 12:00-16:00', '[Mon, Wed, Sat 12:00-16:00]', '"Mon, Wed, Sat 12:00-16:00"'])(
  'hours of several days are written once: %s',
  (written) => {
    const result = read(SOUND.replace('Mon-Fri 09:00-17:30', written));
    if (!result.ok) throw new Error(JSON.stringify(result.faults));
    expect(result.roster.practitioners[0]?.hours.map((one) => one.weekday)).toEqual([1, 3, 6]);
  },
);

test.each(['lead', 'second', 'manager'])('nobody as %s in the next 72 hours is an error', (duty) => {
  const result = read(SOUND.replace(`duty: ${duty}`, 'duty: cover'));
  expect(result.ok && result.gaps).toEqual([
    { file: 'roster.yaml', line: 28, says: expect.stringContaining(`nobody holds the duty ${duty}`) },
  ]);
});

test('a duty that ends is an error on the line of its last shift', () => {
  const weekly = '{ duty: second, practitioner: seb, every: Mon-Sun 00:00-24:00 }';
  const once = '{ duty: second, practitioner: seb, from: 2026-11-20 08:00, to: 2026-11-23 09:00 }';
  const result = read(SOUND.replace(weekly, once));
  expect(result.ok && result.gaps.map(({ line }) => line)).toEqual([29]);
});

test.each([
  ['a weekday whole', '[Tue 17:00]', '[Tuesday 17:00]'],
  ['a weekday in small letters, and an hour of the afternoon', '[Tue 17:00]', '[tuesdays at 5pm]'],
  ['one slot without its list', '[Tue 17:00]', 'Tue 17.00'],
  ['hours in words', 'Mon-Fri 09:00-17:30', 'Monday to Friday 9am-5.30pm'],
  ['hours of weekdays', 'Mon-Fri 09:00-17:30', 'weekdays 9:00 - 17:30'],
  ['one role without its list', '[mentor]', 'mentor'],
  ['a list that was left empty', 'mentor: sam', 'mentor: sam\n    visits:\n    conflicts:'],
  ['a no', 'roles: [mentor]', 'roles: [mentor]\n    volunteer: no'],
  ['a phone with brackets', "'+447700900301'", "'0044 (7700) 900-301'"],
])('%s means what it says', (_, sound, written) => {
  const [as, said] = [read(SOUND), read(SOUND.replace(sound, written))];
  if (!as.ok || !said.ok) throw new Error(JSON.stringify(said));
  expect(said.roster).toEqual({ ...as.roster, version: said.roster.version });
});

test('a social worker, a school and a second safe way may be fields: they are read one after the other', () => {
  const fields = `mentor: sam
    socialWorker: { name: Tom Ashby, phone: 01632 960150 }
    school: { name: Eskdale School, contact: Mr Dunn }
    secondSafeWay: Her head of year`;
  const result = read(SOUND.replace('mentor: sam', fields));
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  expect(result.roster.youngPeople[0]).toMatchObject({
    socialWorker: 'Tom Ashby, 01632 960150',
    school: 'Eskdale School, Mr Dunn',
    secondSafeWay: 'Her head of year',
  });
});

test('an id may have capitals and underscores, as other systems give them', () => {
  const result = read(SOUND.replaceAll('sam', 'Mentor_1'));
  expect(result.ok && result.roster.youngPeople[0]?.mentor).toBe('Mentor_1');
});

test('a duty uncovered within 72 hours is an error, later a warning; the roster stays usable', () => {
  const ends = (to: string) => read(SOUND.replace('2027-01-20T08:00:00+01:00', to));
  const soon = ends('2026-11-23T08:00:00Z');
  expect(soon.ok && soon.gaps.map((gap) => gap.says)).toEqual([expect.stringContaining('nobody holds the duty lead')]);
  const late = ends('2026-11-26T08:00:00Z');
  expect(late.ok && [late.gaps.length, late.warnings.length]).toEqual([0, 1]);
});

test('an area whose bank holidays nobody knows, and too many nights, are warnings', () => {
  const result = read(SOUND.replace('area: England', 'area: Atlantis'));
  expect(result.ok && result.warnings.map((one) => one.line)).toEqual([3, 28]);
});

test.each([
  [
    'a check-in outside safe hours',
    'checkIns: [Tue 17:00]',
    'checkIns: [Tue 17:00]\n    safeHours: 22:00-02:00',
    26,
    'never be asked',
  ],
  [
    'one word for two things',
    'mentor: sam',
    'mentor: sam\n    checkWord: otter\n    codeWord: Otter!',
    27,
    'two different ones',
  ],
  ['a volunteer who decides', 'name: Seb Example', 'name: Seb Example\n    volunteer: true', 17, 'somebody employed'],
  ['a lead without a phone', "    phone: '+44 7700 900202'\n", '', 12, 'no phone to be rung on'],
])('%s can be read, and is a warning on its line', (_, sound, odd, line, says) => {
  const result = read(SOUND.replace(sound, odd));
  const warnings = result.ok ? result.warnings : [];
  expect(warnings).toContainEqual({ file: 'roster.yaml', line, says: expect.stringContaining(says) });
});

test('a weekly shift covers now, whenever now is, also over the clock change', () => {
  for (const now of ['2026-10-25T00:30:00.000Z', '2027-03-28T01:30:00.000Z', '2031-06-01T12:00:00.000Z']) {
    const result = read(SOUND, now);
    expect(
      result.ok && result.roster.shifts.some((one) => one.duty === 'second' && one.from <= now && now < one.to),
    ).toBe(true);
  }
});

test('the practice roster has no fault, no gap and no warning, and two different leads at every hour of a week', () => {
  const result = readRoster(PRACTICE, NOW);
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  expect([result.gaps, result.warnings]).toEqual([[], []]);
  for (let hour = 0; hour < 7 * 24; hour += 1) {
    const staffing = staffingFor(result.roster, { youngPerson: 'jade', now: later(NOW, (hour * DAY_MS) / 24) });
    const [lead, second] = [staffing.lead?.practitioner.id, staffing.second?.practitioner.id];
    expect([typeof lead, typeof second, lead === second]).toEqual(['string', 'string', false]);
  }
});

describe('an address whose commas were not quoted', () => {
  const warned = (addresses: string): unknown[] => {
    const result = read(
      SOUND.replace('    checkIns: [Tue 17:00]', `    checkIns: [Tue 17:00]\n    addresses: ${addresses}`),
    );
    if (!result.ok) throw new Error(JSON.stringify(result.faults));
    return result.warnings.filter(({ says }) => says.includes('cut off at a comma'));
  };
  const LINE = SOUND.split('\n').findIndex((line) => line.includes('checkIns')) + 2;

  test.each([
    ['[12 Fisher Row, Saltwick]'],
    ['[12 Fisher Row, Saltwick YO22 4DE]'],
    ['[Flat 2, 14 Mill Lane, York, YO1 7AB]'],
    ['\n      [12 Fisher Row, Saltwick]'],
  ])('%s is a warning by its line, that says how to write it', (addresses) => {
    expect(warned(addresses)).toEqual([
      expect.objectContaining({
        line: LINE + (addresses.startsWith('\n') ? 1 : 0),
        says: expect.stringContaining('in quotes, like ["12 Fisher Row, Saltwick"]'),
      }),
    ]);
  });

  test.each([
    ['["12 Fisher Row, Saltwick"]'],
    ['12 Fisher Row, Saltwick'],
    ['\n      - 12 Fisher Row, Saltwick YO22 4DE\n      - The Old Rectory, Saltwick'],
    ['[12 Fisher Row, 4 Mill Lane]'],
    ['["12 Fisher Row, Saltwick YO22 4DE", Harbour House]'],
    ['["12 Fisher Row, Saltwick", Harbour House]'],
    ['[12 Fisher Row, "The Old Rectory, Saltwick"]'],
  ])('%s is none', (addresses) => {
    expect(warned(addresses)).toEqual([]);
  });
});
