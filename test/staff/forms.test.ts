import { summary, wholeCase } from './harness/cases';
import { useDesk } from './harness/desk';

const desk = useDesk();

describe('the decision', () => {
  const PATH = '/staff/work/concern-kayla/decision';
  const REFERRED = {
    referred: 'yes',
    to: 'Police',
    referredBy: 'amira',
    madeDay: '22',
    madeMonth: '11',
    madeYear: '2026',
    madeTime: '23:50',
    reference: 'CR/1',
    written: 'owed',
    owedDay: '24',
    owedMonth: '11',
    owedYear: '2026',
    awareBy: 'amira',
    awareDay: '22',
    awareMonth: '11',
    awareYear: '2026',
    awareTime: '11.46pm',
    reason: 'Hit tonight, and he is in the desk.house.',
    toldYoungPerson: 'no',
    whyNotTold: 'Asleep',
  };

  test('referred: to whom, when, by whom, reference, follow-up, first known, and why they are not told', async () => {
    const lead = await desk.readerAt('amira', PATH);
    expect((await lead.post(PATH, REFERRED)).location).toBe('/staff/work/concern-kayla?done=decided');
    expect(desk.house.askedFor('decide')).toEqual([
      {
        concern: 'concern-kayla',
        by: 'amira',
        at: desk.house.now,
        referred: true,
        to: 'Police',
        reference: 'CR/1',
        reason: 'Hit tonight, and he is in the desk.house.',
        referral: {
          by: 'amira',
          madeAt: '2026-11-22T23:50:00.000Z',
          written: { sent: false, dueAt: '2026-11-24T17:00:00.000Z' },
          awareBy: 'amira',
          awareAt: '2026-11-22T23:46:00.000Z',
          reasonForDelay: null,
        },
        toldYoungPerson: 'no',
        whyNotTold: 'Asleep',
      },
    ]);
  });

  test('not referred: the reason is enough', async () => {
    const lead = await desk.readerAt('amira', PATH);
    await lead.post(PATH, { referred: 'no', reason: 'A song.', toldYoungPerson: 'yes' });
    expect(desk.house.askedFor('decide')).toMatchObject([
      { referred: false, to: null, referral: null, reason: 'A song.', toldYoungPerson: 'yes', whyNotTold: null },
    ]);
  });

  test.each([
    ['nothing said', {}, 'Say whether you referred it'],
    ['no reason', { ...REFERRED, reason: ' ' }, 'Say why'],
    ['not told and no why', { ...REFERRED, whyNotTold: '' }, 'Say why they have not been told'],
    ['referred to nobody', { ...REFERRED, to: '' }, 'Say who it was referred to'],
    ['referred to somebody else unnamed', { ...REFERRED, to: 'other' }, 'Say who it was referred to'],
    ['referred tomorrow', { ...REFERRED, madeDay: '23' }, 'not in the future'],
    ['a day that does not exist', { ...REFERRED, awareDay: '31' }, 'when somebody first knew|somebody first knew'],
    ['known only after it was referred', { ...REFERRED, awareTime: '23:51' }, 'It was referred before this'],
    ['by nobody of ours', { ...REFERRED, referredBy: 'zed' }, 'Choose who referred it'],
    ['follow-up not said', { ...REFERRED, written: '' }, 'Say whether the written follow-up'],
  ])('is not taken with %s, and keeps what was typed', async (_title, fields, says) => {
    const lead = await desk.readerAt('amira', PATH);
    const page = await lead.post(PATH, fields as Record<string, string>);
    expect(page.status).toBe(400);
    expect(page.text).toMatch(new RegExp(says));
    expect(page.html).toMatch(/<title>Error: /);
    if ('reference' in fields) expect(page.html).toContain('value="CR/1"');
    expect(desk.house.askedFor('decide')).toEqual([]);
  });

  test('says all that is wrong with it at once: nobody is sent back for the rest', async () => {
    const lead = await desk.readerAt('amira', PATH);
    const page = await lead.post(PATH, { ...REFERRED, to: '', written: '', reason: '', toldYoungPerson: '' });
    const said = ['Say who it was', 'Say whether the written', 'Say why', 'Say whether the young person has been told'];
    expect(said.filter((one) => !page.text.includes(one))).toEqual([]);
  });

  test('is the lead’s: a mentor who posts one finds nothing there', async () => {
    const mentor = await desk.readerAt('sam', '/staff/work/concern-kayla');
    expect((await mentor.post(PATH, REFERRED)).status).toBe(404);
    expect(desk.house.askedFor('decide')).toEqual([]);
  });
});

describe('closing', () => {
  const PATH = '/staff/work/concern-kayla/closing';
  const CLOSING = {
    outcome: 'Supported by us',
    reason: 'Safe at her nan’s.',
    toldYoungPerson: 'By Sam, face to face.',
  };
  const decided = { act: 'decided', by: 'amira', as: 'duty-lead', at: '2026-11-22T23:50:00.000Z' } as const;

  test('takes outcome, reason, and what the young person was told', async () => {
    desk.house.cases = [wholeCase({ summary: summary({ acts: [decided] }) })];
    const lead = await desk.readerAt('amira', PATH);
    expect((await lead.post(PATH, CLOSING)).location).toBe('/staff/work?done=closed');
    expect(desk.house.askedFor('close')).toEqual([{ concern: 'concern-kayla', by: 'amira', ...CLOSING }]);
  });

  test.each(['outcome', 'reason', 'toldYoungPerson'])('does not happen without %s', async (field) => {
    desk.house.cases = [wholeCase({ summary: summary({ acts: [decided] }) })];
    const lead = await desk.readerAt('amira', PATH);
    expect((await lead.post(PATH, { ...CLOSING, [field]: '' })).status).toBe(400);
    expect(desk.house.askedFor('close')).toEqual([]);
  });

  test.each([
    ['before the lead has decided', 'amira', {}, 404],
    ['by the mentor, when it is more than a worry', 'sam', { acts: [decided] }, 404],
    ['twice', 'amira', { acts: [decided], closedAt: '2026-11-22T23:51:00.000Z' }, 409],
  ])('is not offered %s', async (_when, reader, more, whenSent) => {
    desk.house.cases = [wholeCase({ summary: summary(more) })];
    const visitor = await desk.readerAt(reader, '/staff/work/concern-kayla');
    expect((await visitor.get(PATH)).status).toBe(404);
    expect((await visitor.post(PATH, CLOSING)).status).toBe(whenSent);
    expect(desk.house.askedFor('close')).toEqual([]);
  });

  test('a worry may be closed by the mentor whose it is', async () => {
    desk.house.cases = [wholeCase({ summary: summary({ level: 'worry', holder: 'sam', told: [] }) })];
    const mentor = await desk.readerAt('sam', PATH);
    expect((await mentor.post(PATH, CLOSING)).status).toBe(303);
  });
});

describe('who may know of an allegation', () => {
  const PATH = '/staff/work/concern-kayla/who-may-know';

  test('is recorded by the lead, and the one it is about cannot be chosen', async () => {
    desk.house.cases = [wholeCase({ summary: summary({ nature: 'allegation', excluded: ['sam'] }) })];
    const lead = await desk.readerAt('amira', PATH);
    expect((await lead.get(PATH)).text).not.toContain('Sam Whitfield');
    await lead.post(PATH, [
      ['practitioners', 'cora'],
      ['practitioners', 'sam'],
      ['practitioners', 'zed'],
    ]);
    expect(desk.house.askedFor('letKnow')).toEqual([
      { concern: 'concern-kayla', practitioners: ['cora'], by: 'amira' },
    ]);
  });

  test('is no page of an ordinary concern', async () => {
    expect((await (await desk.site.signedInAs('amira')).get(PATH)).status).toBe(404);
  });
});

describe('reading with a reason', () => {
  const PATH = '/staff/read-with-a-reason';

  test('opens at once, tells the lead, and reads without acting', async () => {
    const martin = await desk.readerAt('martin', PATH);
    const page = await martin.post(PATH, { name: 'kayla reed', reason: 'Police are asking me about her now' });
    expect(page.location).toBe('/staff/people/kayla');
    expect(desk.house.askedFor('tellLeadOfGlass')).toEqual([{ youngPerson: 'kayla', by: 'martin' }]);
    expect((await martin.get('/staff/people/kayla')).status).toBe(200);
    expect(desk.house.askedFor('recordRead').at(-1)).toMatchObject({ by: 'martin', throughGlass: true });
    const concern = await martin.get('/staff/work/concern-kayla');
    expect(concern.text).not.toContain('Take it on');
    expect((await martin.post('/staff/work/concern-kayla/act', { act: 'taken-on' })).status).toBe(409);
    expect(desk.house.askedFor('acknowledge')).toEqual([]);
  });

  test.each([
    ['a name nobody has', 'martin', { name: 'Kay Reid', reason: 'Police are asking me now' }],
    ['somebody a conflict bars', 'bea', { name: 'Ffion Evans', reason: 'Police are asking me now' }],
    ['no reason', 'martin', { name: 'Kayla Reed', reason: 'pls' }],
  ])('does not open for %s', async (_title, reader, fields) => {
    const visitor = await desk.readerAt(reader, PATH);
    expect((await visitor.post(PATH, fields)).status).toBe(400);
    expect(desk.house.glass).toEqual([]);
  });
});

describe('leave', () => {
  const LEAVE = { fromDay: '1', fromMonth: '12', fromYear: '2026', toDay: '4', toMonth: '12', toYear: '2026' };

  test('is added by anybody for themselves, and by those who keep the rota for all', async () => {
    const sam = await desk.readerAt('sam', '/staff/rota');
    expect((await sam.post('/staff/rota/leave', { practitioner: 'sam', ...LEAVE })).location).toBe(
      '/staff/rota?done=leave',
    );
    expect((await sam.post('/staff/rota/leave', { practitioner: 'bea', ...LEAVE })).status).toBe(404);
    const cora = await desk.readerAt('cora', '/staff/rota');
    await cora.post('/staff/rota/leave', { practitioner: 'bea', ...LEAVE });
    const leave = { from: '2026-12-01', to: '2026-12-04' };
    expect(desk.house.askedFor('addLeave')).toEqual([
      { practitioner: 'sam', leave, by: 'sam' },
      { practitioner: 'bea', leave, by: 'cora' },
    ]);
  });

  test('does not end before it begins', async () => {
    const sam = await desk.readerAt('sam', '/staff/rota');
    const page = await sam.post('/staff/rota/leave', { practitioner: 'sam', ...LEAVE, toMonth: '11' });
    expect(page.status).toBe(400);
    expect(page.text).toContain('The last day must be on or after the first');
  });

  test('that is over already was meant for another year', async () => {
    const sam = await desk.readerAt('sam', '/staff/rota');
    const lastYear = { ...LEAVE, fromYear: '2025', toYear: '2025' };
    const page = await sam.post('/staff/rota/leave', { practitioner: 'sam', ...lastYear });
    expect(page.status).toBe(400);
    expect(page.text).toContain('That is over already. Look at the year');
    expect(desk.house.askedFor('addLeave')).toEqual([]);
  });

  test('the rota shows the next three days, and folds away what is later', async () => {
    const shift = { duty: 'manager', practitioner: 'mo' } as const;
    const later = { ...shift, from: '2026-11-30T08:00:00.000Z', to: '2026-11-30T20:00:00.000Z' };
    desk.house.roster = { ...desk.house.roster, shifts: [...desk.house.roster.shifts, later] };
    const { html } = await (await desk.site.signedInAs('sam')).get('/staff/rota');
    const folded = [...html.matchAll(/<details[^]*?<\/details>/g)].map(([one]) => one);
    expect(folded).toHaveLength(1);
    expect(folded[0]).toContain('8am to 8pm on Monday 30 November');
    expect(html.replace(folded[0]!, '')).toContain('8am Friday 20 to 8am Tuesday 24 November');
  });

  test('nobody on leave is shown as on duty now', async () => {
    const { roster } = desk.house;
    const away = { leave: [{ from: '2026-11-22', to: '2026-11-24' }] };
    const practitioners = roster.practitioners.map((one) => (one.id === 'amira' ? { ...one, ...away } : one));
    desk.house.roster = { ...roster, practitioners };
    const { html } = await (await desk.site.signedInAs('sam')).get('/staff/rota');
    const lead = /<section aria-labelledby="duty-lead">[^]*?<\/section>/.exec(html)![0];
    expect(lead).toContain('on leave');
    expect(lead).not.toContain('>now<');
  });

  test('the rota shows who is on, and where nobody is', async () => {
    const page = await (await desk.site.signedInAs('sam')).get('/staff/rota');
    expect(page.text).toContain('Second lead: nobody from 8am on Tuesday 24 November');
  });
});
