import { later, MINUTE_MS } from '../../../src/vocabulary';
import { wholeCase } from '../harness/cases';
import { useDesk } from '../harness/desk';

const CASE = '/staff/work/concern-kayla';
const AT = '2026-11-22T12:00:00.000Z';
const desk = useDesk();

/** Amira is texted and rung in turn, every five minutes, and never picks up. */
function attempts(count: number) {
  const [notice] = wholeCase().notices;
  return Array.from({ length: count }, (_, index) => ({
    ...notice!,
    id: `notice-${index}`,
    practitioner: 'amira',
    madeAt: later(AT, index * 5 * MINUTE_MS),
    ...(index % 2 === 0
      ? ({ by: 'sms', state: 'delivered' } as const)
      : ({ by: 'voice', state: 'undelivered' } as const)),
  }));
}

const atFirstSight = async (): Promise<string> => {
  const { html } = (await desk.readerAt('jo', CASE)).page;
  return html
    .replace(/<details.*?<\/details>/gs, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');
};

describe('a long night', () => {
  test('says at first sight how often each was tried, by what and how it went, and what happened beside it', async () => {
    desk.house.cases = [wholeCase({ notices: attempts(60) })];
    const seen = await atFirstSight();
    expect(seen).toContain('Amira , midday to 4:55pm 30 texts: delivered; 30 calls: nobody answered');
    expect(seen).toContain('Wrote to us');
    expect(seen).not.toContain('Call to Amira, duty lead');
  });

  test('keeps every attempt behind it, in the table and in the timeline', async () => {
    desk.house.cases = [wholeCase({ notices: attempts(60) })];
    const { html } = (await desk.readerAt('jo', CASE)).page;
    expect(html.match(/<th scope="row">Amira/g)).toHaveLength(60);
    expect(html.match(/Call to Amira, duty lead: nobody answered/g)).toHaveLength(30);
  });

  test('that was short is read as it was, each attempt at its time', async () => {
    desk.house.cases = [wholeCase({ notices: attempts(4) })];
    const seen = await atFirstSight();
    expect(seen).toContain('12:15pm Amira Duty lead Call Nobody answered');
    expect(seen).toContain('Call to Amira, duty lead: nobody answered');
  });
});

test('an act that is open again says which and why', async () => {
  const data = { act: 'decided', reason: 'more-was-said' };
  desk.house.cases = [wholeCase({ history: [{ at: AT, name: 'act-reopened', data }] })];
  expect(await atFirstSight()).toContain('Open again: decided (more was said since)');
});

test('whoever never took it on is not said to have done so', async () => {
  const data = { reason: 'not-opened', practitioner: 'amira' };
  desk.house.cases = [wholeCase({ history: [{ at: AT, name: 'notice-missed', data }] })];
  const seen = await atFirstSight();
  expect(seen).toContain('Has not opened it: Amira');
  expect(seen).not.toContain('Took it on');
});

test('a case of several days says in its picture where each begins', async () => {
  const nextDay = { at: '2026-11-24T09:00:00.000Z', name: 'concern-joined', data: {} } as const;
  desk.house.now = '2026-11-24T10:00:00.000Z';
  desk.house.cases = [wholeCase({ history: [nextDay] })];
  const { html } = (await desk.readerAt('amira', CASE)).page;
  const days = [...html.matchAll(/desk-timeline__time"[^>]*>(\d+ November)</g)].map(([, day]) => day);
  expect(days).toEqual(['22 November', '24 November']);
});
