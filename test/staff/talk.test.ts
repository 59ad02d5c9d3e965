import { summary, wholeCase } from './harness/cases';
import { useDesk } from './harness/desk';
import type { Talk } from '../../src/vocabulary';

const CASE = '/staff/work/concern-kayla';
const TALK = `${CASE}/talk`;
const WORDS = 'I’m at my nan’s. <He> does not know.';
const FORM = {
  way: 'face-to-face',
  spokenDay: '22',
  spokenMonth: '11',
  spokenYear: '2026',
  spokenTime: '23:30',
  safe: 'yes',
  words: WORDS,
};
const noted: Talk = {
  concern: 'concern-kayla',
  by: 'sam',
  spokenAt: '2026-11-22T23:30:00.000Z',
  notedAt: '2026-11-22T23:50:00.000Z',
  way: 'face-to-face',
  safe: 'yes',
  words: WORDS,
  apart: false,
};

const desk = useDesk();

describe('what a young person told a practitioner outside the thread', () => {
  test('is noted by their mentor: how, when, whether they are safe, and in their own words', async () => {
    const mentor = await desk.readerAt('sam', CASE);
    expect(mentor.page.text).toContain('Note what Kayla told you');
    await mentor.get(TALK);
    expect((await mentor.post(TALK, FORM)).location).toBe(`${CASE}?done=talk-noted`);
    const { notedAt: _at, apart: _apart, ...asked } = noted;
    expect(desk.house.askedFor('noteTalk')).toEqual([asked]);
  });

  test.each([
    ['how they spoke', { way: '' }, 'Say how you spoke'],
    ['what they answered', { safe: '' }, 'Say what they answered, or that you did not ask'],
    ['a moment that has been', { spokenTime: '23:59' }, 'Give the day and time you spoke, not in the future'],
  ])('is not noted without %s, and what was typed stays', async (_, wrong, says) => {
    const mentor = await desk.readerAt('sam', TALK);
    const again = await mentor.post(TALK, { ...FORM, ...wrong });
    expect(again.status).toBe(400);
    expect(again.text).toContain(says);
    expect(again.html).toContain('I’m at my nan’s. &lt;He&gt; does not know.');
    expect(desk.house.askedFor('noteTalk')).toEqual([]);
  });

  test('stands on the page apart from the texts, and in the timeline when it was said', async () => {
    desk.house.cases = [wholeCase({ talks: [noted] })];
    const { page } = await desk.readerAt('amira', CASE);
    expect(page.text).toMatch(/Told outside the thread Sam, face to face, 11:30pm: safe I’m at my nan’s/);
    expect(page.text).toContain('Noted 11:50pm');
    expect(page.text).toMatch(/11:30pm Sam spoke with them face to face: safe/);
  });

  test('noted after a view had ended is shown to the lead as that, and is no part of what happened', async () => {
    const keptApart = [{ pressed: 'contacted', by: 'sam', at: noted.notedAt }] as const;
    desk.house.cases = [wholeCase({ summary: summary({ keptApart }), talks: [{ ...noted, apart: true }] })];
    const { page } = await desk.readerAt('amira', CASE);
    expect(page.text).toMatch(/Pressed after their view ended.*Young person contacted.*I’m at my nan’s/);
    expect(page.text).not.toContain('Told outside the thread');
    expect(page.text).not.toContain('spoke with them');
  });

  test('noted after a view had ended is not shown to whoever else may read the case: it tells of an allegation', async () => {
    const keptApart = [{ pressed: 'contacted', by: 'sam', at: noted.notedAt }] as const;
    const history = [{ at: noted.notedAt, name: 'act-kept-apart', data: { practitioner: 'sam' } }] as const;
    desk.house.cases = [wholeCase({ summary: summary({ keptApart }), talks: [{ ...noted, apart: true }], history })];
    const coordinators = await desk.readerAt('cora', CASE);
    expect(coordinators.page.status).toBe(200);
    expect(coordinators.page.text).not.toMatch(/view ended|view has ended/);
    expect((await desk.readerAt('amira', CASE)).page.text).toMatch(/view has ended: Sam/);
  });

  test('stands for whoever noted it after their view had ended as if it had counted', async () => {
    desk.house.ends.set('sam', [{ line: 'line-kayla', beforeSeq: 99, at: '2026-11-22T23:45:00.000Z' }]);
    const told = [{ practitioner: 'sam', as: 'mentor', at: '2026-11-22T23:40:00.000Z', withdrawnAt: null }] as const;
    desk.house.cases = [
      wholeCase({
        summary: summary({ told }),
        talks: [
          { ...noted, apart: true },
          { ...noted, by: 'amira', words: 'no' },
        ],
      }),
    ];
    const { page } = await desk.readerAt('sam', CASE);
    expect(page.text).toMatch(/Told outside the thread Sam, face to face/);
    expect(page.text).not.toMatch(/Amira, face to face|Amira spoke with them/);
    expect(page.text).not.toContain('after their view ended');
  });

  test('is refused in plain words when somebody has just closed it, and nothing typed is lost', async () => {
    const mentor = await desk.readerAt('sam', TALK);
    desk.house.cases = [wholeCase({ summary: summary({ closedAt: desk.house.now }) })];
    const told = await mentor.post(TALK, FORM);
    expect(told.status).toBe(409);
    expect(told.text).toContain('This has been closed already.');
    expect(told.html).toContain('I’m at my nan’s.');
  });
});
