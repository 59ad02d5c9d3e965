import { openCase } from '../../src/escalation';
import { staffingFor } from '../../src/rota';
import { DAY, EVENING, facts, Life, NIGHT, PATHWAYS, practitioner, roster, shift } from './cast';

test('nobody is lead: the second is told in the first minute, with the lead’s rhythm, and the reason stored', () => {
  const life = new Life(NIGHT, roster({ shifts: [shift('second', 'seb'), shift('manager', 'mo')] }), {
    level: 'immediate',
  });
  life.until(6);
  expect(life.else()).toContain('0 missed duty-lead  nobody-on-duty lead');
  expect(life.told().filter((line) => /seb|mo /.test(line))).toEqual([
    '0 seb second-lead sms+voice',
    '3 seb second-lead sms+voice',
    '5 mo manager sms+voice',
    '6 seb second-lead sms+voice',
  ]);
  expect(life.case.holder).toBe('seb');
});

test('nobody is second: the manager is told when the second would have been', () => {
  const life = new Life(DAY, roster({ shifts: [shift('lead', 'liv'), shift('manager', 'mo')] })).until(60);
  expect(life.told().filter((line) => line.includes('mo '))).toEqual([
    '40 mo manager sms+voice',
    '60 mo manager sms+voice',
  ]);
});

test('lead and second are one person: told once, and the manager comes sooner', () => {
  const both = roster({ shifts: [shift('lead', 'liv'), shift('second', 'liv'), shift('manager', 'mo')] });
  const life = new Life(DAY, both).until(40);
  expect(life.else()).toContain('40 missed second-lead liv same-person-told second');
  expect(life.toldFrom(40)).toEqual(['40 mo manager sms+voice']);
});

test('the practitioner is the lead on duty: told once, as the lead', () => {
  const life = new Life(
    DAY,
    roster({ shifts: [shift('lead', 'sam'), shift('second', 'seb'), shift('manager', 'mo')] }),
  );
  expect(life.told()).toEqual(['0 sam duty-lead sms']);
  expect(life.else()).toEqual(['0 missed mentor sam same-person-told practitioner']);
});

test('nobody of the deciding side is there: the coordinator is told as the last resort, and nothing is silent', () => {
  const life = new Life(NIGHT, roster({ shifts: [] })).until(10);
  expect(life.told()).toContain('0 carl coordinator sms+voice');
  expect(life.else().filter((line) => line.includes('nobody-on-duty'))).toHaveLength(3);
});

test('a text that failed costs no time: the next channel is used at once', () => {
  const life = new Life(EVENING).until(1).reports('liv', 'sms', 'failed');
  expect(life.else()).toContain('1 missed duty-lead liv channel-failed lead');
  expect(life.toldFrom(1)).toEqual(['1 liv duty-lead voice']);
});

test('when text and call both fail, e-mail is sent and the next seat asked at once', () => {
  const life = new Life(NIGHT).until(1).reports('liv', 'sms', 'failed').reports('liv', 'voice', 'failed');
  expect(life.toldFrom(1)).toEqual(['1 liv duty-lead email', '1 seb second-lead sms+voice']);
});

test('a report about a notice that is not the latest, or told twice, changes nothing', () => {
  const life = new Life(EVENING).until(1).reports('liv', 'sms', 'failed').reports('liv', 'sms', 'failed');
  expect(life.toldFrom(1)).toEqual(['1 liv duty-lead voice']);
});

test('whoever opted out of texts is rung instead, and the reason stored', () => {
  const optedOut = roster({ people: [practitioner('liv', { optedOutAt: '2026-11-01T00:00:00.000Z' })] });
  const life = new Life(EVENING, optedOut);
  expect(life.told()).toContain('0 liv duty-lead voice');
  expect(life.else()).toContain('0 missed duty-lead liv opted-out lead');
});

test('a practitioner without phone or e-mail is as good as nobody', () => {
  const unreachable = roster({ people: [practitioner('liv', { phone: null, email: null })] });
  const life = new Life(NIGHT, unreachable);
  expect(life.else()).toContain('0 missed duty-lead liv no-address lead');
  expect(life.told()).toEqual(['0 seb second-lead sms+voice']);
});

test('where proofs are required an unproven lead is told all the same, but counts as nobody told', () => {
  const staffing = staffingFor(roster(), { youngPerson: 'zoe', now: NIGHT, proofsRequired: true });
  const { happenings } = openCase({ facts: facts(NIGHT), pathways: PATHWAYS, staffing, now: NIGHT });
  const told = happenings.flatMap((one) =>
    one.what === 'notify' ? [`${one.notice.practitioner} ${one.notice.by}`] : [],
  );
  expect(told).toEqual(expect.arrayContaining(['liv sms', 'liv voice', 'seb sms', 'seb voice', 'mo sms', 'mo voice']));
  expect(happenings).toContainEqual(
    expect.objectContaining({ what: 'missed', practitioner: 'liv', reason: 'unproven-channel' }),
  );
});

test('a proven channel is taken before an unproven one', () => {
  const proven = practitioner('liv', { provenAt: { sms: null, voice: '2026-11-20T10:00:00.000Z', email: null } });
  const staffing = staffingFor(roster({ people: [proven] }), {
    youngPerson: 'zoe',
    now: EVENING,
    proofsRequired: true,
  });
  const { happenings } = openCase({ facts: facts(EVENING), pathways: PATHWAYS, staffing, now: EVENING });
  const toLiv = happenings.flatMap((one) =>
    one.what === 'notify' && one.notice.practitioner === 'liv' ? [one.notice.by] : [],
  );
  expect(toLiv).toEqual(['voice']);
});

test('passed on by the lead: the second is asked at once, and the lead not again until everybody is', () => {
  const life = new Life(NIGHT).until(2).passesOn('liv').until(26);
  expect(life.toldFrom(2).slice(0, 1)).toEqual(['2 seb second-lead sms+voice']);
  expect(life.toldFrom(2).some((line) => line.includes('liv'))).toBe(false);
  expect(life.until(27).toldFrom(27)).toContain('27 liv duty-lead sms+voice');
});

test('passed on by the practitioner: cover is asked at once', () => {
  const life = new Life(DAY).until(4).act('taken-on', 'sam').until(5).passesOn('sam');
  expect(life.toldFrom(5)).toEqual(['5 bea cover sms+voice']);
  expect(life.else()).toContain('5 reopened taken-on passed-on');
});

test('no step, attempt, person and channel is ever told twice', () => {
  const life = new Life(NIGHT, roster(), { level: 'immediate' }).until(60).raise({ unsureOfSafety: true }).until(90);
  const keys = life.moments.flatMap(({ happening }) => {
    if (happening.what !== 'notify') return [];
    const { step, attempt, practitioner: who, by } = happening.notice;
    return [[step, attempt, who, by].join('/')];
  });
  expect(new Set(keys).size).toBe(keys.length);
});

test('one late sweep does all that is due, in order, each person once a channel', () => {
  const life = new Life(NIGHT, roster(), { level: 'immediate' });
  const opened = life.toldFrom(0).length;
  life.now = '2026-11-24T23:52:00.000Z';
  life.until(12);
  expect(
    life
      .told()
      .slice(opened)
      .every((line) => line.startsWith('12 ')),
  ).toBe(true);
  expect(life.toldFrom(12)).toEqual([
    '12 liv duty-lead sms+voice',
    '12 seb second-lead sms+voice',
    '12 carl coordinator sms',
    '12 mo manager sms+voice',
  ]);
});

test('one person in every lead’s place is told NOW once in a minute, however many steps come together there', () => {
  const alone = roster({ shifts: [shift('manager', 'mo')] });
  const life = new Life(DAY, alone).until(20.2).raise({ unsureOfSafety: true });
  const texts = life.until(21).moments.flatMap(({ minute, happening }) => {
    const isText =
      happening.what === 'notify' && happening.notice.by === 'sms' && happening.notice.practitioner === 'mo';
    return isText && minute > 20.1 ? [minute] : [];
  });
  expect(texts).toHaveLength(1);
});
