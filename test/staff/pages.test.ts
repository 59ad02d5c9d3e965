import { lineHistory, said, summary, wholeCase, FIRST_WORDS } from './harness/cases';
import { useDesk } from './harness/desk';

const desk = useDesk();

const PAGES = [
  '/staff/work',
  '/staff/work/concern-kayla',
  '/staff/work/concern-kayla/decision',
  '/staff/people',
  '/staff/people/kayla',
  '/staff/people/kayla/sheet',
  '/staff/rota',
  '/staff/own-numbers',
  '/staff/read-with-a-reason',
];

describe('every page', () => {
  test.each(PAGES)('%s is closed to somebody not signed in', async (path) => {
    expect((await desk.site.visitor().get(path)).location).toBe('/staff/sign-in');
  });

  test.each(PAGES)('%s is kept nowhere, framed nowhere, runs nothing inline, and has a neutral title', async (path) => {
    const page = await (await desk.site.signedInAs('amira')).get(path);
    expect(page.status).toBe(200);
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    expect(page.headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
    expect(page.html).not.toMatch(/<script(?![^>]*\bsrc=)| style="| on[a-z]+="|<style/);
    const title = /<title>(.*)<\/title>/.exec(page.html)![1]!;
    expect(title).not.toMatch(/kayla|reed|urgent|abuse|concern|safeguarding/i);
  });

  test.each(PAGES)('%s shows the numbers for reporting directly', async (path) => {
    const page = await (await desk.site.signedInAs('amira')).get(path);
    for (const contact of desk.house.contacts) expect(page.text).toContain(contact.phone);
    expect(page.text).toContain('Not checked since 1 June 2026');
  });

  test('a post without the token of its form changes nothing', async () => {
    const lead = await desk.site.signedInAs('amira');
    const page = await lead.post('/staff/work/concern-kayla/act', { act: 'taken-on', _token: 'guessed' });
    expect(page.status).toBe(403);
    expect(desk.house.asked).toEqual([]);
  });

  test('the typeface licensed for gov.uk alone is neither named nor asked for', async () => {
    const css = (await desk.site.visitor().get('/staff/assets/govuk.css')).html;
    expect(css).toContain('.govuk-button');
    expect(css).not.toMatch(/GDS Transport|@font-face|woff/);
  });
});

describe('what is not there and what is not for this reader look the same', () => {
  test.each([
    ['a concern of somebody else’s young person', 'martin', '/staff/work/concern-kayla'],
    ['somebody else’s young person', 'martin', '/staff/people/kayla'],
    ['the sheet of one', 'martin', '/staff/people/kayla/sheet'],
    ['a notice’s reference', 'martin', '/staff/r/K7R'],
    ['the lead’s decision, to the mentor', 'sam', '/staff/work/concern-kayla/decision'],
    ['the young person a conflict bars', 'bea', '/staff/people/ffion'],
  ])('%s', async (_what, reader, path) => {
    const visitor = await desk.site.signedInAs(reader);
    const closed = await visitor.get(path);
    const missing = await visitor.get('/staff/work/nothing');
    expect(closed.status).toBe(404);
    expect(closed.text).toBe(missing.text);
  });

  test('an allegation is in no list, count, page or conversation of anybody but the lead', async () => {
    const about = { nature: 'allegation', about: 'practitioner', kinds: ['allegation-against-staff'] } as const;
    desk.house.cases = [wholeCase({ summary: summary({ ...about, excluded: ['sam'] }) })];
    for (const reader of ['sam', 'cora', 'mo', 'addy', 'bea', 'jo']) {
      const visitor = await desk.site.signedInAs(reader);
      expect((await visitor.get('/staff/work')).text).toContain('Nothing is waiting for you');
      expect((await visitor.get('/staff/work/concern-kayla')).status).toBe(404);
      const person = await visitor.get('/staff/people/kayla');
      expect(person.text).not.toContain(FIRST_WORDS);
      expect(person.text).not.toContain('K7R');
      expect((await visitor.get('/staff/people')).text).not.toContain('K7R');
    }
    expect((await (await desk.site.signedInAs('amira')).get('/staff/work/concern-kayla')).text).toContain(FIRST_WORDS);
  });
});

describe('a concern', () => {
  test('shows the words as written, letter for letter, with the evidence marked', async () => {
    const page = await (await desk.site.signedInAs('amira')).get('/staff/work/concern-kayla');
    expect(page.html).toContain(
      '<mark>mums boyfriend hit me</mark> again &lt;b&gt;tonight&lt;/b&gt; &amp; i&#39;m in my room',
    );
    expect(page.text).toContain('physical-abuse/kin-hits');
    expect(page.text).toContain('Held until their day starts: Sam');
  });

  test('says who was told, how, and whether it arrived', async () => {
    const page = await (await desk.site.signedInAs('amira')).get('/staff/work/concern-kayla');
    expect(page.text).toMatch(/Amira Duty lead Text Delivered/);
    expect(page.text).toMatch(/Amira Duty lead Call Could not be put through/);
  });

  test('opened is read: an event, and the act "seen", once a reader', async () => {
    const lead = await desk.site.signedInAs('amira');
    await lead.get('/staff/work/concern-kayla');
    expect(desk.house.askedFor('recordRead')).toEqual([
      {
        by: 'amira',
        page: 'concern',
        concern: 'concern-kayla',
        line: 'line-kayla',
        youngPerson: 'kayla',
        throughGlass: false,
      },
    ]);
    const seen = { concern: 'concern-kayla', by: 'amira', act: 'seen', how: 'page' };
    expect(desk.house.askedFor('acknowledge')).toEqual([seen]);
    const acts = [{ act: 'seen', by: 'amira', as: 'duty-lead', at: desk.house.now }] as const;
    desk.house.cases = [wholeCase({ summary: summary({ acts }) })];
    await lead.get('/staff/work/concern-kayla');
    expect(desk.house.askedFor('acknowledge')).toEqual([seen]);
    expect(desk.house.askedFor('recordRead')).toHaveLength(2);
  });

  test.each(['taken-on', 'contacted', 'passed-on'])('"%s" is done by pressing its button', async (act) => {
    const lead = await desk.site.signedInAs('amira');
    await lead.get('/staff/work/concern-kayla');
    const page = await lead.post('/staff/work/concern-kayla/act', { act });
    expect(page.location).toBe(`/staff/work/concern-kayla?done=${act}`);
    expect(desk.house.askedFor('acknowledge').at(-1)).toMatchObject({ act, by: 'amira', how: 'page' });
  });

  test('a refusal of the act is said in plain words', async () => {
    const lead = await desk.site.signedInAs('amira');
    await lead.get('/staff/work/concern-kayla');
    desk.house.refuseWith = { result: 'refused', why: 'closed' };
    const page = await lead.post('/staff/work/concern-kayla/act', { act: 'taken-on' });
    expect(page.status).toBe(409);
    expect(page.text).toContain('This has been closed already.');
  });

  test('the verdict of the machine is marked by a person', async () => {
    const lead = await desk.site.signedInAs('amira');
    await lead.get('/staff/work/concern-kayla');
    await lead.post('/staff/work/concern-kayla/verdict', { verdict: 'wrong', note: 'a lyric' });
    const mark = { concern: 'concern-kayla', by: 'amira', verdict: 'wrong', note: 'a lyric' };
    expect(desk.house.askedFor('markVerdict')).toEqual([mark]);
    expect((await lead.post('/staff/work/concern-kayla/verdict', {})).status).toBe(400);
  });
});

describe('a young person', () => {
  test('their mentor reads the note under its headings, and what was not said is not said', async () => {
    const page = await (await desk.site.signedInAs('sam')).get('/staff/people/kayla');
    expect(page.text).toMatch(/Going well got picked for the team/);
    expect(page.text).toMatch(/Would like to change Not said/);
    expect(page.text).toContain('can we do chips');
    expect(desk.house.askedFor('recordRead')).toMatchObject([
      { by: 'sam', page: 'young-person', youngPerson: 'kayla' },
    ]);
  });

  test('what was kept back is closed to the mentor, and nothing says so; the coordinator has it', async () => {
    const mentor = await (await desk.site.signedInAs('sam')).get('/staff/people/kayla');
    expect(mentor.text).not.toMatch(/maths is rubbish|kept back/i);
    const coordinator = await (await desk.site.signedInAs('cora')).get('/staff/people/kayla');
    expect(coordinator.text).toContain('maths is rubbish');
  });

  test('the mood picture is read aloud by its title', async () => {
    const page = await (await desk.site.signedInAs('sam')).get('/staff/people/kayla');
    expect(page.html).toMatch(
      /<title id="mood-title">Kayla(&#39;|')s mood, 0 to 10, from 3 November to 17 November: 5, 4, 6</,
    );
  });

  test('only the lead’s side is shown the young person’s own number', async () => {
    const mentors = await (await desk.site.signedInAs('sam')).get('/staff/people/kayla/sheet');
    expect(mentors.text).not.toMatch(/900101|900 ?101/);
    const leads = await (await desk.site.signedInAs('amira')).get('/staff/people/kayla/sheet');
    expect(leads.text).toContain('Own phone 07700 900101');
  });

  test('a reader who finds what the rules missed raises it', async () => {
    const mentor = await desk.site.signedInAs('sam');
    await mentor.get('/staff/people/kayla');
    const found = { message: 'm5', level: 'urgent', reason: 'the team is his cousin’s' };
    expect((await mentor.post('/staff/people/kayla/missed', found)).status).toBe(303);
    expect(desk.house.askedFor('reportMissed')).toEqual([{ ...found, by: 'sam' }]);
    expect((await mentor.post('/staff/people/kayla/missed', { ...found, message: 'm6' })).status).toBe(404);
  });
});

describe('for the accused nothing visibly changes', () => {
  test('their pages stay as they were, nothing new appears, and what they press has no effect', async () => {
    const old = summary({
      id: 'old',
      reference: 'B2C',
      level: 'worry',
      openedAt: '2026-11-20T10:00:00.000Z',
      firstSeq: 3,
      lastSeq: 8,
      messages: ['m3', 'm8'],
    });
    const joined = [said(3, 'dont like fridays', '2026-11-20T09:59:00.000Z'), ...wholeCase().thread];
    desk.house.cases = [
      wholeCase({ summary: summary({ excluded: ['sam'] }) }),
      wholeCase({ summary: old, thread: joined, notices: [], history: [] }),
    ];
    desk.house.ends.set('sam', [{ line: 'line-kayla', beforeSeq: 7, at: '2026-11-22T23:39:00.000Z' }]);
    const mentor = await desk.site.signedInAs('sam');
    const list = await mentor.get('/staff/work');
    expect(list.text).toContain('B2C');
    expect(list.text).not.toContain('K7R');
    const person = await mentor.get('/staff/people/kayla');
    expect(person.text).toContain('got picked for the team');
    expect(person.text).not.toContain(FIRST_WORDS);
    const held = await mentor.get('/staff/work/old');
    expect(held.text).toContain('dont like fridays');
    expect(held.text).not.toContain('mums boyfriend');
    const pressed = await mentor.post('/staff/work/old/act', { act: 'taken-on' });
    expect(pressed.location).toBe('/staff/work/old?done=taken-on');
    expect(desk.house.askedFor('acknowledge')).toEqual([]);
    expect(desk.house.askedFor('keepApart')).toMatchObject([
      { pressed: 'seen' },
      { concern: 'old', by: 'sam', pressed: 'taken-on' },
    ]);
  });
});

test('a line nobody wrote on yet is an empty page, not an error', async () => {
  desk.house.histories.clear();
  const page = await (await desk.site.signedInAs('sam')).get('/staff/people/kayla');
  expect(page.status).toBe(200);
  expect(page.text).toContain('No check-in yet.');
  desk.house.histories.set('kayla', lineHistory({ thread: [], checkIns: [], concerns: [] }));
  expect((await (await desk.site.signedInAs('sam')).get('/staff/people')).status).toBe(200);
});

test('what they said of being asked is shown as what it is: our own questions, no measure', async () => {
  const said = { at: '2026-11-17T17:05:00.000Z', question: 'right-for-them', answer: 'no', message: 'm5' } as const;
  desk.house.histories.set('kayla', lineHistory({ howWasThis: [said] }));
  const page = await (await desk.site.signedInAs('sam')).get('/staff/people/kayla');
  expect(page.text).toContain('Was it right for you? No');
  expect(page.text).toContain('Nobody has validated them');
});
