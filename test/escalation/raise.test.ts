import { raiseCase } from '../../src/escalation';
import { DAY, EVENING, Life, NIGHT, PATHWAYS, practitioner, roster, shift } from './cast';

const withOlga = (shifts = roster().shifts) => roster({ people: [practitioner('olga')], shifts });

test('urgent becomes immediate: the whole of the new row from its first minute, whoever had taken it on', () => {
  const life = new Life(DAY).until(6).act('taken-on', 'sam').act('seen', 'sam').until(8).raise({ level: 'immediate' });
  expect(life.toldFrom(8)).toEqual(['8 liv duty-lead sms+voice', '8 sam mentor sms+voice']);
  expect(life.case.acts).toEqual([]);
  expect(life.until(13).toldFrom(13)).toContain('13 seb second-lead sms+voice');
  expect(life.case.clocks.takenOnBy).toBe('2026-11-24T14:18:00.000Z');
});

test('a level never goes down', () => {
  const life = new Life(DAY, roster(), { level: 'immediate' }).until(1).raise({ level: 'worry' });
  expect(life.case.facts.level).toBe('immediate');
});

test('a worry that becomes urgent at night wakes the lead and holds the practitioner', () => {
  const life = new Life(NIGHT, roster(), { level: 'worry' }).until(5).raise({ level: 'urgent' });
  expect(life.toldFrom(5)).toEqual(['5 liv duty-lead sms+voice']);
  expect(life.else()).toContain('5 held mentor sam 2026-11-25T08:00:00.000Z');
});

test.each([
  ['a new kind', { kinds: ['suicide'] as const }],
  ['somebody else at risk', { newPersonAtRisk: true }],
  ['anything urgent', { level: 'urgent' as const }],
])('%s after it was decided reopens seen and decided and tells the lead afresh', (_, change) => {
  const life = new Life(DAY).until(5).act('taken-on', 'liv').act('seen', 'liv').act('decided', 'liv');
  life.act('contacted', 'sam').until(30).raise(change);
  expect(life.case.acts.map((one) => one.act)).toEqual(['taken-on', 'contacted']);
  expect(life.toldFrom(30)).toEqual(['30 liv duty-lead sms', '30 sam mentor sms']);
  expect(life.until(49).act('seen', 'liv').until(89).toldFrom(31)).toEqual([]);
});

test('a lead who does not look again is followed by the second', () => {
  const life = new Life(DAY).until(5).act('taken-on', 'liv').act('seen', 'liv').act('contacted', 'sam').until(30);
  life.raise({ kinds: ['suicide'] }).until(70);
  expect(life.toldFrom(31)).toEqual(['50 liv duty-lead voice', '70 seb second-lead sms+voice']);
});

test('a new kind is told to the holder, too, when somebody else holds it', () => {
  const life = new Life(DAY)
    .until(5)
    .act('taken-on', 'sam')
    .act('seen', 'sam')
    .until(30)
    .raise({ kinds: ['suicide'] });
  expect(life.toldFrom(30)).toEqual(['30 liv duty-lead sms', '30 sam mentor sms']);
});

describe('a new disclosure in a case that the lead has in hand', () => {
  const inHand = (life: Life) => life.until(12).act('taken-on', 'liv').act('seen', 'liv').act('seen', 'sam');
  const NEW = { kinds: ['suicide'] as const };

  test('is the practitioner’s as well: told once, not rung, and nobody who does not know the case is drawn in', () => {
    const life = inHand(new Life(DAY)).until(30).raise(NEW);
    expect(life.toldFrom(30)).toEqual(['30 liv duty-lead sms', '30 sam mentor sms']);
    life.act('seen', 'liv').act('decided', 'liv').act('contacted', 'sam');
    expect(life.until(8 * 60).toldFrom(31)).toEqual([]);
  });

  test('reaches a practitioner who is off duty quietly, and whoever stands in and knows the case', () => {
    const life = inHand(new Life(EVENING)).until(30).raise(NEW);
    expect(life.toldFrom(30)).toEqual(['30 liv duty-lead sms', '30 sam mentor sms', '30 carl coordinator sms']);
  });

  test('waits at night for the start of the practitioner’s day, and is said once there', () => {
    const life = inHand(new Life(NIGHT)).until(30).raise(NEW);
    life.act('seen', 'liv').act('decided', 'liv');
    const own = life.until(9 * 60).toldFrom(13);
    expect(own.filter((line) => line.includes('sam'))).toEqual(['500 sam mentor sms']);
    expect(own[0]).toBe('30 liv duty-lead sms+voice');
  });

  test('is covered by a notice of a moment ago that they have not opened', () => {
    const life = new Life(DAY).until(5).act('taken-on', 'liv').act('seen', 'liv').until(10).raise(NEW);
    expect(life.toldFrom(10)).toEqual(['10 liv duty-lead sms']);
  });

  test('never reaches anybody who is left out', () => {
    const life = inHand(new Life(DAY))
      .raise({ excluded: ['sam'] })
      .until(30)
      .raise(NEW);
    expect(life.toldFrom(30)).toEqual(['30 liv duty-lead sms']);
  });

  test('nor anybody of the practitioner’s side where it is about an adult of the service', () => {
    const life = new Life(DAY, roster(), { nature: 'allegation', excluded: ['bea'] }).until(5);
    life.act('taken-on', 'liv').act('seen', 'liv').until(30).raise(NEW);
    expect(life.toldFrom(30)).toEqual(['30 liv duty-lead sms']);
  });

  test('goes into the morning list where the phone is not theirs', () => {
    const life = inHand(new Life(DAY)).raise({ nature: 'phone-not-theirs' }).until(30).raise(NEW);
    expect(life.toldFrom(30)).toEqual(['30 liv duty-lead sms']);
    expect(life.else()).toContain('30 digest sam 2026-11-25T08:30:00.000Z');
  });

  test('is not what silence after "safe now?" is: that is the lead’s alone', () => {
    const life = inHand(new Life(EVENING)).until(30).raise({ unsureOfSafety: true });
    expect(life.toldFrom(30).some((line) => /sam|bea/.test(line))).toBe(false);
  });
});

test('not sure of safety: the lead is called and reads in five minutes, second in ten, manager in twenty', () => {
  const life = new Life(EVENING).until(20).raise({ unsureOfSafety: true });
  expect(life.toldFrom(20).filter((line) => line.includes('liv'))).toEqual(['20 liv duty-lead voice+sms']);
  expect(life.until(40).toldFrom(21)).toEqual([
    '30 seb second-lead sms+voice',
    '40 liv duty-lead voice',
    '40 mo manager sms+voice',
  ]);
  expect(life.else()).toContain('25 late liv  2026-11-24T19:25:00.000Z');
});

describe('nobody who was still to be asked is asked later because something new came', () => {
  test('twenty minutes of silence at night: the manager at thirty minutes all the same, and all again at forty', () => {
    const life = new Life(NIGHT).until(20).raise({ unsureOfSafety: true }).until(40);
    expect(life.toldFrom(30).filter((line) => line.includes('manager'))).toEqual([
      '30 mo manager sms+voice',
      '40 mo manager sms+voice',
    ]);
  });

  test('a new kind while nobody has answered: the call, the second and the manager come when they would have', () => {
    const life = new Life(EVENING)
      .until(18)
      .raise({ kinds: ['suicide'] })
      .until(60);
    expect(life.toldFrom(19).filter((line) => !line.includes('cover'))).toEqual([
      '20 liv duty-lead voice',
      '40 seb second-lead sms+voice',
      '60 mo manager sms+voice',
    ]);
  });
});

test('the phone is not theirs: new risk, told to the lead afresh, the practitioner in the next digest', () => {
  const life = new Life(EVENING).until(5).act('taken-on', 'liv').act('seen', 'liv').until(12);
  life.raise({ nature: 'phone-not-theirs' });
  expect(life.toldFrom(12)).toEqual(['12 liv duty-lead sms']);
  expect(life.else()).toContain('12 digest sam 2026-11-25T08:30:00.000Z');
});

describe('the accused', () => {
  test('already holds the concern: what was told them is withdrawn, what they did is undone, the lead holds it', () => {
    const life = new Life(DAY)
      .until(2)
      .act('taken-on', 'sam')
      .act('seen', 'sam')
      .until(4)
      .raise({ excluded: ['sam'] });
    expect(life.else()).toContain('4 withdraw sam');
    expect(life.case).toMatchObject({ holder: 'liv', acts: [] });
    expect(life.toldFrom(4)).toEqual(['4 liv duty-lead sms']);
    expect(
      life
        .until(90)
        .toldFrom(4)
        .some((line) => line.includes('sam')),
    ).toBe(false);
  });

  test('named after a hint: it becomes an allegation, and nobody of the practitioner’s side hears of it again', () => {
    const life = new Life(DAY)
      .until(4)
      .raise({ nature: 'allegation', excluded: ['sam'] })
      .until(90);
    expect(life.case.facts.nature).toBe('allegation');
    expect(life.toldFrom(4).some((line) => /sam|bea|carl/.test(line))).toBe(false);
  });

  test('a plain disclosure that joins an allegation leaves it one', () => {
    const life = new Life(DAY, roster(), { nature: 'allegation', excluded: ['sam'] })
      .until(1)
      .raise({ nature: 'disclosure' });
    expect(life.case.facts.nature).toBe('allegation');
  });

  test('is held for the morning: the notice never goes', () => {
    const life = new Life(NIGHT)
      .until(10)
      .raise({ excluded: ['sam'] })
      .until(520);
    expect(life.told().some((line) => line.includes('sam'))).toBe(false);
  });

  test.each([
    [['liv'], ['0 seb second-lead', '20 mo manager', '40 olga outside-contact']],
    [
      ['liv', 'seb'],
      ['0 mo manager', '20 olga outside-contact'],
    ],
    [['liv', 'seb', 'mo'], ['0 olga outside-contact']],
    [['seb'], ['0 liv duty-lead', '20 mo manager', '40 olga outside-contact']],
  ])('%j: every step skips them, as far as the outside contact', (excluded, first) => {
    const life = new Life(DAY, withOlga(), {
      nature: 'allegation',
      level: 'worry',
      excluded: ['sam', ...excluded],
    }).until(50);
    const firstTold = new Map<string, string>();
    for (const line of life.told()) {
      const [minute = '', who = '', as = ''] = line.split(' ');
      if (!firstTold.has(who)) firstTold.set(who, `${minute} ${who} ${as}`);
    }
    expect([...firstTold.values()]).toEqual(first);
  });

  test('could be any adult of the service: lead and second are told together', () => {
    const life = new Life(DAY, roster(), { nature: 'allegation', excluded: ['sam', 'bea'], anyAdultMeant: true });
    expect(life.told()).toEqual(['0 liv duty-lead sms', '0 seb second-lead sms']);
  });

  test('the outside contact hears of nothing when nobody of the deciding side is meant', () => {
    const life = new Life(DAY, withOlga(), { nature: 'allegation', excluded: ['sam'] }).until(120);
    expect(life.told().some((line) => line.includes('olga'))).toBe(false);
  });
});

test('a cover who may not know gives way to the coordinator', () => {
  const life = new Life(DAY, roster({ shifts: [...roster().shifts, shift('cover', 'bea')] }), {
    excluded: ['bea'],
  }).until(20);
  expect(life.toldFrom(20)).toContain('20 carl coordinator sms+voice');
});

describe('more words in an open concern', () => {
  test('go to its holder only, at most every quarter of an hour', () => {
    const life = new Life(DAY).until(2).act('taken-on', 'sam').act('seen', 'sam').until(5).more().more();
    life.until(9).more().until(30);
    expect(life.toldFrom(3).filter((line) => line.includes('sam'))).toEqual(['5 sam mentor sms', '20 sam mentor sms']);
    expect(life.toldFrom(3).some((line) => !line.includes('sam'))).toBe(false);
  });

  test('are covered by a notice the holder has not opened yet', () => {
    const life = new Life(EVENING).more().until(14).more();
    expect(life.told().filter((line) => line.includes('liv'))).toEqual(['0 liv duty-lead sms']);
    expect(life.until(15).toldFrom(15)).toEqual(['15 liv duty-lead sms']);
  });

  test('are not told to a holder who has opened them meanwhile', () => {
    const life = new Life(EVENING).until(1).more().until(10).act('seen', 'liv').until(19);
    expect(life.toldFrom(11)).toEqual([]);
  });
});

test('the case given is never changed, and the same input gives the same outcome', () => {
  const life = new Life(DAY).until(3);
  const before = JSON.stringify(life.case);
  const raise = () =>
    raiseCase(life.case, { level: 'immediate', saidAt: life.now }, PATHWAYS, life.staffing(), life.now);
  expect(raise()).toEqual(raise());
  expect(JSON.stringify(life.case)).toBe(before);
});

test('a picture or an unreadable text in an open concern is one more text to its holder', () => {
  for (const nature of ['picture-or-unread', 'could-not-be-assessed'] as const) {
    const life = new Life(DAY)
      .until(2)
      .act('taken-on', 'sam')
      .act('seen', 'sam')
      .until(5)
      .raise({ nature, level: 'none' });
    expect(life.toldFrom(5)).toEqual(['5 sam mentor sms']);
    expect(life.case.facts.nature).toBe('disclosure');
  }
});

test('words after a picture alone make it the disclosure it is', () => {
  const life = new Life(DAY, roster(), { nature: 'picture-or-unread', level: 'none' }).until(5);
  life.raise({ nature: 'disclosure', level: 'urgent' });
  expect(life.case.facts).toMatchObject({ nature: 'disclosure', level: 'urgent' });
  expect(life.case.pathway.id).toBe('urgent-practitioner-available');
  expect(life.toldFrom(5)).toEqual(['5 liv duty-lead sms', '5 sam mentor sms']);
});

test('leaving out somebody who had no part in it tells nobody anything', () => {
  const life = new Life(DAY)
    .until(2)
    .act('taken-on', 'sam')
    .act('seen', 'sam')
    .until(5)
    .raise({ excluded: ['bea'] });
  expect(life.toldFrom(3)).toEqual([]);
});
