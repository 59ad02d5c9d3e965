import { later, MINUTE_MS, type Roster } from '../../src/vocabulary';
import { DAY, Life, practitioner, roster, shift } from './cast';

/** Liv leads until half an hour after the message, Seb from then on. */
const CHANGES_AT = later(DAY, 30 * MINUTE_MS);
const RELIEVED = roster({
  shifts: [
    { ...shift('lead', 'liv'), to: CHANGES_AT },
    { ...shift('lead', 'seb'), from: CHANGES_AT },
    shift('second', 'mo'),
    shift('manager', 'mo'),
  ],
});

/** Sam, the practitioner, leaves the organisation an hour after the message. */
const LEFT = roster({ people: [practitioner('sam', { leftAt: later(DAY, 60 * MINUTE_MS) })] });

const HANDLED = ['taken-on', 'seen', 'contacted'] as const;

function inHandOf(who: string, from: Roster): Life {
  const life = new Life(DAY, from).until(5);
  for (const act of HANDLED) life.act(act, who);
  return life.act('decided', 'liv');
}

test.each([
  ['the lead who took it on is off the rota by then', 'liv', RELIEVED, 'seb duty-lead'],
  ['the practitioner who took it on has left', 'sam', LEFT, 'liv duty-lead'],
])('more words reach whoever leads now, where %s', (_, who, from, instead) => {
  const life = inHandOf(who, from).until(90).more();
  expect(life.toldFrom(90)).toEqual([`90 ${instead} sms`]);
  expect(life.until(95).more().until(104).toldFrom(91)).toEqual([]);
  expect(life.until(105).toldFrom(91)).toEqual([`105 ${instead} sms`]);
  expect(
    life
      .else()
      .filter((line) => line.startsWith('90 '))
      .at(-1),
  ).toBe(`90 missed ${who === 'liv' ? 'duty-lead' : 'mentor'} ${who} nobody-on-duty more`);
});

test('taken on, not opened, and gone: whoever leads by then hears that it is nobody’s again', () => {
  const life = new Life(DAY, RELIEVED).until(25).act('taken-on', 'liv').until(35);
  expect(life.toldFrom(35).filter((line) => line.includes('seb'))).not.toEqual([]);
});

test('the rota changes while a clock runs: the next step is that of whoever has the duty by then', () => {
  const life = new Life(DAY, RELIEVED).until(60);
  expect(life.told().filter((line) => line.includes('liv'))).toEqual(['0 liv duty-lead sms', '20 liv duty-lead voice']);
  expect(life.toldFrom(30)).toContain('40 mo second-lead sms+voice');
});

test('before anybody has done anything, whoever leads by then is told of it, not that more of it has come', () => {
  const life = new Life(DAY, RELIEVED).until(21).more().until(35);
  const told = life.moments.flatMap(({ happening }) => (happening.what === 'notify' ? [happening.notice] : []));
  expect(told.filter(({ practitioner }) => practitioner === 'seb').map(({ wording }) => wording)).toEqual([
    'needs-you-now-unrung',
  ]);
});
