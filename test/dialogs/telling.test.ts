import type { Facts, Telling } from '../../src/vocabulary';
import { LATE, Talk, TUESDAY, concern, named } from './talk';
import { keepsToTheHouse, play, wishes } from './rows';

const SAM = named('Sam');
const DANA = named('Dana');
const AT = '2026-11-25T09:00:00.000Z';

function telling(what: Telling['what'], more: Partial<Telling> = {}): Telling {
  return { what, concern: 'c1', by: DANA, who: SAM, at: AT, ...more };
}

/** Late at night, read already, and nothing is being asked. */
const READ: Facts = {
  ...LATE,
  concern: concern('2026-11-24T23:10:00.000Z', { decidedAt: '2026-11-24T23:30:00.000Z' }),
};

describe('a telling', () => {
  test.each([
    ['goes-further', telling('goes-further'), 'goes-further'],
    ['goes-further by the mentor themselves', telling('goes-further', { by: SAM }), 'goes-further-alone'],
    ['goes-further without the mentor', telling('goes-further', { who: DANA }), 'goes-further-alone'],
    ['gone-further', telling('gone-further', { at: null }), 'gone-further'],
    ['gone-further without the mentor', telling('gone-further', { at: null, who: DANA }), 'gone-further-alone'],
    ['999', telling('emergency-asked', { at: null }), 'emergency-asked'],
    ['999 without the mentor', telling('emergency-asked', { at: null, who: DANA }), 'emergency-asked-alone'],
    ['a call', telling('will-ring', { who: DANA }), 'will-ring'],
  ])('of %s takes its own words, and what it promises is recorded', async (_title, given, template) => {
    const heard = await new Talk(READ).isTold(given);
    expect(heard.templates).toEqual([template]);
    keepsToTheHouse(heard);
  });

  test('never names a mentor they asked not to be told', async () => {
    const heard = await new Talk({ ...READ, notThem: ['sam'] }).isTold(telling('goes-further', { who: DANA }));
    expect(heard.texts.join(' ')).not.toMatch(/Sam/);
  });

  test.each([
    ['1', 'be-there', 'telling-heard'],
    ['2.', 'by-phone', 'telling-heard'],
    ['u do it', 'you-do-it', 'telling-heard'],
  ])('that goes further is answered with "%s": %s', async (says, answer, hears) => {
    const talk = new Talk(READ);
    await talk.isTold(telling('goes-further'));
    const [heard] = await play(talk, [[says, [hears, 'limits-line']]]);
    expect(wishes(heard!, 'telling-answered')).toMatchObject([{ answer, telling: { concern: 'c1' } }]);
  });

  test('ends with its answer: a "1" after it is no choice any more', async () => {
    const talk = new Talk(READ);
    await talk.isTold(telling('will-ring'));
    const heard = await play(talk, [
      ['yes', ['telling-heard', 'limits-line']],
      ['1', ['open-invite']],
    ]);
    expect(wishes(heard, 'telling-answered')).toHaveLength(1);
  });

  test('interrupts a check-in, and what was said in it goes into the note', async () => {
    const talk = new Talk(TUESDAY);
    await talk.isDue();
    await talk.says('4');
    const heard = await talk.isTold(telling('will-ring'));
    expect(wishes(heard, 'check-in-finished')).toHaveLength(1);
  });

  test('that asks nothing leaves the check-in where it was', async () => {
    const talk = new Talk(TUESDAY);
    await talk.isDue();
    await talk.isTold(telling('emergency-asked', { at: null }));
    await play(talk, [['4', ['going-well']]]);
  });
});
