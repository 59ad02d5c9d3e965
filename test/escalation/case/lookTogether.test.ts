import { lookTogether } from '../../../src/escalation';
import type { CaseFacts, Instant } from '../../../src/vocabulary';
import { DAY, Life, NIGHT, PATHWAYS, roster } from '../cast';

/** A case that is at least its minute old, of which the third worry has just been counted. */
function counted(saidAt: Instant, more: Partial<CaseFacts> = {}): Life {
  const life = new Life(saidAt, roster(), { level: 'worry', ...more }).until(5).act('seen', 'sam').until(10);
  return life.keep(lookTogether(life.case, PATHWAYS, life.staffing(), life.now));
}

test('the lead gets one text an hour of the office later, though the practitioner has opened and taken it on', () => {
  const life = counted(DAY).act('taken-on', 'sam');
  expect(life.until(69).toldFrom(0)).toEqual([]);
  expect(life.until(10 * 24 * 60).toldFrom(0)).toEqual(['70 liv duty-lead sms']);
  expect(
    life.moments.flatMap(({ happening }) => (happening.what === 'notify' ? happening.notice.wording : [])),
  ).toEqual(['read-together']);
});

test('at night nobody is told before the office has been open an hour', () => {
  const tenInTheMorning = (Date.parse('2026-11-25T10:00:00.000Z') - Date.parse(NIGHT)) / 60_000;
  expect(counted(NIGHT).until(tenInTheMorning).toldFrom(0)).toEqual([`${tenInTheMorning} liv duty-lead sms`]);
});

test('level, holder, acts and clocks stay as they are', () => {
  const before = new Life(DAY, roster(), { level: 'worry' }).until(5).act('seen', 'sam').until(10).case;
  const { facts, holder, acts, clocks, pathway } = counted(DAY).case;
  expect({ facts, holder, acts, clocks, pathway }).toEqual({
    facts: before.facts,
    holder: before.holder,
    acts: before.acts,
    clocks: before.clocks,
    pathway: before.pathway,
  });
});

test('a lead who is left out is passed over for the second', () => {
  expect(
    counted(DAY, { excluded: ['liv'] })
      .until(70)
      .toldFrom(0),
  ).toEqual(['70 seb second-lead sms']);
});

test('what is urgent is in the lead’s hands already: nobody is told anew', () => {
  const plain = new Life(DAY).until(5).act('seen', 'sam').until(10);
  expect(counted(DAY, { level: 'urgent' }).until(90).told()).toEqual(plain.until(90).told());
});
