import { createCrew } from '../../src/jobs/crew';
import type { Work } from '../../src/jobs/work';
import { handClock, heldWork, keptLog, settle } from './hands';

const turn = (id: string): Work => ({ kind: 'turn', id });
const concern = (id: string): Work => ({ kind: 'concern', id });

function crewOf(atOnce: number, keptFree = 0) {
  const held = heldWork();
  const clock = handClock();
  const log = keptLog();
  const stuck: Work[] = [];
  const crew = createCrew({ perform: held.perform, clock, log, atOnce, keptFree, onStuck: (work) => stuck.push(work) });
  return { ...held, clock, log, stuck, crew };
}

describe('a crew', () => {
  test('does as many pieces of work at once as it has hands, and the others in order', async () => {
    const { crew, begun, names } = crewOf(2);
    ['a', 'b', 'c', 'd'].forEach((id) => void crew.take(turn(id)));
    expect(names()).toEqual(['a', 'b']);
    begun[0]?.end();
    await settle();
    expect(names()).toEqual(['a', 'b', 'c']);
  });

  test('lets a concern pass everything else that waits', async () => {
    const { crew, begun, names } = crewOf(1);
    [turn('a'), turn('b'), concern('c')].forEach((work) => void crew.take(work));
    begun[0]?.end();
    await settle();
    expect(names()).toEqual(['a', 'c']);
  });

  test('lets what is written pass what would write more: notices and concerns first, then texts, then turns', async () => {
    const { crew, begun, names } = crewOf(1);
    const of = (kind: Work['kind'], id: string): Work => ({ kind, id });
    const asked = [turn('a'), of('errand', 'b'), of('delivery', 'c'), concern('d'), of('notice', 'e')];
    asked.forEach((work) => void crew.take(work));
    for (let done = 0; done < 4; done += 1) {
      begun[done]?.end();
      await settle();
    }
    expect(names()).toEqual(['a', 'd', 'e', 'c', 'b']);
  });

  test('keeps hands free that no talk takes: a notice goes at once however many turns are being taken', async () => {
    const { crew, names } = crewOf(4, 2);
    ['a', 'b', 'c'].forEach((id) => void crew.take(turn(id)));
    expect(names()).toEqual(['a', 'b']);
    void crew.take({ kind: 'delivery', id: 'd' });
    void crew.take({ kind: 'delivery', id: 'e' });
    void crew.take({ kind: 'notice', id: 'f' });
    expect(names()).toEqual(['a', 'b', 'd', 'f']);
  });

  test('has a hand free for more work only when one is free for any kind', async () => {
    const { crew, begun } = crewOf(4, 2);
    const free: string[] = [];
    ['a', 'b'].forEach((id) => void crew.take(turn(id)));
    void crew.whenFree().then(() => free.push('free'));
    await settle();
    expect(free).toEqual([]);
    begun[0]?.end();
    await settle();
    expect(free).toEqual(['free']);
  });

  test('does work once that was asked for twice while it waited', async () => {
    const { crew, begun, names } = crewOf(1);
    [turn('a'), turn('b'), turn('b')].forEach((work) => void crew.take(work));
    begun[0]?.end();
    await settle();
    begun[1]?.end();
    await settle();
    expect(names()).toEqual(['a', 'b']);
    expect(crew.held()).toBe(0);
  });

  test('does work once more, never at the same moment, that was asked for while it ran', async () => {
    const { crew, begun, names } = crewOf(4);
    void crew.take(turn('a'));
    void crew.take(turn('a'));
    await settle();
    expect(names()).toEqual(['a']);
    begun[0]?.end();
    await settle();
    expect(names()).toEqual(['a', 'a']);
  });

  test('takes the same id of another kind for other work', () => {
    const { crew, begun } = crewOf(4);
    void crew.take(turn('a'));
    void crew.take(concern('a'));
    expect(begun).toHaveLength(2);
  });

  test('leaves failed work alone for ever longer, up to ten seconds, and does everything else meanwhile', async () => {
    const { crew, begun, clock, log, names } = crewOf(1);
    const pauses: unknown[] = [];
    for (let times = 0; times < 7; times += 1) {
      void crew.take(turn('bad'));
      begun.at(-1)?.fail(new Error('broken'));
      await settle();
      const pauseMs = Number(log.lines.at(-1)?.fields.afterMs);
      pauses.push(pauseMs);
      clock.pass(pauseMs - 1);
      const before = begun.length;
      void crew.take(turn('bad'));
      expect([begun.length, crew.holds(turn('bad'))]).toEqual([before, true]);
      clock.pass(1);
    }
    expect(pauses).toEqual([500, 1_000, 2_000, 4_000, 8_000, 10_000, 10_000]);
    clock.pass(-1);
    void crew.take(turn('good'));
    expect(names().at(-1)).toBe('good');
  });

  test('tells somebody once when work has failed five times in a row', async () => {
    const { crew, begun, clock, stuck } = crewOf(1);
    for (let times = 0; times < 6; times += 1) {
      void crew.take(concern('bad'));
      begun.at(-1)?.fail(new Error('broken'));
      await settle();
      expect(stuck).toHaveLength(times < 4 ? 0 : 1);
      clock.pass(10_000);
    }
    expect(stuck).toEqual([concern('bad')]);
  });

  test('begins with the shortest pause again after work has gone well', async () => {
    const { crew, begun, clock, log } = crewOf(1);
    const fail = async () => {
      void crew.take(turn('a'));
      begun.at(-1)?.fail(new Error('broken'));
      await settle();
      clock.pass(10_000);
    };
    await fail();
    await fail();
    void crew.take(turn('a'));
    begun.at(-1)?.end();
    await settle();
    await fail();
    expect(log.lines.map(({ fields }) => fields.afterMs)).toEqual([500, 1_000, 500]);
  });

  test('closes when what runs has ended, and does nothing of what still waited', async () => {
    const { crew, begun, names } = crewOf(1);
    void crew.take(turn('a'));
    const waiting = crew.take(turn('b'));
    let closed = false;
    const closing = crew.close().then(() => (closed = true));
    await waiting;
    await settle();
    expect(closed).toBe(false);
    begun[0]?.end();
    await closing;
    void crew.take(turn('c'));
    expect(names()).toEqual(['a']);
  });
});
