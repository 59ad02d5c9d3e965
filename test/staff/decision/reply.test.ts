import { summary, wholeCase } from '../harness/cases';
import { useDesk } from '../harness/desk';

const CONCERN = '/staff/work/concern-kayla';
const PATH = `${CONCERN}/reply`;
const decided = { act: 'decided', by: 'amira', as: 'duty-lead', at: '2026-11-22T23:50:00.000Z' } as const;
const referred = {
  concern: 'concern-kayla',
  by: 'amira',
  at: '2026-11-22T23:50:00.000Z',
  referred: true,
  to: 'Police',
  reference: null,
  reason: 'Hit tonight.',
  toldYoungPerson: 'yes',
  whyNotTold: null,
} as const;

const desk = useDesk((house) => {
  house.cases = [wholeCase({ summary: summary({ acts: [decided] }), decisions: [referred] })];
});

describe('the reply to a referral', () => {
  test('is asked for where it is awaited, and noted by the lead', async () => {
    const lead = await desk.readerAt('amira', CONCERN);
    expect((await lead.get(CONCERN)).text).toContain('No reply has been noted since it was referred');
    expect((await lead.post(PATH, { reply: 'they-ask-more' })).location).toBe(`${CONCERN}?done=reply`);
    expect(desk.house.askedFor('recordReferralReply')).toEqual([
      { concern: 'concern-kayla', by: 'amira', reply: 'they-ask-more' },
    ]);
  });

  test.each([[{}], [{ reply: 'maybe' }]])('is not taken as %j: the page says what is missing', async (fields) => {
    const lead = await desk.readerAt('amira', CONCERN);
    const page = await lead.post(PATH, fields as Record<string, string>);
    expect(page.status).toBe(400);
    expect(page.text).toContain('Say what they answered');
    expect(desk.house.askedFor('recordReferralReply')).toEqual([]);
  });

  test('is the lead’s to note: for a mentor there is nothing there', async () => {
    const mentor = await desk.readerAt('sam', CONCERN);
    expect((await mentor.post(PATH, { reply: 'they-act' })).status).toBe(404);
    expect(desk.house.askedFor('recordReferralReply')).toEqual([]);
  });

  test('is no page of a concern that was not referred', async () => {
    desk.house.cases = [wholeCase({ summary: summary({ acts: [decided] }) })];
    const lead = await desk.readerAt('amira', CONCERN);
    expect((await lead.get(CONCERN)).text).not.toContain('What did they answer?');
    expect((await lead.post(PATH, { reply: 'they-act' })).status).toBe(404);
  });

  test('a refusal tells no more than that there is nothing', async () => {
    const lead = await desk.readerAt('amira', CONCERN);
    desk.house.refuseWith = { result: 'refused', why: 'not-found' };
    expect((await lead.post(PATH, { reply: 'they-act' })).status).toBe(404);
  });
});
