import { closeCase, letKnow } from '../../src/escalation';
import { DAY, EVENING, Life, NIGHT, practitioner, roster } from './cast';

const volunteerSam = roster({ people: [practitioner('sam', { roles: ['mentor'], volunteer: true })] });

test('urgent: once the practitioner has taken it on and opened it, nobody else is rung', () => {
  const life = new Life(DAY).until(3).act('taken-on', 'sam').act('seen', 'sam').until(100);
  expect(life.toldFrom(3).filter((line) => Number(line.split(' ')[0]) < 60)).toEqual([]);
  expect(life.case.holder).toBe('sam');
});

test('immediate: the practitioner’s taking on does not stop the lead’s clock; a lead’s does', () => {
  const life = new Life(DAY, roster(), { level: 'immediate' })
    .until(2)
    .act('taken-on', 'sam')
    .act('seen', 'sam')
    .until(5);
  expect(life.toldFrom(3)).toEqual(['3 liv duty-lead sms+voice', '5 seb second-lead sms+voice']);
  life.act('taken-on', 'liv').act('seen', 'liv').until(14);
  expect(life.toldFrom(6)).toEqual([]);
  expect(life.case.holder).toBe('liv');
});

test('urgent at night: it is the lead’s reading that stops the ringing, not the practitioner’s', () => {
  const woken = roster({ people: [practitioner('sam', { roles: ['mentor'], wakeFor: 'urgent' })] });
  const life = new Life(NIGHT, woken).until(2).act('seen', 'sam').until(15);
  expect(life.toldFrom(15)).toContain('15 seb second-lead sms+voice');
  life.act('seen', 'liv').until(40);
  expect(life.toldFrom(16)).toEqual([]);
});

test('the practitioner is told in their morning also when the lead has decided in the night', () => {
  const life = new Life(NIGHT).until(2).act('seen', 'liv').act('decided', 'liv').until(510);
  expect(life.toldFrom(3)).toEqual(['500 sam mentor sms']);
});

test('a practitioner who answered in the morning leaves nobody else to be asked at nine', () => {
  const life = new Life(NIGHT)
    .until(2)
    .act('seen', 'liv')
    .act('decided', 'liv')
    .until(520)
    .act('seen', 'sam')
    .until(570);
  expect(life.toldFrom(501)).toEqual([]);
});

test('a volunteer never holds the only live step: the deciding side is asked on', () => {
  const life = new Life(DAY, volunteerSam).until(2).act('taken-on', 'sam').act('seen', 'sam').until(60);
  expect(life.toldFrom(3)).toEqual([
    '20 liv duty-lead voice',
    '40 seb second-lead sms+voice',
    '60 mo manager sms+voice',
  ]);
  expect(life.case.holder).toBe('liv');
});

test.each([
  ['sam', 'only-a-lead-decides', roster()],
  ['sam', 'volunteers-do-not-decide', volunteerSam],
  ['stranger', 'no-part-in-it', roster()],
  ['liv', null, roster()],
])('%s decides what is urgent: %s', (who, refused, from) => {
  expect(new Life(DAY, from).refused('decided', who)).toBe(refused);
});

test('a worry is decided by whoever has it', () => {
  expect(new Life(DAY, roster(), { level: 'worry' }).refused('decided', 'sam')).toBeNull();
});

test('nobody acts on a concern about themselves', () => {
  const life = new Life(DAY, roster(), { nature: 'allegation', excluded: ['sam'] });
  for (const act of ['seen', 'taken-on', 'decided', 'contacted'] as const) {
    expect(life.refused(act, 'sam')).toBe('left-out-of-it');
  }
});

test('taken on but not opened within ten minutes is nobody’s again, and they and the lead hear so', () => {
  const life = new Life(DAY).until(5).act('taken-on', 'sam').until(15);
  expect(life.else()).toContain('15 reopened taken-on not-opened');
  expect(life.toldFrom(15)).toEqual(['15 sam mentor voice+sms', '15 liv duty-lead sms+voice']);
  expect(life.case.acts).toEqual([]);
  expect(life.until(40).toldFrom(16)).toEqual([
    '20 liv duty-lead voice',
    '20 bea cover sms+voice',
    '40 seb second-lead sms+voice',
  ]);
});

test('what was due while somebody had it is done at once when it is nobody’s again', () => {
  const life = new Life(DAY).until(35).act('taken-on', 'sam').until(45);
  expect(life.toldFrom(45)).toContain('45 seb second-lead sms+voice');
});

test('taken on and then forgotten: at the deciding clock it reopens and the deciding side is asked from its beginning', () => {
  const life = new Life(DAY).until(5).act('taken-on', 'sam').act('seen', 'sam').act('contacted', 'sam').until(160);
  expect(life.else()).toContain('120 reopened taken-on not-decided');
  expect(life.toldFrom(100)).toEqual([
    '120 liv duty-lead sms',
    '120 sam mentor sms+voice',
    '140 liv duty-lead voice',
    '160 seb second-lead sms+voice',
  ]);
  const wordings = life.moments.flatMap(({ happening }) =>
    happening.what === 'notify' ? [happening.notice.wording] : [],
  );
  expect(wordings).toContain('not-yet-decided');
});

test('taken on anew, the deciding clock runs again and reopens again', () => {
  const life = new Life(DAY).until(5).act('taken-on', 'sam').act('seen', 'sam').act('contacted', 'sam').until(125);
  life.act('taken-on', 'liv').act('seen', 'liv').until(214);
  expect(life.toldFrom(126)).toEqual([]);
  expect(life.until(215).else()).toContain('215 reopened taken-on not-decided');
});

test('nobody has spoken with the young person: whoever let it lie and the deciding side are asked until somebody has', () => {
  const life = new Life(DAY).until(5).act('taken-on', 'sam').act('seen', 'sam').act('decided', 'liv').until(100);
  expect(life.else()).toContain('60 missed mentor sam not-contacted contacted');
  expect(life.toldFrom(60)).toEqual([
    '60 liv duty-lead sms',
    '60 sam mentor sms+voice',
    '80 liv duty-lead voice',
    '100 seb second-lead sms+voice',
  ]);
  expect(life.act('contacted', 'sam').until(200).toldFrom(101)).toEqual([]);
});

test('the young person is told we are late once, at the time they were given and not before', () => {
  const life = new Life('2026-11-24T14:02:13.000Z').until(60);
  const late = life.moments.filter(({ happening }) => happening.what === 'late');
  expect(late.map(({ happening }) => happening)).toEqual([
    { what: 'late', who: 'sam', next: 'liv', by: '2026-11-24T14:35:00.000Z' },
  ]);
  expect(late[0]?.minute).toBeCloseTo(32.78, 1);
});

test('read in time, nobody is told it was late', () => {
  const life = new Life(EVENING).until(29).act('seen', 'liv').until(60);
  expect(life.moments.some(({ happening }) => happening.what === 'late')).toBe(false);
});

test('the case says by whom each act was done, as what, and when', () => {
  const life = new Life(DAY).until(3).act('taken-on', 'sam').until(4).act('seen', 'sam').until(9).act('decided', 'liv');
  expect(life.case.acts).toEqual([
    { act: 'taken-on', by: 'sam', as: 'mentor', at: '2026-11-24T14:03:00.000Z' },
    { act: 'seen', by: 'sam', as: 'mentor', at: '2026-11-24T14:04:00.000Z' },
    { act: 'decided', by: 'liv', as: 'duty-lead', at: '2026-11-24T14:09:00.000Z' },
  ]);
});

test.each([
  ['before it is decided', false, 'liv', {}, 'not-decided-yet'],
  ['without a reason', true, 'liv', { reason: ' ' }, 'says-too-little'],
  ['without what the young person was told', true, 'liv', { toldYoungPerson: '' }, 'says-too-little'],
  ['by the practitioner', true, 'sam', {}, 'only-a-lead-decides'],
  ['by the lead, decided and with its words', true, 'liv', {}, null],
] as const)('closing %s', (_, decided, by, change, refused) => {
  const life = new Life(DAY).until(3);
  if (decided) life.act('decided', 'liv');
  const closing = {
    by,
    outcome: 'referred',
    reason: 'met by social care',
    toldYoungPerson: 'by Sam on Tuesday',
    ...change,
  };
  const answer = closeCase(life.case, closing, life.staffing(), life.now);
  expect(answer.ok ? null : answer.refused).toBe(refused);
  if (answer.ok) expect(answer.outcome.case).toMatchObject({ closedAt: life.now, dueAt: null });
});

test.each([
  ['liv', 'carl', null, ['3 carl coordinator sms']],
  ['liv', 'sam', 'left-out-of-it', []],
  ['carl', 'bea', 'only-a-lead-decides', []],
] as const)('%s records that %s may know of an allegation: %s', (by, who, refused, told) => {
  const life = new Life(DAY, roster(), { nature: 'allegation', excluded: ['sam'] }).until(3);
  const answer = letKnow(life.case, { by, practitioner: who }, life.staffing(), life.now);
  expect(answer.ok ? null : answer.refused).toBe(refused);
  if (answer.ok) life.keep(answer.outcome);
  expect(life.toldFrom(3)).toEqual(told);
});
