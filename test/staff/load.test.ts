import { DAY_MS, HOUR_MS, later, type Instant, type NoticeChannel } from '../../src/vocabulary';
import type { ConcernSummary, LoadRow } from '../../src/record/views/types';
import { summary, wholeCase } from './harness/cases';
import { useDesk } from './harness/desk';
import { NOW } from './harness/roster';

const desk = useDesk();
const daysAgo = (days: number): Instant => later(NOW, -days * DAY_MS);
/** Eleven at night and noon of the day before, in York. */
const NIGHT = '2026-11-21T23:00:00.000Z';
const NOON = '2026-11-21T12:00:00.000Z';

const notice = (practitioner: string, at: Instant, by: NoticeChannel = 'sms') => ({ practitioner, at, by });

function row(more: Partial<ConcernSummary> = {}, asked: Partial<Omit<LoadRow, 'concern'>> = {}): LoadRow {
  const openedAt = more.openedAt ?? daysAgo(1);
  return { concern: summary({ openedAt, ...more }), notices: [], digests: [], verdicts: [], ...asked };
}

/** One line of the table of budgets, as it reads. */
async function figure(what: string, reader = 'amira'): Promise<string> {
  const { text } = (await desk.readerAt(reader, '/staff/load')).page;
  return (
    new RegExp(`${what} (.*?) (?=People woken|Woken by|Urgent|Morning|Texts and|Nights in|Woken:)`).exec(text)?.[1] ??
    ''
  );
}

test('it is for whoever looks over the work, and the weekly list leads to it', async () => {
  for (const reader of ['amira', 'mo']) {
    const { page } = await desk.readerAt(reader, '/staff/weekly');
    expect(page.html).toContain('href="/staff/load"');
    expect((await desk.readerAt(reader, '/staff/load')).page.status).toBe(200);
  }
  for (const reader of ['sam', 'cora', 'addy']) {
    expect((await desk.readerAt(reader, '/staff/load')).page.status).toBe(404);
  }
});

test('somebody is woken once a night however often they are tried; by day, or by e-mail, nobody is', async () => {
  const tried = [notice('amira', NIGHT), notice('amira', later(NIGHT, 4 * HOUR_MS), 'voice'), notice('jo', NIGHT)];
  const others = [notice('mo', NOON), notice('mo', NIGHT, 'email')];
  desk.house.load = [row({}, { notices: [...tried, ...others] })];
  expect(await figure('the whole team 28 nights')).toBe('0.1 a night (2 in all) 1 a night on average');
});

test('a waking is false when all that woke them that night was marked wrong, and nobody called it right', async () => {
  const woken = (days: number, ...verdicts: LoadRow['verdicts']) =>
    row({}, { notices: [notice('amira', later(NIGHT, -days * DAY_MS))], verdicts });
  desk.house.load = [woken(0, 'wrong'), woken(1, 'wrong', 'right'), woken(2), woken(3, 'wrong'), woken(3, 'right')];
  expect(await figure('the whole team 7 nights')).toBe('1 4 a week');
  desk.house.load = [0, 1, 2, 3, 4].map((days) => woken(days, 'wrong'));
  expect(await figure('the whole team 7 nights')).toBe('5 Over the budget 4 a week');
});

test('urgent ones are counted as they were marked; those nobody marked are said, and not counted as right', async () => {
  const marks: readonly LoadRow['verdicts'][] = [['right'], ['wrong'], ['wrong'], ['wrong'], ['unclear'], []];
  desk.house.load = [
    ...marks.map((verdicts) => row({}, { verdicts })),
    row({ level: 'worry' }, { verdicts: ['wrong'] }),
  ];
  expect(await figure('and right 91 days')).toBe(
    '1 of 4 marked; 2 not marked right or wrong Over the budget at least 1 in 3',
  );
  expect(await figure('for one mentor, and marked wrong 91 days')).toBe('Sam Whitfield 3 Over the budget 2 a quarter');
});

test('a digest is counted once, however many concerns stand in it', async () => {
  const list = (text: string, at: Instant) => row({}, { digests: [{ practitioner: 'sam', text, at }] });
  desk.house.load = [list('t1', daysAgo(2)), list('t1', daysAgo(2)), list('t2', daysAgo(1))];
  expect(await figure('for one person in a day 28 days')).toBe('1 at most 1');
  desk.house.load = [list('t1', daysAgo(2)), list('t2', daysAgo(2))];
  expect(await figure('for one person in a day 28 days')).toBe('2 at most Over the budget 1');
});

test('notices count until somebody took it on', async () => {
  const notices = [1, 2, 3, 4, 5, 6, 7].map((hours) => notice('amira', later(daysAgo(1), hours * HOUR_MS)));
  const acts = [{ act: 'taken-on', by: 'jo', as: 'second-lead', at: later(daysAgo(1), 6.5 * HOUR_MS) }] as const;
  desk.house.load = [row({ acts }, { notices })];
  expect(await figure('somebody took it on 28 days')).toBe('6 at most; more than 6 in 0 of 1 6 a concern');
  desk.house.load = [row({}, { notices })];
  expect(await figure('somebody took it on 28 days')).toBe(
    '7 at most; more than 6 in 1 of 1 Over the budget 6 a concern',
  );
});

test('a concern the reader is kept from is in no figure', async () => {
  const told = [{ practitioner: 'jo', as: 'duty-lead', at: NIGHT, withdrawnAt: null }] as const;
  const hidden = { nature: 'allegation', excluded: ['amira'], told } as const;
  desk.house.load = [row(hidden, { notices: [notice('jo', NIGHT)], verdicts: ['wrong'] })];
  desk.house.cases = [wholeCase({ summary: summary({ ...hidden, holder: 'jo' }) })];
  expect(await figure('the whole team 28 nights')).toBe('0.0 a night (0 in all) 1 a night on average');
  expect(await figure('and right 91 days')).toBe('0 of 0 marked at least 1 in 3');
  const { text } = (await desk.readerAt('amira', '/staff/load')).page;
  expect(text).not.toMatch(/Jo Marsden 1/);
  expect(await figure('the whole team 28 nights', 'jo')).toBe('0.0 a night (1 in all) 1 a night on average');
});

test('who carries what stands below, without a budget and without a rank', async () => {
  const clocks = { ...summary().clocks, decidedBy: daysAgo(1) };
  desk.house.cases = [wholeCase({ summary: summary({ clocks }) })];
  const { text } = (await desk.readerAt('mo', '/staff/load')).page;
  expect(text).toMatch(/Amira Shah 1, 1 late 0/);
  expect(text).toMatch(/Sam Whitfield 0 2/);
});
