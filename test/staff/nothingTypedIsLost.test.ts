import { later, MINUTE_MS, type Decision } from '../../src/vocabulary';
import { summary, wholeCase } from './harness/cases';
import { useDesk } from './harness/desk';
import type { Page, Visitor } from './harness/site';

const DECISION = '/staff/work/concern-kayla/decision';
const WHY = 'Kayla is at her nan’s tonight.\nI spoke with both, and <b>rang</b> the emergency duty team.';
const DECIDED = { referred: 'no', reason: WHY, toldYoungPerson: 'yes', known: '0' };
const HALF_AN_HOUR_AND_MORE_MS = 31 * MINUTE_MS;

const desk = useDesk();

/** What the page would send if its one button were pressed. */
function fieldsOf(page: Page): [string, string][] {
  const [, form = ''] = /<form method="post" action="\/staff\/work[^>]*>(.*?)<\/form>/s.exec(page.html) ?? [];
  return [...form.matchAll(/name="([^"]*)" value="([^"]*)"/gs)].map(([, name = '', value = '']) => [
    name,
    plain(value),
  ]);
}

const plain = (html: string): string =>
  html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&#39;', "'").replaceAll('&amp;', '&');

/** Another tab of the same browser: a fresh session in the same cookie. */
async function signInAgain(visitor: Visitor, practitioner: string): Promise<void> {
  const { token } = await desk.house.sessions.open({ practitioner, trust: 'full', now: desk.house.now });
  visitor.cookies.set('desk', token);
}

describe('a form sent after its session ended', () => {
  test('is not taken, and comes back whole: signed in again, two presses send it as it was typed', async () => {
    const lead = await desk.readerAt('amira', DECISION);
    desk.house.now = later(desk.house.now, HALF_AN_HOUR_AND_MORE_MS);
    const kept = await lead.post(DECISION, DECIDED);
    expect(kept.status).toBe(403);
    expect(plain(kept.html)).toContain(`<p class="desk-lines">${WHY}</p>`);
    expect(desk.house.askedFor('decide')).toEqual([]);

    await signInAgain(lead, 'amira');
    const again = await lead.post(DECISION, fieldsOf(kept));
    expect(again.text).toContain('You are signed in as Amira');
    expect(desk.house.askedFor('decide')).toEqual([]);
    expect((await lead.post(DECISION, fieldsOf(again))).location).toBe('/staff/work/concern-kayla?done=decided');
    expect(desk.house.askedFor('decide')).toMatchObject([{ by: 'amira', referred: false, reason: WHY }]);
  });

  test('carries every answer to one question', async () => {
    const mentor = await desk.readerAt('sam', '/staff/work/concern-kayla');
    desk.house.now = later(desk.house.now, HALF_AN_HOUR_AND_MORE_MS);
    const kept = await mentor.post('/staff/work/concern-kayla/who-may-know', [
      ['practitioners', 'sam'],
      ['practitioners', 'carol'],
    ]);
    const carried = fieldsOf(kept).filter(([name]) => name === 'practitioners');
    expect(carried.map(([, value]) => value)).toEqual(['sam', 'carol']);
  });

  test('from another site is carried nowhere and shown to nobody', async () => {
    const lead = await desk.readerAt('amira', DECISION);
    const refused = await lead.post(DECISION, { ...DECIDED, _token: 'guessed' }, 'cross-site');
    expect(refused.status).toBe(403);
    expect(refused.html).not.toContain('nan');
    expect(refused.html).not.toContain('<form method="post" action="/staff/work');
  });

  test('holds no code and no secret of the second factor', async () => {
    const visitor = desk.site.visitor();
    const refused = await visitor.post('/staff/second-factor', { code: '123456', secret: 'PBO54SMDPRGR7XPFWJVI5VNQQ' });
    expect(refused.html).not.toMatch(/123456|PBO54/);
  });

  test('that signs out is taken: they are out', async () => {
    const lead = await desk.readerAt('amira', '/staff/work');
    desk.house.now = later(desk.house.now, HALF_AN_HOUR_AND_MORE_MS);
    expect((await lead.post('/staff/sign-out', {})).location).toBe('/staff/sign-in?done=signed-out');
  });
});

describe('a form on somebody’s page that lacks an answer keeps what was typed in it', () => {
  test.each([
    ['what the rules missed', '/staff/people/kayla', 'missed', { message: 'm5', reason: WHY }],
    ['a verdict', '/staff/work/concern-kayla', 'verdict', { note: WHY }],
    ['the moment somebody went missing', '/staff/people/kayla', 'missing', { sinceDay: '77', sinceTime: 'after tea' }],
  ])('%s', async (_, page, form, typed) => {
    const mentor = await desk.readerAt('sam', page);
    const again = await mentor.post(`${page}/${form}`, typed);
    expect(again.status).toBe(400);
    for (const words of Object.values(typed)) expect(plain(again.html)).toContain(words);
  });
});

describe('two leads at one concern', () => {
  const first: Decision = {
    concern: 'concern-kayla',
    by: 'jo',
    at: '2026-11-22T23:54:00.000Z',
    referred: true,
    to: 'Police',
    reference: null,
    reason: 'He is outside her school.',
    toldYoungPerson: 'no',
    whyNotTold: 'She sleeps.',
    referral: null,
  };

  test('whoever decides second reads what the first decided before theirs is recorded as well', async () => {
    const lead = await desk.readerAt('amira', DECISION);
    desk.house.cases = [wholeCase({ decisions: [first] })];
    const stopped = await lead.post(DECISION, DECIDED);
    expect(stopped.status).toBe(409);
    expect(stopped.text).toMatch(/While you were writing, Jo decided, 11:54pm: referred to Police\./);
    expect(stopped.text).toContain('He is outside her school.');
    expect(plain(stopped.html)).toContain(WHY);
    expect(desk.house.askedFor('decide')).toEqual([]);
    expect(stopped.html).toContain('name="known" value="1"');

    expect((await lead.post(DECISION, { ...DECIDED, known: '1' })).status).toBe(303);
    expect(desk.house.askedFor('decide')).toHaveLength(1);
  });

  test.each([
    ['decides', DECISION, DECIDED],
    [
      'closes',
      '/staff/work/concern-kayla/closing',
      { outcome: 'Safe', reason: WHY, toldYoungPerson: 'That we spoke.' },
    ],
    ['tells something about', '/staff/work/concern-kayla/telling', { what: 'will-ring', atTime: WHY }],
  ])('whoever %s what the other has just closed is told so, and keeps their words', async (_, path, form) => {
    const acts = [{ act: 'decided', by: 'jo', as: 'duty-lead', at: '2026-11-22T23:50:00.000Z' }] as const;
    desk.house.cases = [wholeCase({ summary: summary({ acts }) })];
    const lead = await desk.readerAt('amira', path);
    desk.house.cases = [wholeCase({ summary: summary({ acts, closedAt: desk.house.now }) })];
    const told = await lead.post(path, form);
    expect(told.status).toBe(409);
    expect(told.text).toContain('This has been closed already.');
    expect(plain(told.html)).toContain(WHY);
  });

  test('taking on what is closed says that it is closed, and not that it is somebody else’s', async () => {
    const lead = await desk.readerAt('amira', '/staff/work/concern-kayla');
    desk.house.cases = [wholeCase({ summary: summary({ closedAt: desk.house.now }) })];
    const told = await lead.post('/staff/work/concern-kayla/act', { act: 'taken-on' });
    expect(told.text).toContain('This has been closed already.');
  });
});
