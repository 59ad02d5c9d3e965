import { lineHistory } from './harness/cases';
import { useDesk } from './harness/desk';

const PATH = '/staff/people/kayla/write';

const desk = useDesk();

describe('writing to a young person', () => {
  test('their own practitioner writes, is asked for no reason, and sees what was said last', async () => {
    const visitor = await desk.readerAt('sam', PATH);
    const { page } = visitor;
    expect(page.text).toContain('got picked for the team');
    expect(page.text).not.toContain('Why it is you');
    const sent = await visitor.post(PATH, { words: ' Well done on the team. ', reason: 'danger-now' });
    expect(sent.location).toBe('/staff/people/kayla/write?done=written');
    expect(desk.house.askedFor('writeInThread')).toEqual([
      { youngPerson: 'kayla', by: 'sam', words: 'Well done on the team.', reason: null, keptAgainst: 0 },
    ]);
  });

  test('anybody else says why it is they who write', async () => {
    const visitor = await desk.readerAt('amira', PATH);
    const { page } = visitor;
    expect(page.text).toContain('Why it is you');
    const without = await visitor.post(PATH, { words: 'Are you in your room?' });
    expect(without.status).toBe(400);
    expect(without.text).toContain('Say why it is you who writes');
    await visitor.post(PATH, { words: 'Are you in your room?', reason: 'danger-now' });
    expect(desk.house.askedFor('writeInThread')).toMatchObject([{ by: 'amira', reason: 'danger-now' }]);
  });

  test('language that blames is not sent before a better one was shown; sent all the same, that is recorded', async () => {
    const visitor = await desk.readerAt('sam', PATH);
    const words = 'You were putting yourself at risk. He was putting himself at risk too.';
    const page = await visitor.post(PATH, { words });
    expect(page.text).toContain('another way to say it');
    expect(page.html).toContain(words);
    expect(desk.house.askedFor('writeInThread')).toEqual([]);
    await visitor.post(PATH, { words, asItIs: 'yes' });
    expect(desk.house.askedFor('writeInThread')).toMatchObject([{ keptAgainst: 1 }]);
  });

  test.each([
    ['nothing', '', 'Write what you want to say'],
    ['more than a text holds', 'a'.repeat(321), 'Keep it under 320 characters'],
  ])('does not send %s', async (_title, words, says) => {
    const visitor = await desk.readerAt('sam', PATH);
    const page = await visitor.post(PATH, { words });
    expect(page.status).toBe(400);
    expect(page.text).toContain(says);
    expect(desk.house.askedFor('writeInThread')).toEqual([]);
  });

  test.each(['about-you', 'cannot-be-texted'] as const)('refused (%s) it reads the same', async (why) => {
    desk.house.refuseWith = { result: 'refused', why };
    const visitor = await desk.readerAt('sam', PATH);
    const page = await visitor.post(PATH, { words: 'Hello' });
    expect(page.status).toBe(409);
    expect(page.text).toContain('No text can go to them just now. Ask the duty lead.');
  });

  test('who is there can say that they have finished; who is not is not asked to', async () => {
    desk.house.histories.set('kayla', lineHistory({ humanInThread: 'sam' }));
    const visitor = await desk.readerAt('sam', PATH);
    const { page } = visitor;
    expect(page.text).toContain('I have finished for now');
    expect((await visitor.post(`${PATH}/finished`, {})).location).toBe('/staff/people/kayla?done=finished');
    expect(desk.house.askedFor('leaveThread')).toEqual([{ youngPerson: 'kayla', by: 'sam' }]);
    expect((await desk.readerAt('amira', PATH)).page.text).not.toContain('I have finished for now');
  });

  test('reading with a reason is reading only', async () => {
    const visitor = await desk.site.signedInAs('martin');
    await visitor.get('/staff/read-with-a-reason');
    await visitor.post('/staff/read-with-a-reason', { name: 'kayla reed', reason: 'Police are asking me about her' });
    expect((await visitor.get('/staff/people/kayla')).text).not.toContain('Write to Kayla');
    expect((await visitor.get(PATH)).status).toBe(404);
    expect((await visitor.post(PATH, { words: 'Hello' })).status).toBe(404);
    expect(desk.house.askedFor('writeInThread')).toEqual([]);
  });
});

test('before a planned ending the page holds what went well, in their own words, to look back on together', async () => {
  desk.house.roster = {
    ...desk.house.roster,
    youngPeople: desk.house.roster.youngPeople.map((one) =>
      one.id === 'kayla' ? { ...one, endsOn: '2026-12-01' } : one,
    ),
  };
  const page = await (await desk.site.signedInAs('sam')).get('/staff/people/kayla');
  expect(page.text).toContain('what went well got picked for the team');
  expect(page.text).toContain('Last check-in 1 December 2026');
});
